import CEmbeddedFiles

/// Text files that travel inside the program, so that it works from any folder: the pages' scripts and styles, and
/// tables. They lie in Sources/CLibraries/CEmbeddedFiles.
public enum EmbeddedText {
    /// `panel/panel-charts.js`, without its last line end.
    public static let panelCharts = text(embedded_panel_charts())
    /// `panel/panel.html`, without its last line end.
    public static let panelDocument = text(embedded_panel_document())
    /// `panel/favicon.svg`, without its last line end.
    public static let panelIcon = text(embedded_panel_icon())
    /// `panel/panel.js`, without its last line end.
    public static let panelScript = text(embedded_panel_script())
    /// `panel/panel.css`, without its last line end.
    public static let panelStyle = text(embedded_panel_style())
    /// `pages/common.js`, without its last line end.
    public static let pagesCommon = text(embedded_pages_common())
    /// `pages/tables.js`, without its last line end.
    public static let pagesTables = text(embedded_pages_tables())
    /// `pages/decoding.js`, without its last line end.
    public static let pagesDecoding = text(embedded_pages_decoding())
    /// `pages/heat-map.js`, without its last line end.
    public static let pagesHeatMap = text(embedded_pages_heat_map())
    /// `pages/chart.js`, without its last line end.
    public static let pagesChart = text(embedded_pages_chart())
    /// `pages/charting.js`, without its last line end.
    public static let pagesCharting = text(embedded_pages_charting())
    /// `pages/threshold.js`, without its last line end.
    public static let pagesThreshold = text(embedded_pages_threshold())
    /// `pages/start.js`, without its last line end.
    public static let pagesStart = text(embedded_pages_start())
    /// `pages/style.css`, without its last line end.
    public static let pagesStyle = text(embedded_pages_style())
    /// `text/transliteration.txt`, without its last line end.
    public static let slugReadings = text(embedded_slug_readings())
    /// `text/entities.txt`, without its last line end.
    public static let slugEntities = text(embedded_slug_entities())

    private static func text(_ file: embedded_file) -> String {
        String(
            decoding: UnsafeBufferPointer(start: file.bytes, count: file.count - 1), as: UTF8.self)
    }
}
