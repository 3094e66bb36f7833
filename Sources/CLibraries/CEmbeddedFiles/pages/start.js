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
  const panel = panels.find((p) => p.machine === machine);
  panels.forEach((p) => { p.mark = null; });
  if (!panel) return;
  if (a !== undefined) panel.mark = { a, b };
  drawNow();
  const isTall = panel.canvas.clientHeight > innerHeight;
  panel.canvas.scrollIntoView({
    behavior: reducedMotion.matches ? "auto" : "smooth", block: isTall ? "start" : "center" });
}
const reducedMotion = matchMedia("(prefers-reduced-motion: reduce)");
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
const middle = () => (view.a + view.b) / 2;
if ($("zoom-in")) $("zoom-in").addEventListener("click", () => zoom(middle(), 0.5));
if ($("zoom-out")) $("zoom-out").addEventListener("click", () => zoom(middle(), 2));
// Paper has a width of its own, and the page is printed before the next frame.
addEventListener("beforeprint", () => { panels.forEach(draw); drawCurves(); });
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
