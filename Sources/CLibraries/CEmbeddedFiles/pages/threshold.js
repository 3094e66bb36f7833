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
