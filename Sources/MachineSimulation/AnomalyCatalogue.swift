/// Everything that can be injected.
public enum AnomalyCatalogue {
    /// All kinds, family by family.
    public static let kinds: [AnomalyKind] = [
        .overload
    ]

    /// The kind called `name`.
    public static func kind(_ name: String) -> AnomalyKind? { kinds.first { $0.name == name } }
}
