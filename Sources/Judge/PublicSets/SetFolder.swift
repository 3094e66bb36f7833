import CommandLineTool
import DurableFiles
import Foundation

/// The folder of a set, with errors that say what belongs there.
struct SetFolder {
    let path: String
    let set: PublicSet

    /// - Throws: `ToolFailure` (usage) where it is no folder.
    init(_ path: String, of set: PublicSet) throws {
        self.path = path.isEmpty ? "." : path
        self.set = set
        guard Files.isFolder(self.path) else {
            throw ToolFailure.usage(
                "\(set.rawValue):\(path): there is no such folder; give the one that \(layout)")
        }
    }

    /// What the project publishes, for messages.
    private var layout: String {
        switch set {
        case .nab: "has data/ and labels/combined_windows.json, as numenta/NAB"
        case .skab: "has valve1/, valve2/ and other/ with files .csv, or data/ with these"
        case .tsbAD: "has files such as 001_NAB_id_1_Facility_tr_1007_1st_2014.csv"
        case .ucr: "has files such as 001_UCR_Anomaly_NAME_TRAINEND_BEGIN_END.txt"
        case .smd: "has train/, test/ and test_label/ with files machine-1-1.txt"
        case .wsd: "has files 0.csv, 1.csv, ... with timestamp,value,label, or real-world/"
        case .tep: "has d00.dat, d00_te.dat to d21_te.dat"
        }
    }

    func missing(_ what: String) -> ToolFailure {
        ToolFailure.usage("\(set.rawValue):\(path): \(what); give the folder that \(layout)")
    }

    func file(_ name: String) -> String { path == "." ? name : "\(path)/\(name)" }

    func has(_ name: String) -> Bool { FileManager.default.fileExists(atPath: file(name)) }

    /// The folder itself, or the first of `names` below it that is there.
    func below(_ names: String...) throws -> SetFolder {
        try names.first(where: has).map { try SetFolder(file($0), of: set) } ?? self
    }

    /// Paths of files in all folders below, relative, numbers in names by their size.
    func files(endingWith ending: String) -> [String] {
        let found = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
        return found.filter {
            $0.hasSuffix(ending) && !$0.split(separator: "/").contains { $0.first == "." }
        }
        .sorted { Self.isBefore($0, $1) }
    }

    /// `machine-1-2` before `machine-1-10`.
    static func isBefore(_ one: String, _ other: String) -> Bool {
        func parts(_ text: String) -> [(number: Int, text: String)] {
            text.matches(of: /\d+|\D+/).map { (Int($0.output) ?? -1, String($0.output)) }
        }
        for (a, b) in zip(parts(one), parts(other)) {
            if a.number >= 0, b.number >= 0, a.number != b.number { return a.number < b.number }
            if a.text != b.text { return a.text < b.text }
        }
        return one.utf8.count < other.utf8.count
    }
}
