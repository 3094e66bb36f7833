// Made by scripts/embed-scenarios; change the files in scenarios/ and run it again.

// swift-format-ignore-file
extension BuiltInScenarios {
    static let files: [(path: String, text: String)] = [
        ("cascade.json5", ##"""
// One thing leads to another: heat that does not leave makes the machine trip when it reaches a limit,
// and an unbalanced rotor does when it shakes too much. The sag of the supply hits all at once.
{
  name: "cascade",
  description: "Cooling fails until the machine trips at a limit; the supply sags for all machines",
  level: "medium",
  seed: 17,
  start: "2026-01-01T00:00:00Z",
  duration: "6h",
  interval: "1s",
  warmup: "1h",
  machines: [
    { id: "pump1", profile: "pump", provider: "Smith and Sons" },
    { id: "spindle1", profile: "spindle", provider: "Smith and Sons" },
    { id: "compressor1", profile: "compressor", provider: "Smith and Sons" },
  ],
  anomalies: [
    { id: "heat", machine: "pump1", kind: "cooling_loss", at: "1h40m", for: "30m", parameters: { k: 1.8 } },
    { machine: "pump1", kind: "trip", after: "heat", for: "5m", when: { channel: "temperature", above: 54, hold: "10s" } },
    { id: "rotor", machine: "spindle1", kind: "imbalance", at: "2h30m", for: "20m", parameters: { k: 4 }, shape: "linear" },
    { machine: "spindle1", kind: "trip", after: "rotor", delay: "2s", for: "5m", when: { channel: "vibration", above: 3.5, hold: "3s" } },
    { machine: "all", kind: "supply_sag", at: "4h", for: "3m" },
  ],
}
"""##),
        ("healthy-day.json5", ##"""
{
  name: "healthy-day",
  description: "A day without any anomaly: how often does a detector cry wolf?",
  level: "-",
  seed: 7,
  start: "2026-01-01T00:00:00Z",
  duration: "24h",
  interval: "1s",
  warmup: "1h",
  machines: [
    { id: "machine1", profile: "demo", provider: "Smith and Sons" },
    { id: "pump1", profile: "pump", provider: "Smith and Sons" },
    { id: "compressor1", profile: "compressor", provider: "Smith and Sons" },
  ],
}
"""##),
        ("noisy-neighbours.json5", ##"""
{
  name: "noisy-neighbours",
  description: "Three machines of the demo, several overloads each, never all at once",
  level: "easy",
  seed: 11,
  start: "2026-01-01T00:00:00Z",
  duration: "1h",
  interval: "1s",
  warmup: "5m",
  machines: [
    { count: 3, profile: "demo", provider: "Smith and Sons" },
  ],
  anomalies: [
    { machine: "machine1", kind: "overload", at: ["10m", "32m"], for: "2m" },
    { machine: "machine2", kind: "overload", at: ["15m", "24m", "45m"], for: "90s" },
    { machine: "machine3", kind: "overload", at: ["20m", "38m", "52m"], for: "1m" },
  ],
}
"""##),
        ("overload-fault.json5", ##"""
// The demo's own fault: while it lasts, load climbs by 20 every 5 s up to 200, and the other
// channels follow by their bands. Afterwards load is 50 at once.
{
  name: "overload-fault",
  description: "One machine is overloaded twice while its neighbours run on",
  level: "easy",
  seed: 42,
  start: "2026-01-01T00:00:00Z",
  duration: "30m",
  interval: "1s",
  warmup: "5m",
  machines: [
    { id: "machine1", profile: "demo", provider: "Smith and Sons", barcode: "12345670" },
    { count: 2, prefix: "machine", from: 2, profile: "demo", provider: "Smith and Sons" },
  ],
  anomalies: [
    { machine: "machine1", kind: "overload", at: "10m", for: "2m" },
    { machine: "machine1", kind: "overload", at: "20m", for: "1m" },
  ],
}
"""##),
        ("seed-demo.json5", ##"""
// The profile and the fault of the demo this project grew from. Load climbs by 20 every 5 s to 200;
// the other channels follow by their bands, and afterwards load is 50 at once and walks on from there.
// Not quite every ten minutes, so that the switch comes at any place of the five seconds between steps.
{
  name: "seed-demo",
  description: "The demo's machines and their fault: 60 s of overload about every ten minutes",
  level: "easy",
  seed: 1,
  start: "2026-01-01T00:00:00Z",
  duration: "2h",
  interval: "1s",
  warmup: "5m",
  machines: [
    { count: 3, profile: "demo", provider: "Smith and Sons" },
  ],
  anomalies: [
    { machine: "all", kind: "overload", at: "10m", for: "60s", every: "9m57s", stagger: "3m14s" },
  ],
}
"""##),
        ("short-blips.json5", ##"""
{
  name: "short-blips",
  description: "Anomalies of 5 to 20 s: is a detector quick, or only steady?",
  level: "medium",
  seed: 12,
  start: "2026-01-01T00:00:00Z",
  duration: "1h",
  interval: "1s",
  warmup: "10m",
  machines: [
    { id: "machine1", profile: "demo", provider: "Smith and Sons" },
    { id: "pump1", profile: "pump", provider: "Smith and Sons" },
    { id: "spindle1", profile: "spindle", provider: "Smith and Sons" },
  ],
  anomalies: [
    { machine: "machine1", kind: "overload", at: ["12m", "30m"], for: "20s" },
    { machine: "machine1", kind: "spike", at: ["20m", "40m"], for: "5s", channels: ["power"], parameters: { k: 20 } },
    { machine: "pump1", kind: "spike", at: ["12m", "26m", "44m"], for: "5s", channels: ["vibration"], parameters: { k: 12 } },
    { machine: "pump1", kind: "loose_wire", at: ["18m", "50m"], for: "20s", channels: ["power"], parameters: { r: 0.5 } },
    { machine: "spindle1", kind: "trip", at: ["15m", "37m"], for: "15s" },
    { machine: "spindle1", kind: "noise", at: ["22m", "48m"], for: "10s", channels: ["temperature"], parameters: { k: 8 } },
  ],
}
"""##),
        ("soak.json5", ##"""
// Each machine draws from streams of its own, so that a hundred machines are a hundred seeds.
{
  name: "soak",
  description: "Scenario 16 for a day on a hundred machines: throughput, memory, determinism",
  level: "hard",
  seed: 1,
  start: "2026-01-01T00:00:00Z",
  duration: "24h",
  interval: "1s",
  warmup: "1h",
  machines: [
    { count: 34, prefix: "pump", profile: "pump", provider: "Smith and Sons" },
    { count: 33, prefix: "spindle", profile: "spindle", provider: "Smith and Sons" },
    { count: 33, prefix: "compressor", profile: "compressor", provider: "Smith and Sons" },
  ],
  anomalies: [
    { machine: "pump*", kind: "overload", at: "3h", for: "2m", parameters: { rate: 20, every: 5, max: 110 } },
    { machine: "pump*", kind: "stuck", at: "9h", for: "5m", channels: ["power"] },
    { machine: "pump*", kind: "bearing_wear", at: "15h", for: "2h", parameters: { k: 3.5, loss: 0.04 } },
    { machine: "spindle*", kind: "spike", at: "4h", for: "3s", channels: ["power"], parameters: { k: 12 } },
    { machine: "spindle*", kind: "cooling_loss", at: "10h", for: "40m", parameters: { k: 1.5 } },
    { machine: "spindle*", kind: "efficiency_loss", at: "18h", for: "30m", parameters: { k: 0.12 } },
    { machine: "compressor*", kind: "loose_wire", at: "5h", for: "2m", channels: ["power"], parameters: { r: 0.15 } },
    { machine: "compressor*", kind: "trip", at: "11h", for: "5m" },
    { machine: "compressor*", kind: "drift", at: "19h", for: "2h", channels: ["temperature"], parameters: { k: 6, unit: "spread" } },
  ],
}
"""##),
        ("suite-full/03-overload-full.json5", ##"""
// The full form of overload: the same faults, and clean time until at most 10 % is anomalous.
{
  name: "overload-full",
  description: "The demo's fault on real physics; long enough that anomalies stay rare",
  level: "easy",
  seed: 3,
  start: "2026-01-01T00:00:00Z",
  duration: "4h",
  interval: "1s",
  warmup: "1h",
  machines: [
    { id: "pump1", profile: "pump", provider: "Smith and Sons" },
    { id: "spindle1", profile: "spindle", provider: "Smith and Sons" },
    { id: "compressor1", profile: "compressor", provider: "Smith and Sons" },
  ],
  anomalies: [
    { machine: "all", kind: "overload", at: ["1h30m", "2h25m", "3h20m"], for: "2m", parameters: { rate: 20, every: 5, max: 110 }, stagger: "2m" },
  ],
}
"""##),
        ("suite-full/07-imbalance-full.json5", ##"""
// The full form of imbalance: the same faults, and clean time until at most 10 % is anomalous.
{
  name: "imbalance-full",
  description: "A rotor is out of balance; long enough that anomalies stay rare",
  level: "medium",
  seed: 7,
  start: "2026-01-01T00:00:00Z",
  duration: "6h",
  interval: "1s",
  warmup: "1h",
  machines: [
    { id: "pump1", profile: "pump", provider: "Smith and Sons" },
    { id: "spindle1", profile: "spindle", provider: "Smith and Sons" },
    { id: "compressor1", profile: "compressor", provider: "Smith and Sons" },
  ],
  anomalies: [
    { machine: "all", kind: "imbalance", at: "1h20m", for: "10m", parameters: { k: 2.0 }, stagger: "5m" },
    { machine: "all", kind: "imbalance", at: "2h50m", for: "10m", parameters: { k: 2.0 }, stagger: "5m", shape: "linear", ramp_in: "5m" },
    { machine: "all", kind: "imbalance", at: "4h20m", for: "10m", parameters: { k: 2.0 }, stagger: "5m", shape: "linear", ramp_in: "10m" },
  ],
}
"""##),
        ("suite-full/08-cooling-loss-full.json5", ##"""
{
  name: "cooling-loss-full",
  description: "Heat leaves too slowly; long enough that anomalies stay rare",
  level: "medium",
  seed: 8,
  start: "2026-01-01T00:00:00Z",
  duration: "15h",
  interval: "1s",
  warmup: "1h",
  machines: [
    { id: "pump1", profile: "pump", provider: "Smith and Sons" },
    { id: "spindle1", profile: "spindle", provider: "Smith and Sons" },
    { id: "compressor1", profile: "compressor", provider: "Smith and Sons" },
  ],
  anomalies: [
    { machine: "all", kind: "cooling_loss", at: ["3h", "9h"], for: "40m", parameters: { k: 1.5 }, stagger: "10m" },
  ],
}
"""##),
        ("suite-full/09-trip-and-blockage-full.json5", ##"""
// The full form of trip-and-blockage: the same faults, and clean time until at most 10 % is anomalous.
{
  name: "trip-and-blockage-full",
  description: "Drops, not rises; long enough that anomalies stay rare",
  level: "medium",
  seed: 9,
  start: "2026-01-01T00:00:00Z",
  duration: "5h",
  interval: "1s",
  warmup: "1h",
  machines: [
    { id: "pump1", profile: "pump", provider: "Smith and Sons" },
    { id: "spindle1", profile: "spindle", provider: "Smith and Sons" },
    { id: "compressor1", profile: "compressor", provider: "Smith and Sons" },
  ],
  anomalies: [
    { machine: "all", kind: "trip", at: "1h45m", for: "5m", stagger: "6m" },
    { machine: "all", kind: "blockage", at: "3h20m", for: "5m", parameters: { k: 0.35 }, stagger: "6m" },
  ],
}
"""##),
        ("suite-full/10-bearing-wear-full.json5", ##"""
{
  name: "bearing-wear-full",
  description: "A bearing wears out over three hours of 31",
  level: "hard",
  seed: 10,
  start: "2026-01-01T00:00:00Z",
  duration: "31h",
  interval: "1s",
  warmup: "1h",
  machines: [
    { id: "pump1", profile: "pump", provider: "Smith and Sons" },
    { id: "spindle1", profile: "spindle", provider: "Smith and Sons" },
    { id: "compressor1", profile: "compressor", provider: "Smith and Sons" },
  ],
  anomalies: [
    { machine: "all", kind: "bearing_wear", at: "14h", for: "3h", parameters: { k: 3.5, loss: 0.04 }, stagger: "10m" },
  ],
}
"""##),
        ("suite-full/11-sensor-drift-full.json5", ##"""
{
  name: "sensor-drift-full",
  description: "One channel walks away over two hours of 21",
  level: "hard",
  seed: 11,
  start: "2026-01-01T00:00:00Z",
  duration: "21h",
  interval: "1s",
  warmup: "1h",
  machines: [
    { id: "pump1", profile: "pump", provider: "Smith and Sons" },
    { id: "spindle1", profile: "spindle", provider: "Smith and Sons" },
    { id: "compressor1", profile: "compressor", provider: "Smith and Sons" },
  ],
  anomalies: [
    { machine: "pump1", kind: "drift", at: "6h", for: "2h", channels: ["temperature"], parameters: { k: 6, unit: "spread" } },
    { machine: "spindle1", kind: "drift", at: "10h", for: "2h", channels: ["power"], parameters: { k: 6, unit: "spread" } },
    { machine: "compressor1", kind: "drift", at: "14h", for: "2h", channels: ["vibration"], parameters: { k: 6, unit: "spread" } },
  ],
}
"""##),
        ("suite-full/12-efficiency-loss-full.json5", ##"""
{
  name: "efficiency-loss-full",
  description: "12 % more power for the same load; long enough that anomalies stay rare",
  level: "hard",
  seed: 12,
  start: "2026-01-01T00:00:00Z",
  duration: "11h",
  interval: "1s",
  warmup: "1h",
  machines: [
    { id: "pump1", profile: "pump", provider: "Smith and Sons" },
    { id: "spindle1", profile: "spindle", provider: "Smith and Sons" },
    { id: "compressor1", profile: "compressor", provider: "Smith and Sons" },
  ],
  anomalies: [
    { machine: "all", kind: "efficiency_loss", at: ["3h", "7h"], for: "30m", parameters: { k: 0.12 }, stagger: "10m" },
  ],
}
"""##),
        ("suite-full/13-decouple-full.json5", ##"""
// The full form of decouple: the same faults, and clean time until at most 10 % is anomalous.
{
  name: "decouple-full",
  description: "Every value normal, the relation gone; long enough that anomalies stay rare",
  level: "hard",
  seed: 13,
  start: "2026-01-01T00:00:00Z",
  duration: "5h",
  interval: "1s",
  warmup: "1h",
  machines: [
    { id: "pump1", profile: "pump", provider: "Smith and Sons" },
    { id: "spindle1", profile: "spindle", provider: "Smith and Sons" },
    { id: "compressor1", profile: "compressor", provider: "Smith and Sons" },
  ],
  anomalies: [
    { machine: "all", kind: "decouple", at: "1h40m", for: "10m", channels: ["power"], parameters: { lag: 137 }, stagger: "12m" },
    { machine: "all", kind: "decouple", at: "3h15m", for: "10m", channels: ["vibration"], parameters: { lag: 137 }, stagger: "12m" },
  ],
}
"""##),
        ("suite-full/14-wrong-cycle-full.json5", ##"""
{
  name: "wrong-cycle-full",
  description: "The duty cycle takes half as long again; long enough that anomalies stay rare",
  level: "hard",
  seed: 14,
  start: "2026-01-01T00:00:00Z",
  duration: "6h",
  interval: "1s",
  warmup: "1h",
  machines: [
    { id: "spindle1", profile: "spindle", provider: "Smith and Sons" },
    { id: "compressor1", profile: "compressor", provider: "Smith and Sons" },
  ],
  anomalies: [
    { machine: "all", kind: "cycle_stretch", at: ["2h", "4h10m"], for: "15m", parameters: { k: 1.5 }, stagger: "10m" },
  ],
}
"""##),
        ("suite-full/16-mixed-day-full.json5", ##"""
{
  name: "mixed-day-full",
  description: "Nine different faults on three machines over a day",
  level: "hard",
  seed: 16,
  start: "2026-01-01T00:00:00Z",
  duration: "24h",
  interval: "1s",
  warmup: "1h",
  machines: [
    { id: "pump1", profile: "pump", provider: "Smith and Sons" },
    { id: "spindle1", profile: "spindle", provider: "Smith and Sons" },
    { id: "compressor1", profile: "compressor", provider: "Smith and Sons" },
  ],
  anomalies: [
    { machine: "pump1", kind: "overload", at: "3h", for: "2m", parameters: { rate: 20, every: 5, max: 110 } },
    { machine: "pump1", kind: "stuck", at: "9h", for: "5m", channels: ["power"] },
    { machine: "pump1", kind: "bearing_wear", at: "15h", for: "2h", parameters: { k: 3.5, loss: 0.04 } },
    { machine: "spindle1", kind: "spike", at: "4h", for: "3s", channels: ["power"], parameters: { k: 12 } },
    { machine: "spindle1", kind: "cooling_loss", at: "10h", for: "40m", parameters: { k: 1.5 } },
    { machine: "spindle1", kind: "efficiency_loss", at: "18h", for: "30m", parameters: { k: 0.12 } },
    { machine: "compressor1", kind: "loose_wire", at: "5h", for: "2m", channels: ["power"], parameters: { r: 0.15 } },
    { machine: "compressor1", kind: "trip", at: "11h", for: "5m" },
    { machine: "compressor1", kind: "drift", at: "19h", for: "2h", channels: ["temperature"], parameters: { k: 6, unit: "spread" } },
  ],
}
"""##),
        ("suite/01-clean.json5", ##"""
{
  name: "clean",
  description: "Nothing happens: every alarm is false",
  level: "-",
  seed: 1,
  start: "2026-01-01T00:00:00Z",
  duration: "3h",
  interval: "1s",
  warmup: "1h",
  machines: [
    { id: "pump1", profile: "pump", provider: "Smith and Sons" },
    { id: "spindle1", profile: "spindle", provider: "Smith and Sons" },
    { id: "compressor1", profile: "compressor", provider: "Smith and Sons" },
  ],
}
"""##),
        ("suite/02-big-spikes.json5", ##"""
{
  name: "big-spikes",
  description: "Three readings in a row are 12 sigma off, on one channel",
  level: "easy",
  seed: 2,
  start: "2026-01-01T00:00:00Z",
  duration: "3h",
  interval: "1s",
  warmup: "1h",
  machines: [
    { id: "pump1", profile: "pump", provider: "Smith and Sons" },
    { id: "spindle1", profile: "spindle", provider: "Smith and Sons" },
    { id: "compressor1", profile: "compressor", provider: "Smith and Sons" },
  ],
  anomalies: [
    { machine: "all", kind: "spike", at: ["1h20m", "2h35m"], for: "3s", channels: ["power"], parameters: { k: 12 }, stagger: "4m" },
    { machine: "all", kind: "spike", at: "1h45m", for: "3s", channels: ["vibration"], parameters: { k: 12 }, stagger: "4m" },
    { machine: "all", kind: "spike", at: "2h10m", for: "3s", channels: ["temperature"], parameters: { k: 12 }, stagger: "4m" },
  ],
}
"""##),
        ("suite/03-overload.json5", ##"""
{
  name: "overload",
  description: "Load climbs by 20 every 5 s to 110 more: the demo's fault on real physics",
  level: "easy",
  seed: 3,
  start: "2026-01-01T00:00:00Z",
  duration: "3h",
  interval: "1s",
  warmup: "1h",
  machines: [
    { id: "pump1", profile: "pump", provider: "Smith and Sons" },
    { id: "spindle1", profile: "spindle", provider: "Smith and Sons" },
    { id: "compressor1", profile: "compressor", provider: "Smith and Sons" },
  ],
  anomalies: [
    { machine: "all", kind: "overload", at: ["1h15m", "1h55m", "2h35m"], for: "2m", parameters: { rate: 20, every: 5, max: 110 }, stagger: "2m" },
  ],
}
"""##),
        ("suite/04-level-shift.json5", ##"""
{
  name: "level-shift",
  description: "One channel reads too high by five times its recent spread",
  level: "easy to medium",
  seed: 4,
  start: "2026-01-01T00:00:00Z",
  duration: "3h",
  interval: "1s",
  warmup: "1h",
  machines: [
    { id: "pump1", profile: "pump", provider: "Smith and Sons" },
    { id: "spindle1", profile: "spindle", provider: "Smith and Sons" },
    { id: "compressor1", profile: "compressor", provider: "Smith and Sons" },
  ],
  anomalies: [
    { machine: "all", kind: "offset", at: "1h30m", for: "5m", channels: ["temperature"], parameters: { k: 5, unit: "spread" }, stagger: "6m" },
    { machine: "all", kind: "offset", at: "2h20m", for: "5m", channels: ["vibration"], parameters: { k: 5, unit: "spread" }, stagger: "6m" },
  ],
}
"""##),
        ("suite/05-stuck.json5", ##"""
{
  name: "stuck",
  description: "A sensor repeats its last reading: values are normal, variation is gone",
  level: "medium",
  seed: 5,
  start: "2026-01-01T00:00:00Z",
  duration: "3h",
  interval: "1s",
  warmup: "1h",
  machines: [
    { id: "pump1", profile: "pump", provider: "Smith and Sons" },
    { id: "spindle1", profile: "spindle", provider: "Smith and Sons" },
    { id: "compressor1", profile: "compressor", provider: "Smith and Sons" },
  ],
  anomalies: [
    { machine: "all", kind: "stuck", at: "1h30m", for: "5m", channels: ["power"], stagger: "6m" },
    { machine: "all", kind: "stuck", at: "2h20m", for: "5m", channels: ["vibration"], stagger: "6m" },
  ],
}
"""##),
        ("suite/06-noise-and-loose-wire.json5", ##"""
{
  name: "noise-and-loose-wire",
  description: "A sensor becomes noisy, and one loses contact now and then: spread, not level",
  level: "medium",
  seed: 6,
  start: "2026-01-01T00:00:00Z",
  duration: "3h",
  interval: "1s",
  warmup: "1h",
  machines: [
    { id: "pump1", profile: "pump", provider: "Smith and Sons" },
    { id: "spindle1", profile: "spindle", provider: "Smith and Sons" },
    { id: "compressor1", profile: "compressor", provider: "Smith and Sons" },
  ],
  anomalies: [
    { machine: "all", kind: "noise", at: "1h30m", for: "2m", channels: ["temperature"], parameters: { k: 6 }, stagger: "6m" },
    { machine: "all", kind: "loose_wire", at: "2h20m", for: "2m", channels: ["power"], parameters: { r: 0.15 }, stagger: "6m" },
  ],
}
"""##),
        ("suite/07-imbalance.json5", ##"""
{
  name: "imbalance",
  description: "A rotor is out of balance: vibration that load does not explain",
  level: "medium",
  seed: 7,
  start: "2026-01-01T00:00:00Z",
  duration: "4h",
  interval: "1s",
  warmup: "1h",
  machines: [
    { id: "pump1", profile: "pump", provider: "Smith and Sons" },
    { id: "spindle1", profile: "spindle", provider: "Smith and Sons" },
    { id: "compressor1", profile: "compressor", provider: "Smith and Sons" },
  ],
  anomalies: [
    { machine: "all", kind: "imbalance", at: "1h15m", for: "10m", parameters: { k: 2.0 }, stagger: "5m" },
    { machine: "all", kind: "imbalance", at: "2h10m", for: "10m", parameters: { k: 2.0 }, stagger: "5m", shape: "linear", ramp_in: "5m" },
    { machine: "all", kind: "imbalance", at: "3h05m", for: "10m", parameters: { k: 2.0 }, stagger: "5m", shape: "linear", ramp_in: "10m" },
  ],
}
"""##),
        ("suite/08-cooling-loss.json5", ##"""
{
  name: "cooling-loss",
  description: "Heat leaves too slowly: temperature rises late, and falls late",
  level: "medium",
  seed: 8,
  start: "2026-01-01T00:00:00Z",
  duration: "5h",
  interval: "1s",
  warmup: "1h",
  machines: [
    { id: "pump1", profile: "pump", provider: "Smith and Sons" },
    { id: "spindle1", profile: "spindle", provider: "Smith and Sons" },
    { id: "compressor1", profile: "compressor", provider: "Smith and Sons" },
  ],
  anomalies: [
    { machine: "all", kind: "cooling_loss", at: ["1h15m", "3h20m"], for: "40m", parameters: { k: 1.5 }, stagger: "10m" },
  ],
}
"""##),
        ("suite/09-trip-and-blockage.json5", ##"""
{
  name: "trip-and-blockage",
  description: "A machine stops by itself; a valve closes: drops, not rises",
  level: "medium",
  seed: 9,
  start: "2026-01-01T00:00:00Z",
  duration: "3h",
  interval: "1s",
  warmup: "1h",
  machines: [
    { id: "pump1", profile: "pump", provider: "Smith and Sons" },
    { id: "spindle1", profile: "spindle", provider: "Smith and Sons" },
    { id: "compressor1", profile: "compressor", provider: "Smith and Sons" },
  ],
  anomalies: [
    { machine: "all", kind: "trip", at: "1h20m", for: "5m", stagger: "6m" },
    { machine: "all", kind: "blockage", at: "2h20m", for: "5m", parameters: { k: 0.35 }, stagger: "6m" },
  ],
}
"""##),
        ("suite/10-bearing-wear.json5", ##"""
{
  name: "bearing-wear",
  description: "A bearing wears out over three hours: slow enough to be learnt away",
  level: "hard",
  seed: 10,
  start: "2026-01-01T00:00:00Z",
  duration: "6h",
  interval: "1s",
  warmup: "1h",
  machines: [
    { id: "pump1", profile: "pump", provider: "Smith and Sons" },
    { id: "spindle1", profile: "spindle", provider: "Smith and Sons" },
    { id: "compressor1", profile: "compressor", provider: "Smith and Sons" },
  ],
  anomalies: [
    { machine: "all", kind: "bearing_wear", at: "2h", for: "3h", parameters: { k: 3.5, loss: 0.04 }, stagger: "10m" },
  ],
}
"""##),
        ("suite/11-sensor-drift.json5", ##"""
{
  name: "sensor-drift",
  description: "One channel walks away over two hours",
  level: "hard",
  seed: 11,
  start: "2026-01-01T00:00:00Z",
  duration: "6h",
  interval: "1s",
  warmup: "1h",
  machines: [
    { id: "pump1", profile: "pump", provider: "Smith and Sons" },
    { id: "spindle1", profile: "spindle", provider: "Smith and Sons" },
    { id: "compressor1", profile: "compressor", provider: "Smith and Sons" },
  ],
  anomalies: [
    { machine: "pump1", kind: "drift", at: "2h", for: "2h", channels: ["temperature"], parameters: { k: 6, unit: "spread" } },
    { machine: "spindle1", kind: "drift", at: "2h20m", for: "2h", channels: ["power"], parameters: { k: 6, unit: "spread" } },
    { machine: "compressor1", kind: "drift", at: "2h40m", for: "2h", channels: ["vibration"], parameters: { k: 6, unit: "spread" } },
  ],
}
"""##),
        ("suite/12-efficiency-loss.json5", ##"""
{
  name: "efficiency-loss",
  description: "12 % more power for the same load: every value is in its normal range",
  level: "hard",
  seed: 12,
  start: "2026-01-01T00:00:00Z",
  duration: "4h",
  interval: "1s",
  warmup: "1h",
  machines: [
    { id: "pump1", profile: "pump", provider: "Smith and Sons" },
    { id: "spindle1", profile: "spindle", provider: "Smith and Sons" },
    { id: "compressor1", profile: "compressor", provider: "Smith and Sons" },
  ],
  anomalies: [
    { machine: "all", kind: "efficiency_loss", at: ["1h15m", "2h45m"], for: "30m", parameters: { k: 0.12 }, stagger: "10m" },
  ],
}
"""##),
        ("suite/13-decouple.json5", ##"""
{
  name: "decouple",
  description: "A channel shows what it was 137 s ago: every value normal, the relation gone",
  level: "hard",
  seed: 13,
  start: "2026-01-01T00:00:00Z",
  duration: "4h",
  interval: "1s",
  warmup: "1h",
  machines: [
    { id: "pump1", profile: "pump", provider: "Smith and Sons" },
    { id: "spindle1", profile: "spindle", provider: "Smith and Sons" },
    { id: "compressor1", profile: "compressor", provider: "Smith and Sons" },
  ],
  anomalies: [
    { machine: "all", kind: "decouple", at: "1h30m", for: "10m", channels: ["power"], parameters: { lag: 137 }, stagger: "12m" },
    { machine: "all", kind: "decouple", at: "2h45m", for: "10m", channels: ["vibration"], parameters: { lag: 137 }, stagger: "12m" },
  ],
}
"""##),
        ("suite/14-wrong-cycle.json5", ##"""
{
  name: "wrong-cycle",
  description: "The duty cycle takes half as long again: only its timing is wrong",
  level: "hard",
  seed: 14,
  start: "2026-01-01T00:00:00Z",
  duration: "4h",
  interval: "1s",
  warmup: "1h",
  machines: [
    { id: "spindle1", profile: "spindle", provider: "Smith and Sons" },
    { id: "compressor1", profile: "compressor", provider: "Smith and Sons" },
  ],
  anomalies: [
    { machine: "all", kind: "cycle_stretch", at: ["1h30m", "2h50m"], for: "15m", parameters: { k: 1.5 }, stagger: "10m" },
  ],
}
"""##),
        ("suite/15-recipe-change.json5", ##"""
{
  name: "recipe-change",
  description: "The load is set to 0.6 of what it was, which is nobody's fault; then a mild overload",
  level: "hard",
  seed: 15,
  start: "2026-01-01T00:00:00Z",
  duration: "5h",
  interval: "1s",
  warmup: "1h",
  machines: [
    { id: "pump1", profile: "pump", provider: "Smith and Sons" },
    { id: "spindle1", profile: "spindle", provider: "Smith and Sons" },
    { id: "compressor1", profile: "compressor", provider: "Smith and Sons" },
  ],
  anomalies: [
    { machine: "all", kind: "recipe_change", at: "2h", for: "3h", parameters: { factor: 0.6, added: 0 } },
    { machine: "all", kind: "overload", at: "3h30m", for: "2m", parameters: { rate: 20, every: 5, max: 40 }, stagger: "10m" },
  ],
}
"""##),
        ("suite/16-mixed-day.json5", ##"""
{
  name: "mixed-day",
  description: "Nine different faults on three machines: one configuration has to do",
  level: "hard",
  seed: 16,
  start: "2026-01-01T00:00:00Z",
  duration: "6h",
  interval: "1s",
  warmup: "1h",
  machines: [
    { id: "pump1", profile: "pump", provider: "Smith and Sons" },
    { id: "spindle1", profile: "spindle", provider: "Smith and Sons" },
    { id: "compressor1", profile: "compressor", provider: "Smith and Sons" },
  ],
  anomalies: [
    { machine: "pump1", kind: "overload", at: "1h20m", for: "2m", parameters: { rate: 20, every: 5, max: 110 } },
    { machine: "pump1", kind: "stuck", at: "2h20m", for: "5m", channels: ["power"] },
    { machine: "pump1", kind: "bearing_wear", at: "3h30m", for: "2h", parameters: { k: 3.5, loss: 0.04 } },
    { machine: "spindle1", kind: "spike", at: "1h30m", for: "3s", channels: ["power"], parameters: { k: 12 } },
    { machine: "spindle1", kind: "cooling_loss", at: "2h", for: "40m", parameters: { k: 1.5 } },
    { machine: "spindle1", kind: "efficiency_loss", at: "4h30m", for: "30m", parameters: { k: 0.12 } },
    { machine: "compressor1", kind: "loose_wire", at: "1h40m", for: "2m", channels: ["power"], parameters: { r: 0.15 } },
    { machine: "compressor1", kind: "trip", at: "2h30m", for: "5m" },
    { machine: "compressor1", kind: "drift", at: "3h50m", for: "2h", channels: ["temperature"], parameters: { k: 6, unit: "spread" } },
  ],
}
"""##),
    ]
}
