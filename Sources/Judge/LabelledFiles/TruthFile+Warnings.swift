extension TruthFile {
    /// What a user may not expect of events and data that come together.
    /// - Parameters:
    ///   - machines: of the data; nil where they have one without a name.
    ///   - data: title of the data's file.
    public func warnings(machines: [String]?, data: String) -> [String] {
        var warnings: [String] = []
        if repeatedCount > 0 {
            warnings.append(
                repeatedCount == 1
                    ? "an incident in \(path) comes twice, and counts once"
                    : "\(repeatedCount) incidents in \(path) come again, and count once")
        }
        if !titles.isEmpty, !titles.contains(data), entries.allSatisfy({ $0.data != nil }) {
            let names = titles.prefix(3).joined(separator: ", ") + (titles.count > 3 ? ", ..." : "")
            warnings.append(
                "\(path) says nothing of \(data), so each alarm is a false one: it has windows of"
                    + " \(names)")
        } else if titles.isEmpty, entries.isEmpty {
            warnings.append("\(path) has no events, so each alarm is a false one")
        }
        return warnings + [strangers(machines)].compactMap { $0 }
    }

    /// How many events are of machines that the data do not have; nil for none.
    private func strangers(_ machines: [String]?) -> String? {
        let named = Set(entries.compactMap { $0.machine.map { Array($0.utf8) } })
        guard let machines else {
            return named.count > 1
                ? "\(path) has events of \(named.count) machines, and the data have no column that"
                    + " names machines: all count; --id-column names it" : nil
        }
        let known = Set(machines.map { Array($0.utf8) })
        let strange = entries.count { entry in
            entry.machine.map { !known.contains(Array($0.utf8)) } ?? false
        }
        return strange == 0
            ? nil
            : "\(strange) of \(entries.count) events in \(path) are of machines that the data do not"
                + " have"
    }
}
