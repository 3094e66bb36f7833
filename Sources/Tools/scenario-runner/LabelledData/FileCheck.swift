/// Reads files that people bring from end to end, as `evaluate` and `score` do, and keeps nothing.
package enum FileCheck {
    /// - Throws: `ToolFailure` that says what is wrong with the file.
    package static func labelled(path: String) throws {
        let data = try LabelledCSV(InputFile(path), options: DataOptions())
        try data.readings { _, _ in }
        _ = data.summary
    }

    /// A file without labels, judged by the events of a truth file.
    /// - Throws: `ToolFailure` that says what is wrong with one of the two.
    package static func truth(path: String, dataPath: String) throws {
        var options = DataOptions()
        options.truth = try TruthFile(path: path)
        _ = try LabelledCSV(InputFile(dataPath), options: options)
    }

    /// - Throws: `ToolFailure` that says what is wrong with the file.
    package static func predictions(path: String) throws { _ = try PredictionFile(path: path) }
}
