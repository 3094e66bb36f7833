import Telemetry

/// Readings under the name that the rest of the pipeline knows their series by.
public struct NamedBatch: Sendable {
    /// `slug(provider)-machineID`, the key of a model.
    public var uniqueID: String
    public var readings: ReadingBatch

    public init(uniqueID: String, readings: ReadingBatch) {
        self.uniqueID = uniqueID
        self.readings = readings
    }
}

/// Two machines whose unique ids would have been one.
public struct SharedLabel: Sendable, Equatable {
    /// What both would have been called.
    public var label: String
    /// Whose it is (with an empty run), and what each is called now.
    public var names: [(machine: SeriesIdentity, uniqueID: String)]

    public static func == (a: SharedLabel, b: SharedLabel) -> Bool {
        a.label == b.label && a.names.map(\.machine) == b.names.map(\.machine)
            && a.names.map(\.uniqueID) == b.names.map(\.uniqueID)
    }
}

/// Second block: gives each machine its unique id.
///
/// The tutorial builds the id row by row; here it is made once a machine and remembered. Provider and
/// machine tell machines apart, the id is their label: runs of one machine share it, and where two
/// machines would share one ("Müller" and "Muller"; "a" with "b-c" and "a-b" with "c") each gets the first
/// digits of a hash of its tags behind it. Those that are known from the start all get them; one
/// that comes later leaves the first its name, so that a name in use never changes.
public struct TransformData: Sendable {
    /// By machine: a series without its run.
    private var labels: [SeriesIdentity: String] = [:]
    // Keyed by Swift's equality on purpose: labels that read the same would be taken for one by people
    // and by every table of theirs.
    private var owners: [String: SeriesIdentity] = [:]
    /// Labels that nobody may have, for more than one machine has wanted them.
    private var contested: Set<String> = []
    /// Labels that two machines wanted, since ``takeShared()`` was last called.
    private var shared: [SharedLabel] = []

    public init() {}

    public mutating func callAsFunction(_ batch: ReadingBatch) -> NamedBatch {
        let machine = batch.series.machine
        if labels[machine] == nil { name([machine]) }
        return NamedBatch(
            uniqueID: labels[machine] ?? Self.uniqueID(of: machine), readings: batch)
    }

    /// Gives those of `series` that have no name one, all together.
    public mutating func name(_ series: some Sequence<SeriesIdentity>) {
        let new = Set(series.map(\.machine)).filter { labels[$0] == nil }.sorted()
        var wanting: [String: [SeriesIdentity]] = [:]
        for machine in new { wanting[Self.uniqueID(of: machine), default: []].append(machine) }
        for machine in new {
            let label = Self.uniqueID(of: machine)
            guard owners[label] == nil, !contested.contains(label), wanting[label]?.count == 1
            else { continue }
            take(label, for: machine)
        }
        for machine in new where labels[machine] == nil {
            let label = Self.uniqueID(of: machine)
            take(longer(label, for: machine), for: machine)
            contested.insert(label)
            // Told once all that want it have their names.
            guard wanting[label]?.last == machine else { continue }
            let others = [owners[label]].compactMap { $0 } + (wanting[label] ?? [])
            shared.append(
                SharedLabel(label: label, names: others.map { ($0, labels[$0] ?? label) }))
        }
    }

    /// Takes names as given, for a restored checkpoint.
    mutating func adopt(_ names: [(machine: SeriesIdentity, uniqueID: String)]) {
        labels = [:]
        owners = [:]
        contested = []
        for (machine, uniqueID) in names {
            take(uniqueID, for: machine.machine)
            let label = Self.uniqueID(of: machine)
            if uniqueID != label { contested.insert(label) }
        }
    }

    /// Labels that two machines wanted, each told once.
    public mutating func takeShared() -> [SharedLabel] {
        defer { shared = [] }
        return shared
    }

    private mutating func take(_ label: String, for machine: SeriesIdentity) {
        labels[machine] = label
        owners[label] = machine
    }

    /// The label with as many digits of the hash as make it its own, six at least.
    private func longer(_ label: String, for machine: SeriesIdentity) -> String {
        let digits = Self.digits(of: machine)
        for count in 6..<digits.count {
            let longer = label + "-" + digits.prefix(count)
            if owners[longer] == nil { return longer }
        }
        return label + "-" + digits
    }

    /// FNV-1a over the bytes of provider and machine, in hexadecimal, and the bytes themselves.
    private static func digits(of machine: SeriesIdentity) -> String {
        let bytes = Array(machine.provider.utf8) + [0xFF] + Array(machine.machineID.utf8)
        let hash = bytes.reduce(0xcbf2_9ce4_8422_2325 as UInt64) {
            ($0 ^ UInt64($1)) &* 0x100_0000_01b3
        }
        func hex(_ number: UInt64, _ width: Int) -> String {
            let digits = String(number, radix: 16)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        return hex(hash, 16) + bytes.map { hex(UInt64($0), 2) }.joined()
    }

    /// The unique id of a series, as the tutorial's TransformData forms it.
    public static func uniqueID(of series: SeriesIdentity) -> String {
        Slug.make(series.provider) + "-" + series.machineID
    }
}

extension SeriesIdentity {
    /// The machine, whatever the run.
    var machine: SeriesIdentity {
        SeriesIdentity(machineID: machineID, provider: provider, run: "")
    }
}
