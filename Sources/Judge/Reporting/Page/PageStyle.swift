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
        \(rules)
        @media print {
          :root, :root[data-theme] { color-scheme: light; \(light) }
          .tools, .hint, .readout, button.theme { display: none !important; }
          main { max-width: none; padding: 0; }
          section, figure, tr { break-inside: avoid; }
          .scroll { max-height: none !important; overflow: visible !important; }
        }
        """

    /// Shades of the heat map, 0 to 10: one hue, so that they can be told apart by anyone.
    private static let heatLevels = (0...10).map {
        "td.h\($0) { background: color-mix(in srgb, var(--accent) \($0 * 6)%, var(--panel)); }"
    }.joined(separator: "\n")

    private static let rules = """
        * { box-sizing: border-box; }
        body { margin: 0; background: var(--bg); color: var(--text);
          font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "DejaVu Sans", sans-serif; }
        main { max-width: 1280px; margin: 0 auto; padding: 20px 24px 60px; }
        h1 { font-size: 24px; line-height: 1.25; margin: 0; overflow-wrap: anywhere; }
        h2 { font-size: 17px; margin: 34px 0 10px; }
        p { margin: 6px 0; }
        a { color: var(--accent); }
        code { font: 13px/1.5 ui-monospace, "DejaVu Sans Mono", monospace; overflow-wrap: anywhere; }
        .dim, .hint { color: var(--dim); }
        .hint { font-size: 13px; }
        .good { color: var(--good); } .bad { color: var(--bad); }
        header { display: flex; gap: 16px; align-items: flex-start; justify-content: space-between; }
        header > div { min-width: 0; }
        header dl { margin-top: 10px; }
        button.theme { white-space: nowrap; }
        button, input, select { font: inherit; color: inherit; background: var(--panel);
          border: 1px solid var(--line); border-radius: 6px; padding: 4px 10px; }
        button { cursor: pointer; }
        button:focus-visible, input:focus-visible, canvas:focus-visible, tr:focus-visible {
          outline: 2px solid var(--accent); outline-offset: 1px; }
        .tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(190px, 1fr)); gap: 12px;
          margin: 18px 0; }
        .tile { background: var(--panel); border: 1px solid var(--line); border-radius: 10px;
          padding: 12px 16px; }
        .tile b { display: block; font-size: 28px; line-height: 1.25; font-weight: 650;
          font-variant-numeric: tabular-nums; }
        .tile span { color: var(--dim); font-size: 13px; }
        .tile .good, .tile .bad { font-weight: 600; }
        .tile.main { border-color: var(--accent); }
        .warning { background: var(--warn-bg); border-left: 4px solid var(--warn); padding: 8px 14px;
          border-radius: 4px; margin: 8px 0; overflow-wrap: anywhere; }
        .warning.bad { color: inherit; border-color: var(--bad); }
        table { border-collapse: collapse; font-size: 14px; font-variant-numeric: tabular-nums;
          width: 100%; }
        th, td { text-align: right; padding: 5px 10px; border-bottom: 1px solid var(--line);
          white-space: nowrap; }
        th { color: var(--dim); font-weight: 600; position: sticky; top: 0; background: var(--bg); }
        th button { border: 0; background: none; padding: 0; color: inherit; font-weight: 600; }
        th[aria-sort=ascending] button::after { content: " \\25B2"; font-size: 10px; }
        th[aria-sort=descending] button::after { content: " \\25BC"; font-size: 10px; }
        td.t, th.t { text-align: left; }
        td.t { max-width: 420px; overflow: hidden; text-overflow: ellipsis; }
        tr.go { cursor: pointer; }
        tr.go:hover td, tr.on td { background: var(--panel); }
        tr.total td { font-weight: 600; }
        .scroll { overflow: auto; max-height: 420px; }
        .scroll.wide { max-height: none; }
        .two { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(440px, 100%), 1fr));
          gap: 0 36px; }
        .two > * { min-width: 0; }
        .tools { display: flex; flex-wrap: wrap; gap: 8px 14px; align-items: center; margin: 8px 0; }
        .tools input[type=range] { flex: 1 1 240px; padding: 0; accent-color: var(--accent); }
        figure { margin: 0 0 18px; }
        figcaption { font-weight: 600; display: flex; justify-content: space-between; gap: 12px;
          overflow-wrap: anywhere; }
        canvas { display: block; width: 100%; touch-action: pan-y; border-radius: 6px; }
        canvas.chart { cursor: crosshair; }
        .readout { min-height: 21px; font-size: 13px; color: var(--dim);
          font-variant-numeric: tabular-nums; }
        .live { display: grid; grid-template-columns: repeat(auto-fit, minmax(120px, 1fr)); gap: 8px 14px;
          margin: 8px 0; }
        .live div span { display: block; color: var(--dim); font-size: 12px; }
        .live div b { font-weight: 600; font-variant-numeric: tabular-nums; }
        .legend { display: flex; flex-wrap: wrap; gap: 4px 18px; font-size: 13px; color: var(--dim);
          margin: 4px 0 10px; }
        .legend i { display: inline-block; width: 14px; height: 10px; border-radius: 2px;
          margin-right: 6px; }
        .k-truth { background: var(--truth); } .k-warm { background: var(--warmup);
          border: 1px solid var(--line); } .k-alarm { background: var(--alarm); }
        .k-false { background: var(--false); }
        td.heat { text-align: center; padding: 0; border: 2px solid var(--bg); min-width: 84px; }
        td.heat a, td.heat span { display: block; padding: 8px 10px; color: inherit;
          text-decoration: none; }
        td.heat a:hover, td.heat a:focus-visible { text-decoration: underline; }
        td.hn { color: var(--dim); background: var(--panel); }
        \(heatLevels)
        table.map th:first-child, table.map td:first-child { position: sticky; left: 0;
          background: var(--bg); z-index: 1; }
        table.map th { white-space: normal; overflow-wrap: anywhere; min-width: 84px;
          text-align: center; }
        table.map th:first-child { text-align: left; }
        td.wrap { white-space: normal; overflow-wrap: anywhere; min-width: 160px; }
        .verdict { border: 1px solid var(--line); border-left: 6px solid var(--dim);
          border-radius: 8px; padding: 10px 16px; margin: 12px 0; background: var(--panel);
          overflow-wrap: anywhere; }
        .verdict b { font-size: 17px; }
        .verdict.better { border-left-color: var(--good); }
        .verdict.worse { border-left-color: var(--bad); }
        dl { display: grid; grid-template-columns: max-content 1fr; gap: 4px 18px; margin: 0;
          font-size: 14px; }
        dt { color: var(--dim); } dd { margin: 0; overflow-wrap: anywhere; min-width: 0; }
        @media (max-width: 640px) {
          main { padding: 14px 12px 40px; }
          th, td { padding: 5px 7px; }
          .tiles { grid-template-columns: repeat(2, minmax(0, 1fr)); }
          .tile { padding: 10px 12px; } .tile b { font-size: 22px; }
          dl { grid-template-columns: 1fr; } dd { margin-bottom: 6px; }
        }
        """
}
