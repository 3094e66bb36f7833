import Foundation
import JSONText
import Scoring

extension Trace {
    /// The curves as a page embeds them: times in seconds from ``start``, values in 65,534 steps
    /// between a column's least and greatest value, base64.
    /// - Parameter machineIndex: the page's number of each machine.
    func json(machineIndex: [String: Int]) -> JSONValue {
        .array(
            machines.compactMap { machine in
                machineIndex[machine.id].map { machine.json(index: $0, start: start) }
            })
    }
}

extension MachineTrace {
    fileprivate func json(index: Int, start: Int64) -> JSONValue {
        func seconds(_ time: Int64) -> JSONValue { .number(time.seconds(since: start)) }
        let isExact = isExact
        let scales = (0..<columnCount).map { StepScale(column: $0, of: self) }
        return .object([
            ("i", .integer(index)), ("ch", .array(channels.map { .string($0) })),
            ("o", seconds(origin)), ("w", .number(Double(width) / 1e9)),
            ("n", .integer(states.count)), ("exact", .bool(isExact)),
            (
                "c",
                .array(
                    scales.enumerated().map { column, scale in
                        scale.json(
                            lows: lows, highs: highs, column: column, of: columnCount,
                            isExact: isExact)
                    })
            ),
            ("s", .string(Data(states.map(\.rawValue)).base64EncodedString())),
            (
                "z",
                .array(closeUps.map { $0.json(scales: scales, start: start) })
            ),
        ])
    }
}

/// Least and greatest finite value of a column, and its values as steps between them.
private struct StepScale {
    var low = Float.infinity
    var high = -Float.infinity
    /// Whether the column has its one value in every bucket that has rows, so that it need not be
    /// spelled out.
    var isConstant: Bool

    init(column: Int, of machine: MachineTrace) {
        isConstant = true
        for bucket in machine.states.indices {
            let place = bucket * machine.columnCount + column
            let (a, b) = (machine.lows[place], machine.highs[place])
            if !a.isFinite && !b.isFinite {
                if machine.states[bucket].contains(.hasRows) { isConstant = false }
                continue
            }
            if a.isFinite { low = min(low, a) }
            if b.isFinite { high = max(high, b) }
        }
        for closeUp in machine.closeUps {
            for place in stride(
                from: column, to: closeUp.values.count, by: machine.columnCount)
            where !closeUp.values[place].isFinite { isConstant = false }
        }
        if low != high { isConstant = false }
    }

    func json(lows: [Float], highs: [Float], column: Int, of count: Int, isExact: Bool)
        -> JSONValue
    {
        if low > high { return .object([]) }
        if isConstant { return .object([("k", .number(Double(low)))]) }
        var members: [(key: String, value: JSONValue)] = [
            ("lo", .number(Double(low))), ("hi", .number(Double(high))),
            ("a", steps(lows, column, count)),
        ]
        if !isExact { members.append(("b", steps(highs, column, count))) }
        return .object(members)
    }

    func steps(_ values: [Float], _ column: Int, _ count: Int) -> JSONValue {
        if low > high || isConstant { return .null }
        // An array first: Data is slow at single bytes.
        var bytes: [UInt8] = []
        bytes.reserveCapacity(values.count / count * 2)
        let scale = high > low ? 65533 / Double(high - low) : 0
        for place in stride(from: column, to: values.count, by: count) {
            let value = values[place]
            let step =
                value.isFinite ? UInt16(1 + (Double(value - low) * scale).rounded()) : 0
            bytes.append(UInt8(step & 255))
            bytes.append(UInt8(step >> 8))
        }
        return .string(Data(bytes).base64EncodedString())
    }
}

extension CloseUp {
    fileprivate func json(scales: [StepScale], start: Int64) -> JSONValue {
        let first = times[0]
        let interval = times.count > 1 ? times[1] &- first : 0
        let isEven = times.indices.allSatisfy { times[$0] == first &+ Int64($0) &* interval }
        return .object([
            ("o", .number(first.seconds(since: start))), ("n", .integer(times.count)),
            isEven
                ? ("d", .number(Double(interval) / 1e9))
                : ("t", .array(times.map { .number($0.seconds(since: start)) })),
            (
                "c",
                .array(
                    scales.enumerated().map { column, scale in
                        scale.steps(values, column, scales.count)
                    })
            ),
        ])
    }
}
