import EmbeddedFiles

/// The look of every page: one sheet, light and dark, screen and paper.
enum PageStyle {
    private static let light = """
        --bg: #ffffff; --panel: #f6f7f9; --line: #d8dce2; --text: #1b1f24; --dim: #5c6570;
        --accent: #0b63c5; --good: #17803d; --bad: #c4261d; --warn: #8a5a00; --warn-bg: #fff6df;
        --truth: #f0a50066; --warmup: #8891a022; --score: #1b1f24; --alarm: #17803d;
        --false: #c4261d; --c0: #0b63c5; --c1: #a3338f; --c2: #0f7f7a; --c3: #9a5b13; --c4: #5a4fcf;
        --c5: #5f6b1e;
        """
    private static let dark = """
        --bg: #14171b; --panel: #1d2127; --line: #363c45; --text: #e6e9ed; --dim: #9aa4b0;
        --accent: #6cb0ff; --good: #53c878; --bad: #ff7b72; --warn: #f0c36a; --warn-bg: #2d2615;
        --truth: #d9930066; --warmup: #9aa4b022; --score: #e6e9ed; --alarm: #53c878;
        --false: #ff7b72; --c0: #6cb0ff; --c1: #e58ad6; --c2: #4fd1c5; --c3: #e0a458; --c4: #a79cff;
        --c5: #b9c761;
        """
    static let sheet = """
        :root { color-scheme: light; \(light) }
        @media (prefers-color-scheme: dark) {
          :root:not([data-theme=light]) { color-scheme: dark; \(dark) }
        }
        :root[data-theme=dark] { color-scheme: dark; \(dark) }
        \(EmbeddedText.pagesStyle)
        @media print {
          :root, :root[data-theme] { color-scheme: light; \(light) }
          .tools, .hint, .readout, .live, button.theme { display: none !important; }
          .tiles { grid-template-columns: repeat(4, minmax(0, 1fr)); }
          main { max-width: none; padding: 0; }
          figure, tr, .tile, .warning { break-inside: avoid; }
          h2, thead { break-after: avoid; }
          h2 { margin-top: 20px; }
          th, td { white-space: normal; padding: 3px 6px; }
          table { font-size: 12px; }
          /* A canvas keeps its proportions on whatever paper. */
          canvas { width: auto !important; height: auto !important; max-width: 100%; }
          .scroll { max-height: none !important; overflow: visible !important; }
        }
        """
}
