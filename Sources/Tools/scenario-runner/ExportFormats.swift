import CSVFiles
import Telemetry

/// One row of an export.
struct ExportRow {
    var time: Int64
    var sequence: Int64
    /// Position of the machine in the plan, and who the reading says it comes from.
    var machine: Int
    var machineID: String
    var provider: String
    /// When it was made; `time` is what its clock said.
    var madeAt: Int64
    /// As many as the export has columns.
    var values: [Double]
    var isAnomalous = false
    /// Kinds at work, joined by +; empty for none.
    var kind = ""
    /// Faults that it is anomalous for, as `KIND#NUMBER` joined by +: a number each on its machine.
    var events = ""
    /// Whether neither answer about it is wrong.
    var isIgnored = false
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
        try out.append(
            "time,machineID,\(columns.joined(separator: ",")),label,kind,events,ignored\n")
    }

    func write(_ row: ExportRow, _ out: inout CSVWriter) throws {
        try out.append(Instant.text(row.time))
        try out.append(",")
        try out.append(quoting: row.machineID)
        for value in row.values {
            try out.append(",")
            try out.append(value)
        }
        try out.append(row.isAnomalous ? ",1," : ",0,")
        try out.append(row.kind)
        try out.append(",")
        try out.append(row.events)
        try out.append(row.isIgnored ? ",1\n" : ",0\n")
    }
}

/// The payload of the wire, a line a reading, with label and kind.
struct JSONLines: ExportFormat {
    let columns: [String]

    init(_ columns: [String]) { self.columns = columns }

    func begin(_ out: inout CSVWriter) {}

    func write(_ row: ExportRow, _ out: inout CSVWriter) throws {
        try out.append("{\"machineID\":\(row.machineID.jsonText),\"provider\":")
        try out.append(row.provider.jsonText)
        try out.append(",\"seq\":\(row.sequence),\"time\":\(row.time)")
        for (column, value) in zip(columns, row.values) where value.isFinite {
            try out.append(",\"\(column)\":")
            try out.append(value)
        }
        try out.append(",\"label\":\(row.isAnomalous ? 1 : 0),\"kind\":\"\(row.kind)\"")
        try out.append(",\"events\":\"\(row.events)\",\"ignored\":\(row.isIgnored ? 1 : 0)}\n")
    }
}

/// Table `machine_data`, as the stack writes it, with label and kind.
struct LineProtocolLines: ExportFormat {
    let columns: [String]

    init(_ columns: [String]) { self.columns = columns }

    func begin(_ out: inout CSVWriter) {}

    func write(_ row: ExportRow, _ out: inout CSVWriter) throws {
        try out.append("machine_data,machineID=\(row.machineID.lineProtocolTag)")
        if !row.provider.isEmpty {
            try out.append(",provider=\(row.provider.lineProtocolTag)")
        }
        try out.append(" ")
        for (column, value) in zip(columns, row.values) where value.isFinite {
            try out.append("\(column)=")
            try out.append(value)
            try out.append(",")
        }
        try out.append("seq=\(row.sequence)i,label=\(row.isAnomalous ? 1 : 0)i")
        try out.append(",kind=\"\(row.kind)\",events=\"\(row.events)\"")
        try out.append(",ignored=\(row.isIgnored ? 1 : 0)i \(row.time)\n")
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
