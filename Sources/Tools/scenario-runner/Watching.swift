import AlarmRules
import CommandLineTool
import Foundation
import Scenarios
import Synchronization
import Telemetry
import Testbed
import Threading
import VerdictReceivers
import VerdictSources

/// How a scenario is played to programs that already run: when, how fast, and how long they may answer.
struct Watching: Sendable {
    static let options = [
        CommandOption(
            "start", "now|TIME",
            help: "date the scenario to this moment, or to a time (default: its own; now for"
                + " webhook: and mqtt:)"),
        CommandOption(
            "speed", "X|max",
            help: "seconds of the scenario in one of the world's (default: max; 1 for webhook:,"
                + " mqtt: and influxdb:)"),
        CommandOption(
            "settle", "D",
            help: "wait so long for late verdicts after the end (default: 60s for webhook:, mqtt:"
                + " and influxdb:)"),
    ]

    enum Start: Sendable, Equatable {
        case own, now
        case at(Int64)
    }

    var start = Start.own
    /// Seconds of the readings' time in one of the world's; nil for as fast as it goes.
    var speed: Double?
    var settle = Duration.zero
    var sources: [VerdictSource] = []
    let stop = PlayStop()

    /// - Throws: ``ToolFailure`` (usage).
    init(_ arguments: ParsedArguments, _ contestants: [Contestant]) throws {
        for case .source(let source) in contestants where source.spec.kind.isLive {
            sources.append(source)
        }
        if !sources.isEmpty {
            (start, speed, settle) = (.now, 1, .seconds(60))
        }
        switch arguments.value("start") {
        case nil: break
        case "now": start = .now
        case let text?:
            guard let time = Instant.parse(text) else {
                throw ToolFailure.usage("--start \(text): write now, or 2026-01-31T12:00:00Z")
            }
            start = .at(time)
        }
        if arguments.value("speed") == "max" {
            speed = nil
        } else if let number = try arguments.number("speed", in: 0.001...1_000_000) {
            speed = number
        }
        if let text = arguments.value("settle") {
            guard let length = DurationText.parse(text), length >= 0 else {
                throw ToolFailure.usage("--settle \(text): write \(DurationText.allowed)")
            }
            settle = .nanoseconds(length)
        }
    }

    /// Whether a playing has to do with the world's clock.
    var isLive: Bool { speed != nil || !sources.isEmpty }

    /// Time before the first reading in which connections are made.
    private static let lead: Int64 = 2_000_000_000

    /// Plays the scenario while the sources are listened to.
    /// - Throws: what the route and the receivers throw.
    func play(
        _ scenario: Scenario, seed: UInt64, on route: any Route,
        progress: @Sendable (Double) -> Void
    ) throws -> Played {
        let receivers = try sources.map { ($0.spec, try $0.receiver()) }
        for (_, receiver) in receivers { try receiver.start() }
        var scenario = scenario
        let now = WallClock.now
        // A whole second: stores that keep no more digits then name the very reading.
        let first = (now + Self.lead) / 1_000_000_000 * 1_000_000_000 + 1_000_000_000
        switch start {
        case .own: break
        case .now: scenario.start = first
        case .at(let time): scenario.start = time
        }
        let clock = PlayClock(
            dataStart: scenario.start, wallStart: start == .now ? scenario.start : first,
            speed: speed ?? 1_000_000)
        var route = route
        if speed != nil { route.pace = Pace(clock, stop: stop) }
        var playback = try route.play(scenario, seed: seed, progress: progress)
        if let end = playback.end { scenario.duration = end - scenario.start }
        if stop.isRequested {
            // What was not played did not happen.
            playback.truth.events.removeAll {
                $0.window.start >= scenario.start + scenario.duration
            }
        } else if !receivers.isEmpty {
            _ = stop.wait(until: WallClock.now + settle.inNanoseconds)
        }
        var played = Played(playback: playback, scenario: scenario)
        for (spec, receiver) in receivers {
            let reader = MessageReader(
                MachineNames(scenario), fields: spec.fields, clock: spec.clock)
            let received = try receiver.finish(
                Playing(
                    reader, run: playback.run,
                    window: TimeWindow(
                        start: scenario.start, end: scenario.start + scenario.duration)))
            played.heard[spec.text] = Heard(
                items: received.items, disconnected: received.disconnected,
                clock: speed == nil ? nil : clock)
        }
        return played
    }
}

/// A scenario as it was played, and what other programs said of it meanwhile.
struct Played: Sendable {
    var playback: Playback
    /// With the dates it was played at.
    var scenario: Scenario
    /// By the SPEC's text.
    var heard: [String: Heard] = [:]
}

/// What one source said.
struct Heard: Sendable {
    var items: [VerdictItem]
    /// Why nothing could be said.
    var disconnected: String?
    var clock: PlayClock?
}

extension VerdictSourceSpec {
    /// Where its messages have their facts.
    var fields: MessageReader.Fields {
        MessageReader.Fields(
            machine: option("machine"), time: option("time"), end: option("end"),
            flag: option("flag"), score: option("score"))
    }
}
