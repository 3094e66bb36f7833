import JSONText

/// Reads the flat object of a reading from untrusted bytes: strict JSON, bounded in depth, keys and
/// lengths, nothing allocated a payload but short strings. Keeps its memory from one to the next.
struct PayloadParser {
    /// What a payload says, not yet judged.
    struct Fields {
        var machineID: String?
        var provider = ""
        var run = ""
        var sequence: Int64?
        var time: Int64?
        /// One a channel; ``Swift/Double/missing`` where the payload has none.
        var values: [Double]
        /// A number was infinite.
        var isFinite = true
        var unknownMembers = 0
    }

    let channels: [String]
    let limits: PayloadLimits
    private(set) var fields: Fields
    private var text = [UInt8]()
    private var keys: [(object: Int, start: Int, length: Int)] = []
    private var keyBytes: [UInt8] = []
    private let names: [[UInt8]]
    private static let known: [[UInt8]] = ["machineID", "provider", "run", "seq", "time"].map {
        Array($0.utf8)
    }

    init(channels: [String], limits: PayloadLimits = PayloadLimits()) {
        self.channels = channels
        self.limits = limits
        names = channels.map { Array($0.utf8) }
        fields = Fields(values: Array(repeating: .missing, count: channels.count))
        text.reserveCapacity(limits.stringBytes)
    }

    /// Reads `payload` into ``fields``.
    mutating func parse(_ payload: UnsafeRawBufferPointer) throws(Refusal) {
        guard payload.count <= limits.bytes else { throw .tooLarge }
        guard UTF8Check.isValid(payload) else { throw .notUTF8 }
        fields.machineID = nil
        fields.provider = ""
        fields.run = ""
        fields.sequence = nil
        fields.time = nil
        fields.isFinite = true
        fields.unknownMembers = 0
        for index in fields.values.indices { fields.values[index] = .missing }
        keys.removeAll(keepingCapacity: true)
        keyBytes.removeAll(keepingCapacity: true)
        var cursor = JSONScanner(bytes: payload)
        cursor.skipSpace()
        guard cursor.peek == UInt8(ascii: "{") else {
            // Sound JSON of another kind is the wrong shape, all else is no JSON.
            try skipValue(&cursor, depth: 1)
            cursor.skipSpace()
            throw cursor.isAtEnd ? .wrongShape : .notJSON
        }
        var shape = true
        try members(&cursor, depth: 1) { (parser, cursor) throws(Refusal) in
            if try parser.take(&cursor) == false { shape = false }
        }
        cursor.skipSpace()
        guard cursor.isAtEnd else { throw .notJSON }
        guard shape, fields.machineID != nil, fields.sequence != nil, fields.time != nil else {
            throw .wrongShape
        }
    }

    // MARK: Members

    /// Takes the value of the key in ``text``.
    /// - Returns: false if it is of the wrong type.
    private mutating func take(_ cursor: inout JSONScanner) throws(Refusal) -> Bool {
        if let channel = names.firstIndex(of: text) {
            guard cursor.isAtNumber else {
                // Null stands for a value the machine did not have.
                let isNull = cursor.peek == UInt8(ascii: "n")
                try skipValue(&cursor, depth: 2)
                return isNull
            }
            let value = try token(&cursor, limit: limits.stringBytes).value
            if !value.isFinite { fields.isFinite = false }
            fields.values[channel] = value
            return true
        }
        switch Self.known.firstIndex(of: text) {
        case 0: return try string(&cursor) { $0.machineID = $1 }
        case 1: return try string(&cursor) { $0.provider = $1 }
        case 2: return try string(&cursor) { $0.run = $1 }
        case 3: return try whole(&cursor) { $0.sequence = $1 }
        case 4: return try whole(&cursor) { $0.time = $1 }
        default:
            fields.unknownMembers += 1
            try skipValue(&cursor, depth: 2)
            return true
        }
    }

    private mutating func string(
        _ cursor: inout JSONScanner, _ set: (inout Fields, String) -> Void
    ) throws(Refusal) -> Bool {
        guard cursor.peek == UInt8(ascii: "\"") else {
            try skipValue(&cursor, depth: 2)
            return false
        }
        try readString(&cursor)
        set(&fields, String(decoding: text, as: UTF8.self))
        return true
    }

    private mutating func whole(
        _ cursor: inout JSONScanner, _ set: (inout Fields, Int64) -> Void
    ) throws(Refusal) -> Bool {
        guard cursor.isAtNumber else {
            try skipValue(&cursor, depth: 2)
            return false
        }
        guard let value = try token(&cursor, limit: limits.stringBytes).whole else { return false }
        set(&fields, value)
        return true
    }

    // MARK: JSON

    /// Walks the members of the object at the cursor; `value` is called behind each colon with the
    /// key in ``text``, and must take the value.
    private mutating func members(
        _ cursor: inout JSONScanner, depth: Int,
        _ value: (inout PayloadParser, inout JSONScanner) throws(Refusal) -> Void
    ) throws(Refusal) {
        guard depth <= limits.depth else { throw .overLimits }
        let object = cursor.position
        cursor.position += 1
        cursor.skipSpace()
        if cursor.take("}") { return }
        while true {
            cursor.skipSpace()
            guard cursor.peek == UInt8(ascii: "\"") else { throw .notJSON }
            try readString(&cursor)
            try remember(object)
            cursor.skipSpace()
            guard cursor.take(":") else { throw .notJSON }
            cursor.skipSpace()
            try value(&self, &cursor)
            cursor.skipSpace()
            if cursor.take("}") { return }
            guard cursor.take(",") else { throw .notJSON }
        }
    }

    /// Notes the key in ``text`` as one of `object`'s.
    private mutating func remember(_ object: Int) throws(Refusal) {
        guard keys.count < limits.keys else { throw .overLimits }
        for key in keys where key.object == object && key.length == text.count {
            if keyBytes[key.start..<key.start + key.length].elementsEqual(text) { throw .notJSON }
        }
        keys.append((object, keyBytes.count, text.count))
        keyBytes.append(contentsOf: text)
    }

    private mutating func skipValue(_ cursor: inout JSONScanner, depth: Int) throws(Refusal) {
        switch cursor.peek {
        case UInt8(ascii: "\""): try readString(&cursor)
        case UInt8(ascii: "{"):
            try members(&cursor, depth: depth) { (parser, cursor) throws(Refusal) in
                try parser.skipValue(&cursor, depth: depth + 1)
            }
        case UInt8(ascii: "["):
            guard depth <= limits.depth else { throw .overLimits }
            cursor.position += 1
            cursor.skipSpace()
            if cursor.take("]") { return }
            while true {
                cursor.skipSpace()
                try skipValue(&cursor, depth: depth + 1)
                cursor.skipSpace()
                if cursor.take("]") { return }
                guard cursor.take(",") else { throw .notJSON }
            }
        case UInt8(ascii: "t"): guard cursor.take("true") else { throw .notJSON }
        case UInt8(ascii: "f"): guard cursor.take("false") else { throw .notJSON }
        case UInt8(ascii: "n"): guard cursor.take("null") else { throw .notJSON }
        default:
            guard cursor.isAtNumber else { throw .notJSON }
            _ = try token(&cursor, limit: limits.bytes)
        }
    }

    /// Reads the string at the cursor into ``text``, decoded.
    private mutating func readString(_ cursor: inout JSONScanner) throws(Refusal) {
        text.removeAll(keepingCapacity: true)
        cursor.position += 1
        while true {
            guard let byte = cursor.next() else { throw .notJSON }
            switch byte {
            case UInt8(ascii: "\""): return
            case UInt8(ascii: "\\"):
                guard let scalar = try? cursor.escape() else { throw .notJSON }
                text.append(contentsOf: UTF8.encode(scalar)!)
            case 0..<0x20: throw .notJSON
            default: text.append(byte)
            }
            if text.count > limits.stringBytes { throw .overLimits }
        }
    }

    private func token(
        _ cursor: inout JSONScanner, limit: Int
    ) throws(Refusal) -> JSONScanner.NumberToken {
        guard let token = cursor.number() else { throw .notJSON }
        guard token.bytes.count <= limit else { throw .overLimits }
        return token
    }
}
