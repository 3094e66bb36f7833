/// The script of the pages, in parts; a page gets those it uses.
enum PageScript {
    /// A report, and the comparison of several: tables, charts, slider.
    static let charts = wrapped([common, tables, decoding, chart, charting, threshold, start])
    /// Tables alone.
    static let tablesOnly = wrapped([common, tables, "startTables(); body.dataset.ready = \"1\";"])
    /// The overview over a folder: tables and the heat map.
    static let overview = wrapped([
        common, tables, heatMap,
        """
        startTables();
        body.dataset.overflow = Math.max(0, root.scrollWidth - root.clientWidth);
        body.dataset.ready = "1";
        """,
    ])

    private static let heatMap = #"""
        const heat = [...document.querySelectorAll("td.heat")];
        function showMetric(index) {
          for (const cell of heat) {
            cell.className = "heat h" + cell.dataset.h.split("|")[index];
            cell.firstChild.textContent = cell.dataset.t.split("|")[index];
          }
          body.dataset.metric = index;
        }
        if ($("metric")) {
          $("metric").addEventListener("change", (e) => showMetric(+e.target.value));
          if (settings.get("metric")) {
            $("metric").value = settings.get("metric");
            showMetric(+settings.get("metric"));
          }
        }
        document.querySelectorAll("a[data-search]").forEach((link) => link.addEventListener("click", (e) => {
          const input = document.querySelector("input[data-filter=reports]");
          if (!input) return;
          e.preventDefault();
          input.value = link.dataset.search;
          input.dispatchEvent(new Event("input"));
          $("reports").scrollIntoView({ behavior: "smooth", block: "nearest" });
        }));
        """#

    private static func wrapped(_ parts: [String]) -> String {
        "\"use strict\";\n(() => {\n" + parts.joined(separator: "\n") + "\n})();\n"
    }

    /// Shared by all: the theme, the address's settings (`#theme=dark&view=600,720&machine=m1`).
    private static let common = #"""
        const body = document.body, root = document.documentElement;
        const $ = (id) => document.getElementById(id);
        const settings = new URLSearchParams(location.hash.slice(1));
        const redraws = [];
        const redraw = () => redraws.forEach((f) => f());
        function setTheme(name) {
          if (name) root.dataset.theme = name; else delete root.dataset.theme;
          body.dataset.theme = name || "auto";
          redraw();
        }
        const isDark = () => root.dataset.theme ? root.dataset.theme === "dark"
          : matchMedia("(prefers-color-scheme: dark)").matches;
        if ($("theme")) $("theme").addEventListener("click", () => setTheme(isDark() ? "light" : "dark"));
        matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redraw);
        let themeBeforePrint = null;
        addEventListener("beforeprint", () => { themeBeforePrint = root.dataset.theme || ""; setTheme("light"); });
        addEventListener("afterprint", () => { if (themeBeforePrint !== null) setTheme(themeBeforePrint); });
        if (settings.get("theme")) setTheme(settings.get("theme"));
        """#

    private static let tables = #"""
        function sortTable(table, column, descending) {
          const rows = [...table.tBodies[0].rows];
          const key = (row) => {
            const cell = row.cells[column];
            return cell.dataset.v === undefined ? cell.textContent : parseFloat(cell.dataset.v);
          };
          const compare = (a, b) => typeof a === "string" && typeof b === "string"
            ? a.localeCompare(b, "en", { numeric: true }) : a - b;
          // What is undefined (infinity) stays last in both directions.
          const isLast = (v) => v === Infinity;
          rows.map((row, i) => ({ row, i, k: key(row) })).sort((x, y) =>
            isLast(x.k) || isLast(y.k) ? isLast(x.k) - isLast(y.k) || x.i - y.i
              : (descending ? compare(y.k, x.k) : compare(x.k, y.k)) || x.i - y.i
          ).forEach((item) => table.tBodies[0].append(item.row));
          [...table.tHead.rows[0].cells].forEach((head, i) => {
            if (i === column) head.setAttribute("aria-sort", descending ? "descending" : "ascending");
            else head.removeAttribute("aria-sort");
          });
          body.dataset.sorted = table.id + ":" + column + ":" + (descending ? "down" : "up");
        }
        function startTables() {
          document.querySelectorAll("table.sortable").forEach((table) => {
            [...table.tHead.rows[0].cells].forEach((head, column) => head.querySelector("button")
              .addEventListener("click", () => sortTable(
                table, column, head.getAttribute("aria-sort") === "ascending")));
          });
          const wanted = (settings.get("sort") || "").split(":");
          if (wanted.length === 3 && $(wanted[0])) sortTable($(wanted[0]), +wanted[1], wanted[2] === "down");
          document.querySelectorAll("input[data-filter]").forEach((input) => {
            const apply = () => {
              const words = input.value.trim().toLowerCase().split(/\s+/);
              let shown = 0;
              for (const row of $(input.dataset.filter).tBodies[0].rows) {
                const text = row.textContent.toLowerCase();
                row.hidden = !words.every((word) => text.includes(word));
                if (!row.hidden) shown += 1;
              }
              body.dataset.filtered = shown;
            };
            input.addEventListener("input", apply);
            if (settings.get("search")) { input.value = settings.get("search"); apply(); }
          });
        }
        """#

    /// Curves come as 16-bit steps between a column's least and greatest value, 0 for none.
    private static let decoding = #"""
        // A report has one run, a comparison several of which one is shown.
        const page = JSON.parse($("data").textContent);
        let data = page.runs ? page.runs[0] : page;
        const raw = (text) => Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
        function steps(text, c) {
          const bytes = raw(text), n = bytes.length / 2, out = new Float32Array(n);
          for (let i = 0; i < n; i++) {
            const step = bytes[2 * i] | bytes[2 * i + 1] << 8;
            out[i] = step === 0 ? NaN : c.lo + (step - 1) / 65533 * (c.hi - c.lo);
          }
          return out;
        }
        function decode(machine) {
          if (machine.ready) return machine;
          machine.ready = true;
          machine.states = raw(machine.s);
          machine.columns = machine.c.map((c) => {
            if (c.k !== undefined) {
              const low = new Float32Array(machine.n);
              for (let i = 0; i < machine.n; i++) low[i] = machine.states[i] & 1 ? c.k : NaN;
              return { lo: c.k, hi: c.k, low, high: low };
            }
            if (!c.a) return { lo: NaN, hi: NaN, low: new Float32Array(machine.n).fill(NaN), high: new Float32Array(machine.n).fill(NaN) };
            const low = steps(c.a, c);
            return { lo: c.lo, hi: c.hi, low, high: c.b ? steps(c.b, c) : low };
          });
          machine.z.forEach((z) => {
            z.times = z.t || Float64Array.from({ length: z.n }, (_, i) => z.o + i * z.d);
            z.values = z.c.map((text, k) => {
              const c = machine.c[k];
              if (c.k !== undefined) return new Float32Array(z.n).fill(c.k);
              return text ? steps(text, c) : new Float32Array(z.n).fill(NaN);
            });
            z.end = z.times[z.n - 1];
          });
          return machine;
        }
        """#
}
