const gutter = 62, axisHeight = 22, stripHeight = 18;
const css = (name) => getComputedStyle(root).getPropertyValue(name).trim();
const full = { a: 0, b: Math.max(data.duration, data.interval) };
const view = { a: full.a, b: full.b };
const number = (v) => !isFinite(v) ? "n/a" : Math.abs(v) >= 1000 || v === Math.round(v)
  ? String(Math.round(v)) : Math.abs(v) >= 10 ? v.toFixed(1) : v.toPrecision(3);
const pad = (n) => String(n).padStart(2, "0");
function stamp(t, digits) {
  const d = new Date(data.start + t * 1000);
  const fraction = digits ? "." + String(d.getUTCMilliseconds()).padStart(3, "0") : "";
  return d.getUTCFullYear() + "-" + pad(d.getUTCMonth() + 1) + "-" + pad(d.getUTCDate()) + " "
    + pad(d.getUTCHours()) + ":" + pad(d.getUTCMinutes()) + ":" + pad(d.getUTCSeconds()) + fraction;
}
const tickSteps = [0.001, 0.01, 0.1, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600,
  7200, 10800, 21600, 43200, 86400, 172800, 604800, 1209600, 2592000, 7776000, 31536000];
function ticks(width) {
  const span = view.b - view.a, most = Math.max(2, width / 110);
  const step = tickSteps.find((s) => span / s <= most) || 31536000 * Math.ceil(span / most / 31536000);
  const offset = data.start / 1000, list = [];
  for (let k = Math.ceil((view.a + offset) / step); k * step - offset <= view.b; k++) {
    const t = k * step - offset, d = new Date(Math.round(k * step * 1000));
    const day = pad(d.getUTCMonth() + 1) + "-" + pad(d.getUTCDate());
    const isMidnight = (k * step) % 86400 === 0;
    const label = step >= 86400 ? d.getUTCFullYear() + "-" + day : isMidnight ? day
      : pad(d.getUTCHours()) + ":" + pad(d.getUTCMinutes())
        + (step < 60 ? ":" + pad(d.getUTCSeconds()) : "")
        + (step < 1 ? "." + String(d.getUTCMilliseconds()).padStart(3, "0") : "");
    list.push({ t, label });
  }
  return list;
}
// Points of column k inside the view, at most one per pixel with the least and greatest value
// there, so that no spike is lost; `gap` where readings are missing before it.
function points(m, k, width) {
  const scale = width / (view.b - view.a), out = [], c = m.columns[k];
  let gap = true, pixel = -1, missing = 0;
  const put = (t, low, high) => {
    const x = (t - view.a) * scale, p = Math.floor(x), last = out[out.length - 1];
    if (p === pixel && !gap && last) {
      if (low < last.low) last.low = low;
      if (high > last.high) last.high = high;
    } else out.push({ x, low, high, gap });
    pixel = p;
    gap = false;
    missing = 0;
  };
  const first = Math.max(0, Math.floor((view.a - m.o) / m.w) - 1);
  const end = Math.min(m.n, Math.ceil((view.b - m.o) / m.w) + 2);
  const half = m.exact ? 0 : m.w / 2;
  // Reading by reading where a bucket is wider than two pixels and the readings are kept.
  const near = m.w * scale > 2 ? m.z.filter((z) => z.end >= view.a && z.o <= view.b) : [];
  let nextNear = 0;
  for (let i = first; i < end; i++) {
    const t = m.o + i * m.w;
    while (nextNear < near.length && near[nextNear].end < t) nextNear++;
    const z = near[nextNear];
    if (z && t + m.w > z.o && t <= z.end) {
      let step = z.times.length > 1 ? (z.end - z.o) / (z.times.length - 1) : m.w;
      for (let r = lowerBound(z.times, t); r < z.times.length && z.times[r] < t + m.w; r++) {
        const v = z.values[k][r];
        if (r > 0 && z.times[r] - z.times[r - 1] > 2.5 * step) gap = true;
        if (isNaN(v)) { if (++missing > 1) gap = true; } else put(z.times[r], v, v);
      }
      continue;
    }
    if (isNaN(c.low[i])) { if (++missing > 1) gap = true; } else put(t + half, c.low[i], c.high[i]);
  }
  return out;
}
function lowerBound(list, value) {
  let low = 0, high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle] < value) low = middle + 1; else high = middle;
  }
  return low;
}
function drawCurve(g, list, y) {
  g.beginPath();
  let last = 0;
  list.forEach((p, i) => {
    const low = y(p.low), high = y(p.high);
    if (p.gap) {
      g.moveTo(p.x, low);
      // A lone point would leave no mark.
      if (i + 1 === list.length || list[i + 1].gap) g.rect(p.x - 0.75, low - 0.75, 1.5, 1.5);
    }
    const [near, far] = Math.abs(low - last) < Math.abs(high - last) ? [low, high] : [high, low];
    g.lineTo(p.x, near);
    if (far !== near) g.lineTo(p.x, far);
    last = far;
  });
  g.stroke();
}
function drawSpans(g, spans, width, top, height, color, least) {
  const scale = width / (view.b - view.a);
  g.fillStyle = color;
  for (const s of spans) {
    const x0 = Math.max(0, (s.a - view.a) * scale), x1 = Math.min(width, (s.b - view.a) * scale);
    if (s.b > view.a && s.a < view.b) g.fillRect(x0, top, Math.max(least, x1 - x0), height);
  }
}
// Missed anomalies are hatched too, so that colour is not all that tells them apart.
function hatch(g) {
  const tile = document.createElement("canvas");
  tile.width = tile.height = 8;
  const t = tile.getContext("2d");
  t.strokeStyle = css("--false");
  t.globalAlpha = 0.4;
  t.lineWidth = 1.5;
  t.beginPath();
  for (const x of [-4, 4, 12]) { t.moveTo(x - 4, 12); t.lineTo(x + 12, -4); }
  t.stroke();
  return g.createPattern(tile, "repeat");
}
// Names of the truth bands, each where the one before leaves room.
function nameBands(g, panel, width, top) {
  const scale = width / (view.b - view.a);
  let free = 0;
  g.font = "11px system-ui, sans-serif";
  g.textAlign = "left";
  for (const s of panel.truth) {
    if (s.b <= view.a || s.a >= view.b) continue;
    const text = s.kind + (s.isMissed ? ", missed" : "");
    const length = g.measureText(text).width + 8;
    const x = Math.min(Math.max(0, (s.a - view.a) * scale), width - length);
    if (x < free) continue;
    g.globalAlpha = 0.85;
    g.fillStyle = css("--panel");
    g.fillRect(x, top, length, 14);
    g.globalAlpha = 1;
    g.fillStyle = css(s.isMissed ? "--false" : "--text");
    g.fillText(text, x + 4, top + 11);
    free = x + length + 4;
  }
}
// One canvas: lanes under each other over one time axis.
function draw(panel) {
  const canvas = panel.canvas, ratio = devicePixelRatio || 1;
  const cssWidth = canvas.clientWidth || 900;
  const lanes = panel.lanes, height = lanes.reduce((sum, l) => sum + l.height + 10, 0) + axisHeight;
  canvas.width = Math.round(cssWidth * ratio);
  canvas.height = Math.round(height * ratio);
  canvas.style.height = height + "px";
  const g = canvas.getContext("2d");
  g.setTransform(ratio, 0, 0, ratio, 0, 0);
  g.font = "11px system-ui, sans-serif";
  const width = cssWidth - gutter - 4, dim = css("--dim"), line = css("--line");
  panel.width = width;
  g.clearRect(0, 0, cssWidth, height);
  const marks = ticks(width), scale = width / (view.b - view.a), missedFill = hatch(g);
  let top = 0;
  for (const lane of lanes) {
    const inner = lane.alarms ? lane.height - stripHeight : lane.height;
    const base = top + (lane.alarms ? stripHeight : 0);
    g.save();
    g.translate(gutter, 0);
    g.beginPath();
    g.rect(0, top, width, lane.height + 2);
    g.clip();
    g.fillStyle = css("--panel");
    g.fillRect(0, base, width, inner);
    drawSpans(g, [{ a: 0, b: data.warmup }], width, base, inner, css("--warmup"), 0);
    drawSpans(g, panel.truth, width, base, inner, css("--truth"), 1.5);
    drawSpans(g, panel.truth.filter((s) => s.isMissed), width, base, inner, missedFill, 1.5);
    g.fillStyle = line;
    for (const mark of marks) g.fillRect((mark.t - view.a) * scale, base, 1, inner);
    let lo = Infinity, hi = -Infinity;
    for (const k of lane.columns) {
      const c = lane.machine.columns[k];
      if (c.lo < lo) lo = c.lo;
      if (c.hi > hi) hi = c.hi;
    }
    if (lane.isScore) { lo = Math.min(0, lo); hi = Math.max(hi, chosenThreshold() ?? -Infinity); }
    if (!(lo <= hi)) { lo = 0; hi = 1; }
    if (lo === hi) { const half = Math.abs(lo) * 0.05 || 0.5; lo -= lane.isScore && lo === 0 ? 0 : half; hi += half; }
    const room = lane.isScore ? 0 : (hi - lo) * 0.04;
    const y = (v) => base + inner - (v - lo + room) / (hi - lo + 2 * room) * (inner - 3) - 1.5;
    lane.columns.forEach((k, i) => {
      g.lineWidth = 1.3;
      g.setLineDash(lane.dashes && lane.dashes[i] ? [6, 4] : []);
      g.strokeStyle = css(lane.colors[i]);
      const list = points(lane.machine, k, width);
      lane.drawn = list.length;
      drawCurve(g, list, y);
    });
    g.setLineDash([]);
    if (lane.isScore && chosenThreshold() !== null) {
      g.strokeStyle = css("--accent");
      g.lineWidth = 1.5;
      g.beginPath();
      g.moveTo(0, y(chosenThreshold()));
      g.lineTo(width, y(chosenThreshold()));
      g.stroke();
    }
    if (lane.alarms) {
      for (const [outcome, name] of [[2, "--dim"], [0, "--alarm"], [1, "--false"]]) {
        const part = lane.alarms.filter((s) => s.o === outcome);
        // False alarms stand lower too, so that colour is not all that tells them apart.
        drawSpans(g, part, width, top + (outcome === 1 ? 9 : 1), 7, css(name), 4);
      }
    }
    if (lane === lanes[0]) nameBands(g, panel, width, base + inner - 15);
    g.restore();
    g.fillStyle = dim;
    g.textAlign = "right";
    // What is nothing beside the other end of the axis is nothing: a load dies away to 1e-42.
    const end = (v, other) => number(Math.abs(v) < 1e-9 * Math.abs(other) ? 0 : v);
    g.fillText(end(hi, lo), gutter - 6, base + 9);
    g.fillText(end(lo, hi), gutter - 6, base + inner - 1);
    if (lane.unit) g.fillText(lane.unit, gutter - 6, base + inner / 2 + 4);
    g.textAlign = "left";
    g.save();
    g.font = "600 12px system-ui, sans-serif";
    // A plate, or the name drowns in a noisy curve.
    g.globalAlpha = 0.8;
    g.fillStyle = css("--panel");
    g.fillRect(gutter + 3, base + 2, g.measureText(lane.label).width + 6, 16);
    g.globalAlpha = 1;
    g.fillStyle = css(lane.colors[0]);
    g.fillText(lane.label, gutter + 6, base + 14);
    g.restore();
    top += lane.height + 10;
  }
  if (panel.mark && panel.mark.b > view.a && panel.mark.a < view.b) {
    const x0 = Math.max(0, (panel.mark.a - view.a) * scale), x1 = Math.min(width, (panel.mark.b - view.a) * scale);
    g.strokeStyle = css("--accent");
    g.lineWidth = 2;
    g.strokeRect(gutter + x0 - 1, 1, Math.max(4, x1 - x0) + 2, top - 8);
  }
  g.fillStyle = dim;
  g.textAlign = "center";
  for (const mark of marks) {
    const x = gutter + (mark.t - view.a) * scale;
    if (x > gutter + 12 && x < cssWidth - 24) g.fillText(mark.label, x, top + 8);
  }
  if (panel.hover !== null && panel.hover >= 0) {
    g.fillStyle = css("--accent");
    g.fillRect(gutter + panel.hover, 0, 1, top - 6);
  }
  if (panel.select) {
    g.globalAlpha = 0.2;
    g.fillStyle = css("--accent");
    g.fillRect(gutter + Math.min(...panel.select), 0, Math.abs(panel.select[1] - panel.select[0]), top);
    g.globalAlpha = 1;
  }
}
