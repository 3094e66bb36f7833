import Telemetry

/// What is still to be loaded, per series, and in which steps.
///
/// Each machine goes on by itself in steps of event time, its runs in the order of time, so that a machine
/// with days to catch up with holds up nobody. A series with few readings in a step takes a longer one
/// next, for a clock may have jumped over years.
struct LoadPlan: Sendable {
    private struct Stretch {
        var window: TimeWindow
        var step: Int64
    }

    /// With fewer readings than this in a step the next one is twice as long.
    private static let few = 4096

    private let step: Int64
    private var stretches: [SeriesIdentity: Stretch] = [:]

    /// - Parameter step: event time taken of a series at a time at first, nanoseconds.
    init(step: Int64) { self.step = max(1, step) }

    var isEmpty: Bool { stretches.isEmpty }

    mutating func add(_ series: SeriesIdentity, _ window: TimeWindow) {
        guard window.start < window.end else { return }
        stretches[series] = Stretch(window: window, step: step)
    }

    /// What to load next.
    var next: [SeriesIdentity: TimeWindow] {
        // Runs of one machine feed one model: what is older goes first.
        var begins: [SeriesIdentity: Int64] = [:]
        for (series, stretch) in stretches {
            let machine = Self.machine(series)
            let end = stretch.window.start.addingSaturated(stretch.step)
            begins[machine] = min(begins[machine] ?? .max, end)
        }
        return stretches.reduce(into: [:]) { next, entry in
            let (series, stretch) = entry
            let end = min(begins[Self.machine(series)] ?? .max, stretch.window.end)
            guard stretch.window.start < end else { return }
            next[series] = TimeWindow(start: stretch.window.start, end: end)
        }
    }

    /// Takes off what has been loaded of ``next``.
    /// - Parameters:
    ///   - counts: readings by series.
    ///   - positions: where a series has got to, if not all of ``next`` was loaded; nil if it was.
    mutating func done(
        _ windows: [SeriesIdentity: TimeWindow], counts: [SeriesIdentity: Int],
        positions: ((SeriesIdentity) -> Int64?)?
    ) {
        for (series, window) in windows {
            guard var stretch = stretches[series] else { continue }
            let start =
                if let positions {
                    max(window.start, (positions(series) ?? .min).addingSaturated(1))
                } else { window.end }
            if positions == nil, counts[series] ?? 0 < Self.few {
                stretch.step = stretch.step.multipliedSaturated(by: 2)
            }
            guard start < stretch.window.end else {
                stretches[series] = nil
                continue
            }
            stretch.window = TimeWindow(start: start, end: stretch.window.end)
            stretches[series] = stretch
        }
    }

    private static func machine(_ series: SeriesIdentity) -> SeriesIdentity {
        SeriesIdentity(machineID: series.machineID, provider: series.provider, run: "")
    }
}
