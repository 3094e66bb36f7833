import Telemetry

/// A picture of one or more quantities over time, as SVG: lanes under each other, one time axis.
public struct LinePlot: Sendable {
    /// One quantity.
    public struct Lane: Sendable {
        /// What the axis is called, with its unit if it has one: "power", "score".
        public var label: String
        /// Nanoseconds since 1970 UTC, ascending.
        public var times: [Int64]
        /// One per time; NaN for none, where the line is interrupted.
        public var values: [Double]
        /// Indices of the readings to mark.
        public var marked: [Int]
        /// A level to draw across; nil for none.
        public var level: Double?
        /// What the axis spans at least.
        public var range: ClosedRange<Double>?

        public init(
            label: String, times: [Int64], values: [Double], marked: [Int] = [],
            level: Double? = nil, range: ClosedRange<Double>? = nil
        ) {
            precondition(times.count == values.count)
            self.label = label
            self.times = times
            self.values = values
            self.marked = marked
            self.level = level
            self.range = range
        }
    }

    /// A stretch of time to tell from the rest, behind all lanes.
    public struct Shade: Sendable {
        public var window: TimeWindow
        /// As SVG has colours: "#fbd5d0".
        public var color: String

        public init(_ window: TimeWindow, color: String) {
            self.window = window
            self.color = color
        }
    }

    public var title: String
    public var lanes: [Lane]
    public var shades: [Shade] = []
    /// Pixels.
    public var width: Int
    /// Pixels of one lane.
    public var laneHeight: Int

    public init(title: String, lanes: [Lane], width: Int = 960, laneHeight: Int = 180) {
        self.title = title
        self.lanes = lanes
        self.width = width
        self.laneHeight = laneHeight
    }

    private static let left = 70.0
    private static let right = 16.0
    private static let top = 40.0
    private static let gap = 26.0

    /// The picture. A pixel column of a line spans the least and greatest value there, so that the
    /// file stays small and no spike is lost, however many readings there are.
    /// - Complexity: O(readings); at most some 30 bytes a pixel column and lane, and as much a mark
    ///   that can be told apart.
    public var svg: String {
        let height =
            Self.top + Double(lanes.count) * (Double(laneHeight) + Self.gap) + 34
        let start = lanes.compactMap(\.times.first).min() ?? 0
        let end = max(lanes.compactMap(\.times.last).max() ?? 1, start + 1)
        var svg = """
            <svg xmlns="http://www.w3.org/2000/svg" width="\(width)" height="\(Int(height))" \
            viewBox="0 0 \(width) \(Int(height))" font-family="DejaVu Sans, Arial, sans-serif" \
            font-size="12" role="img">
            <title>\(XMLText.escape(title))</title>
            <rect width="100%" height="100%" fill="#ffffff"/>
            <text x="\(Int(Self.left))" y="22" font-size="15" font-weight="bold" fill="#1b1f24">\
            \(XMLText.escape(title))</text>

            """
        let ticks = TimeAxis.ticks(from: start, to: end, limit: max(2, width / 110))
        for (index, lane) in lanes.enumerated() {
            let y = Self.top + Double(index) * (Double(laneHeight) + Self.gap)
            svg += drawn(lane, top: y, color: index, start, end, ticks)
        }
        let bottom = Self.top + Double(lanes.count) * (Double(laneHeight) + Self.gap) - Self.gap
        for tick in ticks {
            let x = self.x(tick.time, start, end)
            svg +=
                "<text x=\"\(Self.pixel(x))\" y=\"\(Self.pixel(bottom + 18))\" "
                + "text-anchor=\"middle\" fill=\"#5c6570\">\(tick.label)</text>\n"
        }
        let axis = "time (UTC), from " + Instant.short(start)
        svg +=
            "<text x=\"\(Self.pixel(Self.left + inner / 2))\" y=\"\(Self.pixel(bottom + 40))\" "
            + "text-anchor=\"middle\" fill=\"#5c6570\">\(axis)</text>\n</svg>\n"
        return svg
    }

    private var inner: Double { Double(width) - Self.left - Self.right }

    private func x(_ time: Int64, _ start: Int64, _ end: Int64) -> Double {
        Self.left + Double(time - start) / Double(end - start) * inner
    }

    private func drawn(
        _ lane: Lane, top: Double, color: Int, _ start: Int64, _ end: Int64,
        _ ticks: [TimeAxis.Tick]
    ) -> String {
        let colors = ["#0b63c5", "#1b1f24", "#a3338f", "#0f7f7a", "#9a5b13"]
        let stroke = colors[color % colors.count]
        let range = span(of: lane)
        let height = Double(laneHeight)
        func y(_ value: Double) -> Double {
            let share = (value - range.lowerBound) / (range.upperBound - range.lowerBound)
            return top + height - min(max(share, -0.02), 1.02) * height
        }
        var svg =
            "<rect x=\"\(Self.pixel(Self.left))\" y=\"\(Self.pixel(top))\" "
            + "width=\"\(Self.pixel(inner))\" height=\"\(laneHeight)\" fill=\"#f6f7f9\"/>\n"
        for shade in shades {
            let from = max(Self.left, x(shade.window.start, start, end))
            let to = min(Self.left + inner, x(shade.window.end, start, end))
            if to < from { continue }
            svg +=
                "<rect x=\"\(Self.pixel(from))\" y=\"\(Self.pixel(top))\" "
                + "width=\"\(Self.pixel(max(1, to - from)))\" height=\"\(laneHeight)\" "
                + "fill=\"\(shade.color)\"/>\n"
        }
        for tick in ticks {
            let x = Self.pixel(self.x(tick.time, start, end))
            svg += line(x, Self.pixel(top), x, Self.pixel(top + height), "#d8dce2")
        }
        let step = NumberAxis.step((range.upperBound - range.lowerBound) / 4)
        for value in NumberAxis.ticks(range) {
            let y = Self.pixel(y(value))
            svg += line(Self.pixel(Self.left), y, Self.pixel(Self.left + inner), y, "#d8dce2")
            svg +=
                "<text x=\"\(Self.pixel(Self.left - 6))\" y=\"\(y)\" dy=\"4\" text-anchor=\"end\" "
                + "fill=\"#5c6570\">\(NumberAxis.text(value, step: step))</text>\n"
        }
        if let level = lane.level, level.isFinite {
            let y = Self.pixel(y(level))
            svg += line(
                Self.pixel(Self.left), y, Self.pixel(Self.left + inner), y, "#5c6570",
                more: " stroke-dasharray=\"6 4\"")
        }
        let path = path(lane, start, end, y)
        svg += "<path d=\"\(path)\" fill=\"none\" stroke=\"\(stroke)\" stroke-width=\"1.3\"/>\n"
        svg += marks(lane, start, end, y)
        svg +=
            "<text x=\"\(Self.pixel(Self.left + 6))\" y=\"\(Self.pixel(top + 16))\" "
            + "font-weight=\"bold\" fill=\"\(stroke)\">\(XMLText.escape(lane.label))</text>\n"
        return svg
    }

    private func line(
        _ x1: String, _ y1: String, _ x2: String, _ y2: String, _ color: String, more: String = ""
    ) -> String {
        "<line x1=\"\(x1)\" y1=\"\(y1)\" x2=\"\(x2)\" y2=\"\(y2)\" stroke=\"\(color)\"\(more)/>\n"
    }

    private func span(of lane: Lane) -> ClosedRange<Double> {
        var low = lane.range?.lowerBound ?? .infinity
        var high = lane.range?.upperBound ?? -.infinity
        for value in lane.values where value.isFinite {
            low = min(low, value)
            high = max(high, value)
        }
        if let level = lane.level, level.isFinite {
            low = min(low, level)
            high = max(high, level)
        }
        if low > high { return 0...1 }
        if low == high {
            let half = max(abs(low) * 0.05, 0.5)
            return (low - half)...(high + half)
        }
        return low...high
    }

    /// Least and greatest value per pixel column, joined in the order they come closest.
    private func path(_ lane: Lane, _ start: Int64, _ end: Int64, _ y: (Double) -> Double)
        -> String
    {
        var text = ""
        var column = -1
        var (low, high, position) = (0.0, 0.0, 0.0)
        var isPending = false
        var isBroken = true
        var last = 0.0
        func flush() {
            guard isPending else { return }
            isPending = false
            let (a, b) = (y(low), y(high))
            let (near, far) = abs(a - last) < abs(b - last) ? (a, b) : (b, a)
            let x = Self.pixel(position)
            text += "\(isBroken ? "M" : "L")\(x) \(Self.pixel(near))"
            // A lone point would leave no mark; a line of no length with a round end does not
            // either in every viewer.
            text += far != near ? "V\(Self.pixel(far))" : isBroken ? "h.5" : ""
            isBroken = false
            last = far
        }
        for (index, value) in lane.values.enumerated() {
            guard value.isFinite else {
                flush()
                isBroken = true
                continue
            }
            let x = self.x(lane.times[index], start, end)
            if isPending, Int(x) == column {
                low = min(low, value)
                high = max(high, value)
            } else {
                flush()
                (column, position, low, high, isPending) = (Int(x), x, value, value, true)
            }
        }
        flush()
        return text
    }

    /// A dot for each marked reading, of those in one place the first.
    private func marks(_ lane: Lane, _ start: Int64, _ end: Int64, _ y: (Double) -> Double)
        -> String
    {
        var svg = ""
        var last = (x: -10.0, y: -10.0)
        for index in lane.marked where lane.values.indices.contains(index) {
            let value = lane.values[index]
            guard value.isFinite else { continue }
            let place = (x: x(lane.times[index], start, end), y: y(value))
            if abs(place.x - last.x) < 0.5, abs(place.y - last.y) < 0.5 { continue }
            last = place
            svg +=
                "<circle cx=\"\(Self.pixel(place.x))\" cy=\"\(Self.pixel(place.y))\" r=\"3.2\" "
                + "fill=\"#c4261d\"/>\n"
        }
        return svg
    }

    /// With one digit behind the point: finer than any screen.
    private static func pixel(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return tenths % 10 == 0
            ? "\(tenths / 10)"
            : "\(tenths < 0 ? "-" : "")\(abs(tenths) / 10).\(abs(tenths) % 10)"
    }
}
