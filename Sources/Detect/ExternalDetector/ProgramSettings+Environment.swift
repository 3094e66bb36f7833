import AnomalyDetection

extension ProgramSettings {
    /// What the program is told in its environment, `NAME=value`; what nobody knows is left out.
    /// - Throws: ``DetectorError/notEnoughData(detector:reason:)``.
    func told(_ outlook: SeriesOutlook) throws(DetectorError) -> [String] {
        var told = ["TESTBED_MODE=\(mode.rawValue)"]
        if let rows = try trainRows(outlook) {
            told += [
                "TESTBED_TRAIN_ROWS=\(rows)", "TESTBED_THEN=\(thenBatch ? "batch" : "stream")",
            ]
        }
        if let rows = outlook.warmupRows { told.append("TESTBED_WARMUP_ROWS=\(rows)") }
        if let period = outlook.period { told.append("TESTBED_PERIOD_S=\(period)") }
        return told
    }
}
