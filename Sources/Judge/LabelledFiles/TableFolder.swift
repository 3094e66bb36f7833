import CommandLineTool
import Foundation

/// A folder of tables with the same columns, which are one table.
enum TableFolder {
    private static let endings = [".csv", ".tsv", ".txt", ".parquet"]

    /// Its files in the order of their names, numbers by their size; what else lies there is passed over.
    /// - Throws: ``ToolFailure`` (usage) where there are none.
    static func files(in folder: String) throws -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        let tables = names.filter { name in
            let plain = [".gz", ".zst"].reduce(name.lowercased()) {
                $0.hasSuffix($1) ? String($0.dropLast($1.count)) : $0
            }
            return !name.hasPrefix(".") && endings.contains(where: plain.hasSuffix)
        }
        guard !tables.isEmpty else {
            throw ToolFailure.usage(
                "\(folder): the folder has no files .csv, .tsv, .txt or .parquet (also .gz or .zst); name"
                    + " a file, or a folder of files with the same columns")
        }
        return tables.sorted { $0.compare($1, options: [.numeric]) == .orderedAscending }
            .map { "\(folder)/\($0)" }
    }
}
