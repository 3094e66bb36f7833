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
