/// One machine to simulate.
public struct MachinePlan: Sendable, Equatable {
    /// As in the payload: `[A-Za-z0-9][A-Za-z0-9._-]{0,63}`. Keys all of the machine's random draws.
    public var id: String
    public var provider: String
    public var barcode: String
    /// Name of a profile of ``MachineProfile``: "demo", "pump".
    public var profile: String
    /// The profile's parameters that differ from their defaults.
    public var parameters: [String: Double]
    public var anomalies: [AnomalyPlan]
    /// Loads that the duty `csv` replays for ever, one a reading, % of rated.
    public var recording: [Double] = []

    public init(
        id: String, provider: String = "", barcode: String = "", profile: String = "demo",
        parameters: [String: Double] = [:], anomalies: [AnomalyPlan] = []
    ) {
        self.id = id
        self.provider = provider
        self.barcode = barcode
        self.profile = profile
        self.parameters = parameters
        self.anomalies = anomalies
    }
}
