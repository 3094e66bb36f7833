extension PageScript {
    /// Which machines are shown, and what the pointer and the keys do to their charts.
    static let charting = #"""
        const channelColors = ["--c0", "--c1", "--c2", "--c3", "--c4", "--c5"];
        const panels = [];
        const spansOf = (list, machine) => list.filter((s) => s[0] === machine)
          .map((s) => ({ a: s[1], b: s[2], o: s[3] }));
        function lanesOf(machine) {
          const lanes = [];
          data.reports.forEach((report, r) => {
            const trace = report.traces.find((t) => t.i === machine);
            if (!trace) return;
            const m = decode(trace), score = m.ch.length;
            // A canvas has an end, and so has patience: data with hundreds of channels shows its first.
            if (r === 0) m.ch.slice(0, 120).forEach((name, k) => lanes.push({
              label: name, height: 56, machine: m, columns: [k], colors: [channelColors[k % 6]] }));
            lanes.push({
              label: data.reports.length > 1 ? "score of " + report.name : "score", height: 132, isScore: true,
              machine: m, columns: [score, score + 1],
              colors: [data.reports.length > 1 ? channelColors[r % 6] : "--score", "--dim"],
              dashes: [false, true], alarms: spansOf(report.alarms, machine) });
          });
          return lanes;
        }
        function show(machines) {
          const host = $("charts");
          host.textContent = "";
          panels.length = 0;
          for (const machine of machines) {
            const figure = document.createElement("figure");
            const caption = document.createElement("figcaption");
            caption.textContent = data.machines[machine];
            const canvas = document.createElement("canvas");
            canvas.className = "chart";
            canvas.tabIndex = 0;
            canvas.setAttribute("role", "img");
            canvas.setAttribute("aria-label", "Channels and score of " + data.machines[machine] + " over time");
            const readout = document.createElement("div");
            readout.className = "readout";
            figure.append(caption, canvas, readout);
            host.append(figure);
            const panel = { machine, canvas, readout, lanes: lanesOf(machine), hover: null, select: null,
              truth: spansOf(data.truth, machine).map((s) => ({ ...s, kind: data.kinds[s.o] })) };
            panels.push(panel);
            listen(panel);
          }
          document.querySelectorAll("tr[data-machine].pick").forEach((row) =>
            row.classList.toggle("on", machines.includes(+row.dataset.machine)));
          body.dataset.shown = machines.map((i) => data.machines[i]).join(",");
          drawAll();
        }
        let pending = false;
        function drawAll() {
          if (pending) return;
          pending = true;
          requestAnimationFrame(drawNow);
        }
        function drawNow() {
          pending = false;
          panels.forEach(draw);
          body.dataset.view = view.a.toFixed(3) + "," + view.b.toFixed(3);
          body.dataset.points = panels.reduce((n, p) => n + p.lanes.reduce((k, l) => k + l.drawn, 0), 0);
        }
        redraws.push(drawAll);
        function setView(a, b) {
          const least = Math.min(full.b - full.a, 8 * data.interval);
          let span = Math.min(full.b - full.a, Math.max(least, b - a));
          let start = (a + b - span) / 2;
          start = Math.min(Math.max(start, full.a), full.b - span);
          view.a = start;
          view.b = start + span;
          drawAll();
        }
        const zoom = (center, factor) =>
          setView(center - (center - view.a) * factor, center + (view.b - center) * factor);
        function listen(panel) {
          const canvas = panel.canvas;
          const place = (e) => e.clientX - canvas.getBoundingClientRect().left - gutter;
          const time = (x) => view.a + x / panel.width * (view.b - view.a);
          let drag = null;
          canvas.addEventListener("wheel", (e) => {
            e.preventDefault();
            if (Math.abs(e.deltaX) > Math.abs(e.deltaY)) {
              const shift = e.deltaX / panel.width * (view.b - view.a);
              setView(view.a + shift, view.b + shift);
            } else zoom(time(place(e)), Math.exp(Math.max(-1, Math.min(1, e.deltaY * 0.002))));
          }, { passive: false });
          canvas.addEventListener("pointerdown", (e) => {
            if (e.button !== 0) return;
            canvas.setPointerCapture(e.pointerId);
            drag = { x: place(e), a: view.a, b: view.b, selects: e.shiftKey };
          });
          canvas.addEventListener("pointermove", (e) => {
            const x = place(e);
            panel.hover = x >= 0 && x <= panel.width ? x : null;
            if (drag && drag.selects) panel.select = [drag.x, x];
            else if (drag) {
              const shift = (drag.x - x) / panel.width * (drag.b - drag.a);
              setView(drag.a + shift, drag.b + shift);
            }
            read(panel, time(x));
            drawAll();
          });
          const end = () => {
            if (panel.select && Math.abs(panel.select[1] - panel.select[0]) > 3) {
              const [x, y] = panel.select.map(time).sort((p, q) => p - q);
              panel.select = null;
              setView(x, y);
            }
            panel.select = null;
            drag = null;
          };
          canvas.addEventListener("pointerup", end);
          canvas.addEventListener("pointercancel", end);
          canvas.addEventListener("pointerleave", () => {
            panel.hover = null;
            panel.readout.textContent = "";
            drawAll();
          });
          canvas.addEventListener("dblclick", () => setView(full.a, full.b));
          canvas.addEventListener("keydown", (e) => {
            const span = view.b - view.a, middle = (view.a + view.b) / 2;
            const act = {
              ArrowLeft: () => setView(view.a - span / 5, view.b - span / 5),
              ArrowRight: () => setView(view.a + span / 5, view.b + span / 5),
              "+": () => zoom(middle, 0.6), "=": () => zoom(middle, 0.6), "-": () => zoom(middle, 1 / 0.6),
              0: () => setView(full.a, full.b), Home: () => setView(full.a, full.b),
            }[e.key];
            if (act) { e.preventDefault(); act(); }
          });
        }
        function valueAt(m, k, t) {
          for (const z of m.z) if (t >= z.o && t <= z.end) {
            const v = z.values[k][Math.max(0, lowerBound(z.times, t + 1e-9) - 1)];
            return isNaN(v) ? "none" : number(v);
          }
          const i = Math.floor((t - m.o) / m.w), c = m.columns[k];
          if (i < 0 || i >= m.n || isNaN(c.low[i])) return "none";
          return c.low[i] === c.high[i] ? number(c.low[i]) : number(c.low[i]) + "\u2026" + number(c.high[i]);
        }
        function read(panel, t) {
          if (panel.hover === null) { panel.readout.textContent = ""; return; }
          const parts = [stamp(t, view.b - view.a < 30)];
          for (const lane of panel.lanes) {
            parts.push(lane.label + " " + valueAt(lane.machine, lane.columns[0], t)
              + (lane.isScore ? " (threshold " + valueAt(lane.machine, lane.columns[1], t) + ")" : ""));
            for (const s of lane.alarms || []) if (t >= s.a && t < s.b)
              parts.push(["alarm", "false alarm", "alarm that counts nowhere"][s.o]);
          }
          for (const s of panel.truth) if (t >= s.a && t < s.b) parts.push("truth: " + s.kind);
          if (t < data.warmup) parts.push("warm-up, not scored");
          panel.readout.textContent = parts.join("   ");
        }
        """#

    /// The threshold slider and the precision-recall curve.
    static let threshold = #"""
        let chosen = null;
        const sweep = (data.sweep || []).map(([t, tp, fp, fn, tn, found, missed, wrong, alarms, hit, hours]) => {
          const share = (a, b) => a + b === 0 ? null : a / (a + b);
          const mean = (p, r) => p === null && r === null ? null : (p || 0) + (r || 0) === 0 ? 0
            : 2 * (p || 0) * (r || 0) / ((p || 0) + (r || 0));
          const rowP = share(tp, fp), rowR = share(tp, fn), eventR = share(found, missed);
          const events = found + missed;
          const eventF = 2 * found + wrong + missed === 0 ? null : 2 * found / (2 * found + wrong + missed);
          const compositeF = mean(rowP, events ? hit / events : null);
          return { t, rowP, rowR, rowF: mean(rowP, rowR), eventP: share(found, wrong), eventR, eventF,
            headline: eventF === null ? compositeF : compositeF === null ? eventF : Math.min(eventF, compositeF),
            wrong, rate: hours > 0 ? wrong / hours : null, found, events };
        });
        const chosenThreshold = () => chosen === null ? null : sweep[chosen].t;
        const shown = (v, digits = 3) => v === null || v === undefined ? "n/a" : v.toFixed(digits);
        function choose(index) {
          chosen = index;
          const p = sweep[index];
          $("slider").value = index;
          const set = (id, text) => { $(id).textContent = text; };
          set("live-threshold", p.t.toPrecision(5));
          set("live-headline", shown(p.headline));
          set("live-event", shown(p.eventP) + " / " + shown(p.eventR));
          set("live-row", shown(p.rowP) + " / " + shown(p.rowR));
          set("live-found", p.found + " of " + p.events);
          set("live-rate", p.wrong + (p.rate === null ? "" : " (" + p.rate.toFixed(2) + "/h)"));
          body.dataset.threshold = p.t;
          body.dataset.headline = p.headline;
          drawAll();
          drawCurves();
        }
        function drawCurves() {
          const canvas = $("pr");
          if (!canvas) return;
          const ratio = devicePixelRatio || 1, size = canvas.clientWidth || 400, height = Math.min(size, 320);
          canvas.width = size * ratio;
          canvas.height = height * ratio;
          canvas.style.height = height + "px";
          const g = canvas.getContext("2d");
          g.setTransform(ratio, 0, 0, ratio, 0, 0);
          const left = 40, bottom = 34, w = size - left - 10, h = height - bottom - 10;
          const x = (v) => left + v * w, y = (v) => 10 + (1 - v) * h;
          g.fillStyle = css("--panel");
          g.fillRect(left, 10, w, h);
          g.font = "11px system-ui, sans-serif";
          for (const v of [0, 0.25, 0.5, 0.75, 1]) {
            g.fillStyle = css("--line");
            g.fillRect(x(v), 10, 1, h);
            g.fillRect(left, y(v), w, 1);
            g.fillStyle = css("--dim");
            g.textAlign = "center";
            g.fillText(v, x(v), height - bottom + 14);
            g.textAlign = "right";
            g.fillText(v, left - 5, y(v) + 4);
          }
          g.textAlign = "center";
          g.fillText("recall", left + w / 2, height - 6);
          g.save();
          g.translate(11, 10 + h / 2);
          g.rotate(-Math.PI / 2);
          g.fillText("precision", 0, 0);
          g.restore();
          const line = (p, r, color, dash) => {
            g.strokeStyle = css(color);
            g.lineWidth = 1.8;
            g.setLineDash(dash);
            g.beginPath();
            sweep.filter((s) => s[p] !== null && s[r] !== null)
              .forEach((s, i) => i ? g.lineTo(x(s[r]), y(s[p])) : g.moveTo(x(s[r]), y(s[p])));
            g.stroke();
            g.setLineDash([]);
          };
          line("rowP", "rowR", "--c0", []);
          line("eventP", "eventR", "--c3", [5, 3]);
          const dot = (p, r, color, isHollow) => {
            if (p === null || r === null) return;
            g.beginPath();
            g.arc(x(r), y(p), 5, 0, 7);
            g.fillStyle = css(isHollow ? "--bg" : color);
            g.strokeStyle = css(color);
            g.lineWidth = 2;
            g.fill();
            g.stroke();
          };
          dot(data.working.rowP, data.working.rowR, "--c0", false);
          dot(data.working.eventP, data.working.eventR, "--c3", false);
          if (chosen !== null) {
            dot(sweep[chosen].rowP, sweep[chosen].rowR, "--c0", true);
            dot(sweep[chosen].eventP, sweep[chosen].eventR, "--c3", true);
          }
          canvas.onclick = (e) => {
            const box = canvas.getBoundingClientRect();
            const far = (s) => s.rowP === null ? Infinity
              : Math.hypot(x(s.rowR) - e.clientX + box.left, y(s.rowP) - e.clientY + box.top);
            choose(sweep.reduce((best, s, i) => far(s) < far(sweep[best]) ? i : best, 0));
          };
        }
        redraws.push(drawCurves);
        """#

    static let start = #"""
        startTables();
        const byName = (name) => data.machines.indexOf(name);
        let current = 0;
        function go(machine, a, b) {
          if (machine >= 0 && !panels.some((p) => p.machine === machine)) {
            current = machine;
            show([machine]);
          }
          if (a !== undefined) {
            const margin = Math.max(30 * data.interval, (b - a) * 1.5);
            setView(a - margin, b + margin);
          }
        }
        function selectRun(index) {
          data = page.runs[index];
          full.b = Math.max(data.duration, data.interval);
          view.a = full.a;
          view.b = full.b;
          current = data.first || 0;
          $("run").value = index;
          body.dataset.run = index;
          show(data.machines.length <= 4 ? data.machines.map((_, i) => i) : [current]);
        }
        if ($("run")) $("run").addEventListener("change", (e) => selectRun(+e.target.value));
        document.querySelectorAll("tr.go").forEach((row) => {
          row.tabIndex = 0;
          const act = () => {
            if (row.dataset.run !== undefined && page.runs[+row.dataset.run] !== data)
              selectRun(+row.dataset.run);
            const span = row.dataset.a !== undefined ? [+row.dataset.a, +row.dataset.b] : [];
            go(+row.dataset.machine, ...span);
            if (data.machines.length > 4) current = +row.dataset.machine;
            $("charts").scrollIntoView({ behavior: "smooth", block: "nearest" });
          };
          row.addEventListener("click", act);
          row.addEventListener("keydown", (e) => { if (e.key === "Enter") act(); });
        });
        // Machines without curves are passed over.
        const step = (by) => {
          for (let i = 0; i < data.machines.length; i++) {
            current = (current + by + data.machines.length) % data.machines.length;
            if (data.reports.some((r) => r.traces.some((t) => t.i === current))) break;
          }
          show([current]);
        };
        if ($("previous")) $("previous").addEventListener("click", () => step(-1));
        if ($("next")) $("next").addEventListener("click", () => step(1));
        if ($("reset")) $("reset").addEventListener("click", () => setView(full.a, full.b));
        if ($("slider")) {
          $("slider").addEventListener("input", (e) => choose(+e.target.value));
          $("slider-off").addEventListener("click", () => {
            chosen = null;
            delete body.dataset.threshold;
            document.querySelectorAll(".live b").forEach((b) => { b.textContent = "\u2013"; });
            redraw();
          });
        }
        addEventListener("resize", redraw);
        body.dataset.machines = data.machines.length;
        if (data.reports.some((r) => r.traces.length > 0)) {
          if (settings.get("run") && page.runs) selectRun(+settings.get("run"));
          const wanted = byName(settings.get("machine"));
          current = wanted >= 0 ? wanted : data.first || 0;
          show(wanted < 0 && data.machines.length <= 4 ? data.machines.map((_, i) => i) : [current]);
          const span = (settings.get("view") || "").split(",").map(Number);
          if (span.length === 2 && span[1] > span[0]) setView(span[0], span[1]);
          drawNow();
        }
        if (sweep.length && settings.get("threshold")) {
          const t = +settings.get("threshold");
          choose(sweep.reduce((best, s, i) =>
            Math.abs(s.t - t) < Math.abs(sweep[best].t - t) ? i : best, 0));
        }
        drawCurves();
        // How wide the page is, against the window: wider is a fault.
        body.dataset.overflow = Math.max(0, root.scrollWidth - root.clientWidth);
        body.dataset.ready = "1";
        """#
}
