/// Everything that can be injected.
public enum AnomalyCatalogue {
    /// All kinds, family by family.
    public static let kinds: [AnomalyKind] = [
        // Sensor faults: one channel's reading.
        .spike, .spikeBurst, .stuck, .stuckAt, .drift, .offset, .gain, .noise, .smooth, .clip,
        .quantise, .looseWire, .unitError, .swap, .sign,
        // Process faults: the machine's state.
        .overload, .surge, .coolingLoss, .bearingWear, .imbalance, .misalignment, .looseness,
        .efficiencyLoss, .blockage, .leak, .jam, .trip, .supplySag, .hotAmbient,
        // Ordinary values at the wrong time or in the wrong company.
        .offSchedule, .cycleStretch, .cycleShape, .cycleShift, .decouple, .replay, .correlatedDrift,
        // What happens to readings on their way.
        .dropout, .channelNull, .late, .outOfOrder, .duplicate, .clockJump, .clockDrift, .jitter,
        .wrongMachineID, .malformed,
        // Changes that are nobody's fault.
        .recipeChange, .plannedStop, .warmUp, .shiftChange, .slowAmbient, .sensorRecalibrated,
        .noiseStep,
    ]

    /// The kind called `name`.
    public static func kind(_ name: String) -> AnomalyKind? { byName[name] }

    private static let byName = Dictionary(
        uniqueKeysWithValues: kinds.map { ($0.name, $0) })
}
