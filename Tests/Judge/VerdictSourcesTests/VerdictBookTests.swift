import Telemetry
import TestSupport
import Testing
import VerdictSources

private let second: Int64 = 1_000_000_000
private let window = TimeWindow(start: 1000 * second, end: 1100 * second)
private let names = MachineNames([
    ("machine1", ["smith-machine1"]), ("machine12", []), ("press-2", []),
])

private func said(
    _ form: SaidVerdict.Form, at time: Double, of machine: String = "machine1", origin: String = ""
) -> VerdictItem {
    .said(
        SaidVerdict(
            machine: machine, origin: origin, form: form, time: Int64(time * 1e9)))
}

/// Rows of `machine1` that are flagged, as seconds, and the account; rows are a second apart, without
/// those of `missing`.
private func flagged(
    _ items: [VerdictItem], missing: Range<Int> = 0..<0, clock: PlayClock? = nil
) -> (rows: [Int], account: VerdictAccount) {
    var book = VerdictBook(names, window: window, clock: clock)
    for item in items { book.take(item) }
    var closed = book.closed()
    let rows = (1000..<1100).filter { !missing.contains($0) }
    // In two pieces, as a store gives them.
    var marks: [FlagTrack.Mark] = []
    for part in [rows.prefix(37), rows.dropFirst(37)] {
        marks += closed.marks(
            machine: "machine1", times: part.map { Int64($0) * second }, period: second,
            gap: 10 * second, probationEnd: 1010 * second)
    }
    return (zip(rows, marks).filter(\.1.isFlagged).map(\.0), closed.finalAccount)
}

@Suite struct `A verdict` {
    @Test func `flags the same readings in each of its three forms`() {
        let readings = flagged(
            (1020..<1025).map { said(.reading(isFlagged: true), at: Double($0)) })
        let moments = flagged((1020..<1025).map { said(.moment, at: Double($0) + 0.4) })
        let interval = flagged([said(.over(end: 1025 * second), at: 1020)])
        let pair = flagged([said(.firing, at: 1020.2), said(.resolved, at: 1024.7)])
        for result in [readings, moments, interval, pair] {
            #expect(result.rows == [1020, 1021, 1022, 1023, 1024])
        }
        #expect(readings.account.counts == [.judged: 5])
        #expect(interval.account.counts == [.judged: 1])
        #expect(pair.account.counts == [.judged: 1, .ending: 1])
    }

    @Test func `means the reading whose edge it is near`() {
        // A double has no room for all nanoseconds, and stores keep milliseconds.
        #expect(flagged([said(.moment, at: 1020 - 1e-7)]).rows == [1020])
        #expect(flagged([said(.over(end: 1022 * second + 200), at: 1020)]).rows == [1020, 1021])
    }

    @Test func `that is never resolved lasts to the end, and that is said`() {
        let result = flagged([said(.firing, at: 1095)])
        #expect(result.rows == [1095, 1096, 1097, 1098, 1099])
        #expect(result.account.unresolved == 1)
    }

    @Test func `is in exactly one count`() {
        let items = [
            said(.moment, at: 1020), said(.moment, at: 1020),
            said(.moment, at: 1020.0, of: "smith-machine1"),
            said(.moment, at: 1020, of: "pump"), said(.moment, at: 900),
            said(.moment, at: 1100), said(.moment, at: 1005),
            said(.reading(isFlagged: false), at: 1030), said(.resolved, at: 1050),
            .notUnderstood(text: "?", reason: "no JSON"), said(.moment, at: 1060.5),
        ]
        let account = flagged(items, missing: 1060..<1090).account
        #expect(
            account.counts == [
                .judged: 1, .repeated: 2, .otherMachine: 1, .beforeStart: 1, .afterEnd: 1,
                .inWarmup: 1, .notFlagged: 1, .endingNothing: 1, .notUnderstood: 1,
                .withoutReading: 1,
            ])
        #expect(account.received == items.count)
        #expect(account.listed.count == 8)
    }

    @Test func `in a short gap flags the first reading behind it`() {
        #expect(flagged([said(.moment, at: 1041)], missing: 1040..<1045).rows == [1045])
        #expect(
            flagged([said(.over(end: 1043 * second), at: 1041)], missing: 1040..<1045).rows == [
                1045
            ])
        #expect(flagged([said(.moment, at: 1041)], missing: 1040..<1060).rows == [])
    }

    @Test func `makes the same alarms whatever order messages come in`() {
        let items = [
            said(.firing, at: 1020, origin: "a"), said(.firing, at: 1020, origin: "a"),
            said(.over(end: 1030 * second), at: 1020, origin: "a"),
            said(.firing, at: 1040, origin: "b"), said(.resolved, at: 1045, origin: "b"),
            said(.firing, at: 1060, origin: "b"), said(.resolved, at: 1062, origin: "b"),
        ]
        let expected = flagged(items)
        #expect(expected.rows == Array(1020..<1030) + Array(1040..<1045) + [1060, 1061])
        #expect(expected.account.counts == [.judged: 3, .ending: 3, .repeated: 1])
        for shift in 1..<items.count {
            let turned = Array(items[shift...] + items[..<shift])
            for order in [turned, turned.reversed()] {
                let result = flagged(order)
                #expect(result.rows == expected.rows)
                #expect(result.account.counts == expected.account.counts)
            }
        }
    }

    @Test func `of the world's clock is put on the readings'`() {
        let clock = PlayClock(dataStart: 1000 * second, wallStart: 5000 * second, speed: 10)
        let item = VerdictItem.said(
            SaidVerdict(
                machine: "machine1", form: .over(end: 5003 * second), time: 5002 * second,
                clock: .wall))
        #expect(flagged([item], clock: clock).rows == Array(1020..<1030))
        #expect(clock.wall(ofData: 1020 * second) == 5002 * second)
    }
}

@Suite struct `The machines of a text` {
    @Test(arguments: [
        ("power of machine1 is high", ["machine1"]), ("machine12: power", ["machine12"]),
        ("machine1, machine12 and press-2.", ["machine1", "machine12", "press-2"]),
        ("machine13 or xmachine1", []), ("press-2 - too hot", ["press-2"]),
        ("press-22", []), ("on smith-machine1!", ["machine1"]), ("", []),
        ("Überdruck an machine1\u{2013}Ventil", []),
    ])
    func `are those it names as whole words`(text: String, machines: [String]) {
        #expect(names.mentioned(in: text) == machines)
    }
}
