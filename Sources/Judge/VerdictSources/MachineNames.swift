/// The machines of a scenario by all that other programs may call them.
public struct MachineNames: Sendable {
    /// As the scenario names them, in its order.
    public let machines: [String]
    private var places: [String: Int] = [:]
    /// Names by their bytes, longest first, so that `machine12` is not taken for `machine1`.
    private var names: [(bytes: [UInt8], place: Int)] = []

    /// - Parameter machines: each with the other names it goes by: its unique id, a name made for one run.
    public init(_ machines: [(machine: String, aliases: [String])]) {
        self.machines = machines.map(\.machine)
        // A machine's own name goes before any other's alias.
        for (place, entry) in machines.enumerated() { places[entry.machine] = place }
        for (place, entry) in machines.enumerated() {
            for alias in entry.aliases where places[alias] == nil { places[alias] = place }
        }
        names = places.map { (Array($0.key.utf8), $0.value) }
            .filter { !$0.bytes.isEmpty }
            .sorted { ($1.bytes.count, $0.place) < ($0.bytes.count, $1.place) }
    }

    /// The place of the machine that is called `name`; nil for none of ours.
    public func place(of name: String) -> Int? { places[name] }

    /// The machines that a text names as words of their own, in the scenario's order.
    public func mentioned(in text: String) -> [String] {
        let text = Array(text.utf8)
        var isTaken = [Bool](repeating: false, count: text.count)
        var found: Set<Int> = []
        for (name, place) in names where name.count <= text.count {
            var start = 0
            while start + name.count <= text.count {
                let range = start..<start + name.count
                if text[start] == name[0], text[range].elementsEqual(name), !isTaken[start],
                    !Self.isWord(text, start - 1), !Self.isWord(text, range.upperBound)
                {
                    for index in range { isTaken[index] = true }
                    found.insert(place)
                }
                start += 1
            }
        }
        return found.sorted().map { machines[$0] }
    }

    /// Letters, digits and what is beyond ASCII make words; so do `-` and `_` within one.
    private static func isWord(_ text: [UInt8], _ index: Int) -> Bool {
        guard text.indices.contains(index) else { return false }
        if isLetter(text[index]) { return true }
        // A dash between blanks parts sentences.
        return "-_".utf8.contains(text[index]) && text.indices.contains(index - 1)
            && text.indices.contains(index + 1) && isLetter(text[index - 1])
            && isLetter(text[index + 1])
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...: true
        default: false
        }
    }
}
