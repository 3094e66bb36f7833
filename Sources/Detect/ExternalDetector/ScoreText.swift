/// What a line of a program's output says.
package enum ScoreText {
    /// A finite number; nil for anything else.
    package static let score: @Sendable (String) -> Double? = { text in
        Double(text).flatMap { $0.isFinite ? $0 : nil }
    }

    /// 1 for a label that means an anomaly, 0 for one that does not, nil for anything else.
    /// - Parameter anomalous: the number that means one; nil for 1, where −1 can't be told: to
    ///   scikit-learn it is the anomaly, to others the opposite of it.
    static func label(anomalous: Int?) -> @Sendable (String) -> Double? {
        { text in
            switch text.lowercased() {
            case "true": return 1
            case "false": return 0
            default: break
            }
            guard let number = Double(text), [-1, 0, 1].contains(number) else { return nil }
            guard let anomalous else { return number < 0 ? nil : number }
            return number == Double(anomalous) ? 1 : 0
        }
    }
}
