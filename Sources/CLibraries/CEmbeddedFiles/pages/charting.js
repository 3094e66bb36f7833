const channelColors = ["--c0", "--c1", "--c2", "--c3", "--c4", "--c5"];
const panels = [];
const spansOf = (list, machine) => list.filter((s) => s[0] === machine)
  .map((s) => ({ a: s[1], b: s[2], o: s[3], f: s[4] }));
function lanesOf(machine) {
  const lanes = [], scores = [];
  data.reports.forEach((report, r) => {
    const trace = report.traces.find((t) => t.i === machine);
    if (!trace) return;
    const m = decode(trace), score = m.ch.length;
    // A canvas has an end, and so has patience: data with hundreds of channels shows its first.
    if (r === 0) m.ch.slice(0, 120).forEach((name, k) => lanes.push({
      label: name, height: 56, machine: m, columns: [k],
      // Beside the scores of several detectors, which have the colours.
      colors: [data.reports.length > 1 ? "--dim" : channelColors[k % 6]],
      unit: data.units && data.units[name] }));
    scores.push({
      label: data.reports.length > 1 ? "score of " + report.name : "score", height: 132, isScore: true,
      machine: m, columns: [score, score + 1],
      colors: [data.reports.length > 1 ? channelColors[r % 6] : "--score", "--dim"],
      dashes: [false, true], alarms: spansOf(report.alarms, machine) });
  });
  // Below many channels the score, which matters most, would be out of sight.
  return lanes.length > 6 ? [...scores, ...lanes] : [...lanes, ...scores];
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
    const panel = { machine, canvas, readout, lanes: lanesOf(machine), hover: null, select: null, mark: null,
      truth: spansOf(data.truth, machine).map((s) => ({ ...s, kind: data.kinds[s.o], isMissed: s.f === 0 })) };
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
  // The wheel alone scrolls the page. A pinch on a touchpad comes as a wheel with Ctrl.
  canvas.addEventListener("wheel", (e) => {
    if (e.ctrlKey || e.metaKey) {
      e.preventDefault();
      zoom(time(place(e)), Math.exp(Math.max(-1, Math.min(1, e.deltaY * (e.deltaMode ? 0.05 : 0.004)))));
    } else if (Math.abs(e.deltaX) > Math.abs(e.deltaY)) {
      e.preventDefault();
      const shift = e.deltaX / panel.width * (view.b - view.a);
      setView(view.a + shift, view.b + shift);
    }
  }, { passive: false });
  const touches = new Map();
  const spread = () => {
    const [p, q] = [...touches.values()];
    return { middle: (p + q) / 2, width: Math.max(8, Math.abs(p - q)) };
  };
  let pinch = null;
  canvas.addEventListener("pointerdown", (e) => {
    if (e.button !== 0) return;
    canvas.setPointerCapture(e.pointerId);
    touches.set(e.pointerId, place(e));
    if (touches.size === 2) {
      const { middle, width } = spread();
      pinch = { at: time(middle), width, span: view.b - view.a };
      drag = null;
    } else if (touches.size === 1) {
      drag = { x: place(e), y: e.offsetY, a: view.a, b: view.b, selects: e.shiftKey };
    }
  });
  canvas.addEventListener("pointermove", (e) => {
    const x = place(e);
    panel.hover = x >= 0 && x <= panel.width ? x : null;
    if (touches.has(e.pointerId)) touches.set(e.pointerId, x);
    if (pinch && touches.size === 2) {
      const { middle, width } = spread();
      const span = pinch.span * pinch.width / width, start = pinch.at - middle / panel.width * span;
      setView(start, start + span);
    } else if (drag && drag.selects) panel.select = [drag.x, x];
    else if (drag) {
      const shift = (drag.x - x) / panel.width * (drag.b - drag.a);
      setView(drag.a + shift, drag.b + shift);
    }
    read(panel, time(x));
    drawAll();
  });
  const end = (e) => {
    touches.delete(e.pointerId);
    if (touches.size < 2) pinch = null;
    const hit = drag && Math.abs(drag.x - place(e)) < 3 ? alarmAt(panel, drag.x, drag.y) : null;
    if (hit) {
      panel.mark = hit;
      const margin = Math.max(30 * data.interval, (hit.b - hit.a) * 1.5);
      setView(hit.a - margin, hit.b + margin);
    }
    if (panel.select && Math.abs(panel.select[1] - panel.select[0]) > 3) {
      const [x, y] = panel.select.map(time).sort((p, q) => p - q);
      panel.select = null;
      setView(x, y);
    }
    panel.select = null;
    drag = null;
  };
  canvas.addEventListener("pointerup", end);
  canvas.addEventListener("pointercancel", (e) => {
    touches.delete(e.pointerId);
    pinch = drag = panel.select = null;
  });
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
// The alarm whose mark lies at this place, or within a finger's breadth of it.
function alarmAt(panel, x, y) {
  const scale = panel.width / (view.b - view.a);
  let top = 0;
  for (const lane of panel.lanes) {
    if (lane.alarms && y >= top - 4 && y <= top + stripHeight + 2) {
      return lane.alarms.find((s) =>
        x >= (s.a - view.a) * scale - 5 && x <= Math.max((s.a - view.a) * scale + 4, (s.b - view.a) * scale) + 5);
    }
    top += lane.height + 10;
  }
  return null;
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
    parts.push(lane.label + " " + valueAt(lane.machine, lane.columns[0], t) + (lane.unit ? " " + lane.unit : "")
      + (lane.isScore ? " (threshold " + valueAt(lane.machine, lane.columns[1], t) + ")" : ""));
    for (const s of lane.alarms || []) if (t >= s.a && t < s.b)
      parts.push(["alarm", "false alarm", "alarm that counts nowhere"][s.o]);
  }
  for (const s of panel.truth) if (t >= s.a && t < s.b) parts.push("truth: " + s.kind);
  if (t < data.warmup) parts.push("warm-up, not scored");
  panel.readout.textContent = parts.join("   ");
}
