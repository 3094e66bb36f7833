import Alerting
import AnomalyDetection
import DetectionPipeline
import Telemetry
import Testing

@Suite struct AlertPolicyTests {
    /// What a policy tells of runs that begin and end at the given seconds.
    private func told(
        _ policy: inout AlertPolicy, _ runs: [(machine: String, start: Int64)],
        run name: String = "r1"
    ) -> [Alert] {
        runs.flatMap { item -> [Alert] in
            let found = run(item.machine, start: item.start)
            return [
                policy(.opened(found), run: name, channels: channelNames),
                policy(.closed(found), run: name, channels: channelNames),
            ].compactMap { $0 }
        }
    }

    @Test func `a run is told once when it begins and once when it is over`() throws {
        var policy = AlertPolicy()
        let alerts = told(&policy, [("machine1", 100)])
        #expect(alerts.map(\.state) == [.open, .closed])
        #expect(alerts[0].id == alerts[1].id)
        #expect(alerts[0].key != alerts[1].key)
        #expect(alerts[0].machineID == "machine1")
        #expect(alerts[0].start == midnight + 100 * second)
        #expect(alerts[0].peakScore == 0.93)
        #expect(alerts[0].channel == "vibration")
        #expect(alerts[0].value == 512.25)
    }

    @Test func `within the cooldown a series is not told again, and counted`() {
        var policy = AlertPolicy(cooldown: 300 * second)
        let alerts = told(
            &policy,
            [
                ("machine1", 0), ("machine1", 60), ("machine1", 299), ("machine2", 100),
                ("machine1", 300),
            ])
        #expect(
            alerts.map { "\($0.machineID) \($0.state) \(($0.start - midnight) / second)" } == [
                "machine1 open 0", "machine1 closed 0", "machine2 open 100", "machine2 closed 100",
                "machine1 open 300", "machine1 closed 300",
            ])
        #expect(alerts.map(\.untold) == [0, 0, 0, 0, 2, 0])
    }

    @Test func `a cooldown lasts until the next reading at least`() {
        var policy = AlertPolicy(cooldown: 300 * second)
        var first = run(start: 0)
        first.period = 3600 * second
        var next = run(start: 3000)
        next.period = 3600 * second
        #expect(policy(.opened(first), run: "r1", channels: channelNames) != nil)
        #expect(policy(.opened(next), run: "r1", channels: channelNames) == nil)
        var far = run(start: 0)
        far.alarm = TimeWindow(start: .max, end: .max)
        #expect(policy(.opened(far), run: "r1", channels: channelNames) != nil)
        far.alarm = TimeWindow(start: .min, end: .min)
        #expect(policy(.opened(far), run: "r1", channels: channelNames) == nil)
    }

    @Test func `the end of a run that was not told is not told either`() {
        var policy = AlertPolicy()
        _ = policy(.opened(run(start: 0)), run: "r1", channels: channelNames)
        #expect(policy(.opened(run(start: 20)), run: "r1", channels: channelNames) == nil)
        #expect(policy(.closed(run(start: 20)), run: "r1", channels: channelNames) == nil)
        #expect(policy(.closed(run(start: 0)), run: "r1", channels: channelNames)?.state == .closed)
        #expect(policy(.closed(run(start: 0)), run: "r1", channels: channelNames) == nil)
    }

    /// The run as it stands when it counts again `seconds` after its start.
    private func again(_ run: AnomalyRun, after seconds: Int64, _ count: Int) -> AnomalyRun {
        var run = run
        run.alarm = TimeWindow(
            start: run.start + seconds * second, end: run.start + (seconds + 1) * second)
        run.alarmCount = count
        return run
    }

    @Test func `an alarm that lasts is told of again, and not within the cooldown`() throws {
        var policy = AlertPolicy(cooldown: 300 * second)
        let found = run(start: 0)
        func told(_ finding: Finding) -> Alert? {
            policy(finding, run: "r1", channels: channelNames)
        }
        let first = try #require(told(.opened(found)))
        #expect(told(.repeated(again(found, after: 299, 2))) == nil)
        let later = try #require(told(.repeated(again(found, after: 300, 3))))
        #expect(later.state == .open && later.repeats == 2 && later.untold == 0)
        #expect(later.id == first.id && later.key != first.key)
        #expect(
            AlertMessage.alert(later).sentence.hasPrefix("machine1 is still anomalous, since"))
        #expect(told(.closed(again(found, after: 300, 3)))?.state == .closed)
    }

    @Test func `one that began too soon to be told is told once it has lasted`() throws {
        var policy = AlertPolicy(cooldown: 300 * second)
        #expect(policy(.opened(run(start: 0)), run: "r1", channels: channelNames) != nil)
        let found = run(start: 60)
        #expect(policy(.opened(found), run: "r1", channels: channelNames) == nil)
        let later = policy(
            .repeated(again(found, after: 300, 2)), run: "r1", channels: channelNames)
        #expect(later?.start == found.start && later?.untold == 1)
        #expect(policy(.closed(found), run: "r1", channels: channelNames)?.state == .closed)
    }

    @Test func `how often it was told is kept with an alert that waits`() throws {
        var outbox = Outbox()
        let found = again(run(start: 0), after: 300, 8)
        let alert = Alert(.open, found, run: "r1", channels: channelNames)
        outbox.put(.alert(alert), at: .zero)
        var writer = StateWriter()
        outbox.save(to: &writer, at: .zero)
        var reader = StateReader(writer.bytes)
        var restored = try Outbox(from: &reader, at: .zero)
        #expect(restored.step(at: .zero) == .send(.alert(alert), isPlain: false))
        #expect(alert.repeats == 7)
    }

    @Test func `ends are not told where nobody wants them`() {
        var policy = AlertPolicy(cooldown: 0, tellsEnd: false)
        #expect(told(&policy, [("machine1", 0), ("machine1", 20)]).map(\.state) == [.open, .open])
    }

    @Test func `ids follow from run, series and start alone`() {
        var first = AlertPolicy()
        var second = AlertPolicy(cooldown: 0)
        let once = told(&first, [("machine1", 0)])[0]
        let again = told(&second, [("machine2", 5), ("machine1", 0)])[2]
        #expect(once.id == again.id)
        #expect(once.id.count == 32)
        var ids = Set([once.id])
        var other = AlertPolicy()
        ids.insert(told(&other, [("machine1", 0)], run: "r2")[0].id)
        ids.insert(told(&other, [("machine1", 1_000)])[0].id)
        ids.insert(told(&other, [("machine11", 0)])[0].id)
        #expect(ids.count == 4)
    }

    @Test func `a policy that was saved goes on as if nothing had happened`() throws {
        let runs = (0..<200).map { index -> (machine: String, start: Int64) in
            ("machine\(index % 7)", Int64(index * 37 % 5_000))
        }.sorted { $0.start < $1.start }
        for cut in stride(from: 0, through: runs.count, by: 23) {
            var whole = AlertPolicy()
            let expected = told(&whole, runs)
            var before = AlertPolicy()
            var alerts = told(&before, Array(runs[..<cut]))
            var writer = StateWriter()
            before.save(to: &writer)
            var after = AlertPolicy()
            var reader = StateReader(writer.bytes)
            try after.restore(from: &reader)
            #expect(reader.isAtEnd)
            #expect(after == before)
            alerts += told(&after, Array(runs[cut...]))
            #expect(alerts == expected, "cut at \(cut)")
        }
    }

    @Test func `a broken state is refused and changes nothing`() throws {
        var policy = AlertPolicy()
        _ = told(&policy, [("machine1", 0)])
        var writer = StateWriter()
        policy.save(to: &writer)
        for count in 0..<writer.bytes.count {
            var reader = StateReader(Array(writer.bytes[..<count]))
            var other = AlertPolicy()
            #expect(throws: (any Error).self) { try other.restore(from: &reader) }
            #expect(other == AlertPolicy())
        }
    }
}
