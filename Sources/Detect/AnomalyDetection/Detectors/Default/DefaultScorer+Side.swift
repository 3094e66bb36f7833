extension DefaultScorer {
    /// The side that the row's score comes from; nil where nothing stands out.
    var leadingSide: AnomalySide? {
        var found: AnomalySide?
        var largest = 0.0
        func offer(_ ratio: Double, _ side: AnomalySide) {
            guard ratio > largest else { return }
            (largest, found) = (ratio, side)
        }
        for channel in 0..<channels {
            for (offset, side) in AnomalySide.measured.enumerated() {
                offer(ratios[channel * Self.sides + offset], side)
            }
            offer(runs[channel], .stuck)
            offer(isOverrunning ? overruns[channel] : 0, .cycle)
            offer(creep.ratios[channel], .relation)
        }
        return found
    }
}
