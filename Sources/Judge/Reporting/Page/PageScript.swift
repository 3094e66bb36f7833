import EmbeddedFiles

/// The script of the pages, in parts; a page gets those it uses.
enum PageScript {
    /// A report, and the comparison of several: tables, charts, slider.
    static let charts = wrapped([
        EmbeddedText.pagesCommon, EmbeddedText.pagesTables, EmbeddedText.pagesDecoding,
        EmbeddedText.pagesChart, EmbeddedText.pagesCharting, EmbeddedText.pagesThreshold,
        EmbeddedText.pagesStart,
    ])
    /// The overview over a folder: tables and the heat map.
    static let overview = wrapped([
        EmbeddedText.pagesCommon, EmbeddedText.pagesTables, EmbeddedText.pagesHeatMap,
        """
        startTables();
        body.dataset.overflow = Math.max(0, root.scrollWidth - root.clientWidth);
        body.dataset.ready = "1";
        """,
    ])

    private static func wrapped(_ parts: [String]) -> String {
        "\"use strict\";\n(() => {\n" + parts.joined(separator: "\n") + "\n})();\n"
    }
}
