import CommandLineTool
import LabelledFiles

/// Sets of labelled series that others have published, each with its layout, its probation and a
/// score of its own (docs/public-sets.md).
public enum PublicSet: String, CaseIterable, Sendable {
    /// Numenta Anomaly Benchmark.
    case nab
    /// Skoltech Anomaly Benchmark.
    case skab
    /// The Elephant in the Room: TSB-AD-U and TSB-AD-M.
    case tsbAD = "tsb-ad"
    /// UCR Time Series Anomaly Archive.
    case ucr
    /// Server Machine Dataset of OmniAnomaly.
    case smd
    /// Web Service Dataset of AnoTransfer.
    case wsd
    /// Tennessee Eastman Process, the runs of Chiang, Russell and Braatz.
    case tep

    /// `nab:/path/to/NAB`, for help and messages.
    public static let forms = allCases.map { "\($0.rawValue):FOLDER" }

    /// The set and the folder that `argument` names; nil where it is a file's name.
    public static func named(_ argument: String) -> (set: PublicSet, folder: String)? {
        guard let colon = argument.firstIndex(of: ":"),
            let set = PublicSet(rawValue: String(argument[..<colon]))
        else { return nil }
        return (set, String(argument[argument.index(after: colon)...]))
    }

    /// The series of the set that lie in `path`, in the order of their names.
    /// - Throws: `ToolFailure` (usage) saying what of the layout is not there.
    public func members(in path: String) throws -> [SetMember] {
        let folder = try SetFolder(path, of: self)
        switch self {
        case .nab: return try NABLayout.members(folder)
        case .skab: return try CSVLayouts.skab(folder)
        case .tsbAD: return try CSVLayouts.tsbAD(folder)
        case .wsd: return try CSVLayouts.wsd(folder)
        case .ucr: return try UCRLayout.members(folder)
        case .smd: return try SMDLayout.members(folder)
        case .tep: return try TEPLayout.members(folder)
        }
    }

    /// An empty sum of the set's own score.
    public func score() -> any SetScore {
        switch self {
        case .nab: NABSetScore()
        case .skab: SKABScore()
        case .tsbAD: VUSScore()
        case .ucr: PeakScore()
        case .smd: AdjustedF1Score(delay: nil)
        case .wsd: AdjustedF1Score(delay: 7)
        case .tep: DetectionRateScore()
        }
    }
}

/// One series of a set.
public struct SetMember: Sendable {
    /// As reports call it.
    public var name: String
    /// Reads it; what is not scored are the rows that the set gives to learn from.
    public var load: @Sendable () throws -> any LabelledDataset
    /// What the set's own score has to know beside rows and labels.
    public var facts: Facts

    public struct Facts: Sendable, Equatable {
        /// First row that is scored, where times alone don't tell: they may repeat.
        public var firstRow: Int?
        /// The windows of NAB, first and last time of each, in the order of the file.
        public var windows: [TimePair] = []
        /// Where the set has classes of events: the fault of TEP.
        public var kind = ""

        public init() {}
    }

    /// First and last time of a window, both inside.
    public struct TimePair: Sendable, Equatable {
        public var first: Int64
        public var last: Int64
    }
}
