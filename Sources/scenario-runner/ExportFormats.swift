import CSVFiles
import MachineSimulation
import Scenarios
import Telemetry

/// One row of an export.
struct ExportRow {
    var time: Int64
    var sequence: Int64
    var machine: MachinePlan
    /// As many as the export has columns.
    var values: UnsafeMutableBufferPointer<Double>
    var isAnomalous: Bool
    /// Kinds at work, joined by +; empty for none.
    var kind: String
}

/// How rows are written.
protocol ExportFormat {
    func begin(_ out: inout CSVWriter) throws
    func write(_ row: ExportRow, _ out: inout CSVWriter) throws
}

struct CSVLines: ExportFormat {
    let columns: [String]

    init(_ columns: [String]) { self.columns = columns }

    func begin(_ out: inout CSVWriter) throws {
        try out.append("time,machineID,\(columns.joined(separator: ",")),label,kind\n")
    }

    func write(_ row: ExportRow, _ out: inout CSVWriter) throws {
        try out.append(Instant.text(row.time))
        try out.append(",")
        try out.append(row.machine.id)
        for value in row.values {
            try out.append(",")
            try out.append(value)
        }
        try out.append(row.isAnomalous ? ",1," : ",0,")
        try out.append(row.kind)
        try out.append("\n")
    }
}

/// The payload of the wire, a line a reading, with label and kind.
struct JSONLines: ExportFormat {
    let columns: [String]

    init(_ columns: [String]) { self.columns = columns }

    func begin(_ out: inout CSVWriter) {}

    func write(_ row: ExportRow, _ out: inout CSVWriter) throws {
        try out.append("{\"machineID\":\"\(row.machine.id)\",\"provider\":")
        try out.append(row.machine.provider.jsonText)
        try out.append(",\"seq\":\(row.sequence),\"time\":\(row.time)")
        for (column, value) in zip(columns, row.values) where value.isFinite {
            try out.append(",\"\(column)\":")
            try out.append(value)
        }
        try out.append(",\"label\":\(row.isAnomalous ? 1 : 0),\"kind\":\"\(row.kind)\"}\n")
    }
}

/// Table `machine_data`, as the stack writes it, with label and kind.
struct LineProtocolLines: ExportFormat {
    let columns: [String]

    init(_ columns: [String]) { self.columns = columns }

    func begin(_ out: inout CSVWriter) {}

    func write(_ row: ExportRow, _ out: inout CSVWriter) throws {
        try out.append("machine_data,machineID=\(row.machine.id)")
        if !row.machine.provider.isEmpty {
            try out.append(",provider=\(row.machine.provider.lineProtocolTag)")
        }
        try out.append(" ")
        for (column, value) in zip(columns, row.values) where value.isFinite {
            try out.append("\(column)=")
            try out.append(value)
            try out.append(",")
        }
        try out.append("seq=\(row.sequence)i,label=\(row.isAnomalous ? 1 : 0)i")
        try out.append(",kind=\"\(row.kind)\" \(row.time)\n")
    }
}

extension String {
    fileprivate var jsonText: String {
        var text = "\""
        for scalar in unicodeScalars {
            switch scalar {
            case "\"", "\\": text += "\\\(scalar)"
            case _ where scalar.value < 32:
                let digits = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text + "\""
    }

    fileprivate var lineProtocolTag: String {
        var text = ""
        for scalar in unicodeScalars where scalar.value >= 32 && scalar != "\\" {
            if ", =".unicodeScalars.contains(scalar) { text += "\\" }
            text.unicodeScalars.append(scalar)
        }
        return text
    }
}

/// A scenario played to a file: row by row over all machines, in constant memory.
struct ScenarioExport {
    let columns: [String]
    private let scenario: Scenario
    private let plan: SimulationPlan
    private let withClean: Bool

    init(_ scenario: Scenario, seed: UInt64?, withClean: Bool) throws {
        self.scenario = scenario
        self.withClean = withClean
        plan = scenario.plan(seed: seed)
        var names: [String] = []
        for machine in plan.machines {
            for channel in MachineProfile.named(machine.profile)?.channels ?? []
            where !names.contains(channel.name) { names.append(channel.name) }
        }
        columns = withClean ? names + names.map { "clean_\($0)" } : names
    }

    /// - Returns: what each anomaly did.
    func write(
        _ format: any ExportFormat, to descriptor: Int32, name: String
    ) throws -> [InjectionRecord] {
        var out = CSVWriter(descriptor: descriptor, name: name)
        try format.begin(&out)
        var machines = try plan.machines.map { try SimulatedMachine($0, in: plan) }
        var labels = plan.machines.map { LabelCursor($0.anomalies) }
        let values = UnsafeMutableBufferPointer<Double>.allocate(capacity: columns.count)
        defer { values.deallocate() }
        values.initialize(repeating: .missing)
        let width = withClean ? columns.count / 2 : columns.count
        for tick in 0..<scenario.tickCount {
            for index in machines.indices {
                labels[index].advance(to: tick)
                try machines[index].advance(1) { time, sequence, clean, faulty in
                    for channel in 0..<faulty.count {
                        values[channel] = faulty[channel]
                        if withClean { values[width + channel] = clean[channel] }
                    }
                    try format.write(
                        ExportRow(
                            time: time, sequence: sequence, machine: plan.machines[index],
                            values: values, isAnomalous: labels[index].isAnomalous,
                            kind: labels[index].kind), &out)
                }
            }
        }
        try out.flush()
        return machines.flatMap(\.records)
    }
}

/// What acts on a machine at a tick, brought up to date where something comes or goes.
private struct LabelCursor {
    private(set) var isAnomalous = false
    private(set) var kind = ""
    private let anomalies: [AnomalyPlan]
    private var next = 0

    init(_ anomalies: [AnomalyPlan]) { self.anomalies = anomalies }

    mutating func advance(to tick: Int) {
        if tick < next { return }
        next = .max
        var names: [String] = []
        isAnomalous = false
        for anomaly in anomalies {
            let end = anomaly.end ?? .max
            if tick < anomaly.start { next = min(next, anomaly.start) }
            guard tick >= anomaly.start, tick < end else { continue }
            next = min(next, end)
            let group = AnomalyCatalogue.kind(anomaly.kind)?.group
            if group != .benign, group != .transport { isAnomalous = true }
            if !names.contains(anomaly.kind) { names.append(anomaly.kind) }
        }
        kind = names.joined(separator: "+")
    }
}
