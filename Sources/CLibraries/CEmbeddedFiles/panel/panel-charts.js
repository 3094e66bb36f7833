// One channel of one machine: its newest readings as a line, faults as bands behind it.
const width = 240, height = 60, svgNames = "http://www.w3.org/2000/svg";

export function shorten(value) {
  if (value == null) return "–";
  const size = Math.abs(value);
  return value.toFixed(size >= 1000 || Number.isInteger(value) ? 0 : size >= 100 ? 1 : size >= 1 ? 2 : 3);
}

function svg(name, parent) {
  return parent.appendChild(document.createElementNS(svgNames, name));
}

export class Chart {
  constructor(parent, channel, index) {
    this.channel = channel;
    const figure = parent.appendChild(document.createElement("figure"));
    figure.className = `chart chart-${index % 4}`;
    const caption = figure.appendChild(document.createElement("figcaption"));
    caption.appendChild(document.createElement("span")).textContent = channel;
    this.now = caption.appendChild(document.createElement("b"));
    this.picture = svg("svg", figure);
    this.picture.setAttribute("viewBox", `0 0 ${width} ${height}`);
    this.picture.setAttribute("preserveAspectRatio", "none");
    this.picture.setAttribute("role", "img");
    this.bands = svg("g", this.picture);
    this.line = svg("path", this.picture);
    this.span = figure.appendChild(document.createElement("div"));
    this.span.className = "span";
  }

  // times: milliseconds, rising. values: numbers or null. faults: [{start_ms, end_ms}].
  draw(times, values, faults) {
    const present = values.filter(value => value != null);
    const last = values.length ? values[values.length - 1] : null;
    this.now.textContent = shorten(last);
    if (!present.length) {
      this.line.setAttribute("d", "");
      this.bands.replaceChildren();
      this.span.textContent = "no reading yet";
      this.picture.setAttribute("aria-label", `${this.channel}: no reading yet`);
      return;
    }
    const lowest = Math.min(...present), highest = Math.max(...present);
    const room = (highest - lowest || Math.abs(highest) || 1) * 0.08;
    const from = times[0], to = Math.max(times[times.length - 1], from + 1);
    const x = time => (time - from) / (to - from) * width;
    const y = value => height - (value - lowest + room) / (highest - lowest + 2 * room) * height;

    let path = "", isDrawing = false;
    for (let i = 0; i < times.length; i++) {
      if (values[i] == null) { isDrawing = false; continue; }
      path += `${isDrawing ? "L" : "M"}${x(times[i]).toFixed(1)} ${y(values[i]).toFixed(1)}`;
      // A reading between two gaps would leave no mark without a line of its own.
      if (!isDrawing && (i + 1 === times.length || values[i + 1] == null)) path += "h1";
      isDrawing = true;
    }
    this.line.setAttribute("d", path);

    this.bands.replaceChildren();
    for (const fault of faults) {
      const start = Math.max(fault.start_ms, from), end = Math.min(fault.end_ms ?? to, to);
      if (end <= start) continue;
      const band = svg("rect", this.bands);
      band.setAttribute("x", x(start).toFixed(1));
      band.setAttribute("width", (x(end) - x(start)).toFixed(1));
      band.setAttribute("height", height);
    }
    this.span.textContent = `${shorten(lowest)} … ${shorten(highest)}`;
    this.picture.setAttribute("aria-label",
      `${this.channel}: now ${shorten(last)}, lowest ${shorten(lowest)}, ` +
      `highest ${shorten(highest)}, over the last ${Math.round((to - from) / 1000)} seconds`);
  }
}
