/// Takes secrets out of what is about to be shown.
///
/// Types that hold secrets never print them, and errors do not repeat addresses that may hold some.
/// This is for what nobody took for a secret: an address in the place of a scenario's name, a token in
/// the answer of a server. By value, what command line and environment gave; by shape, the rest.
struct Redaction: Sendable {
    /// Longest first, so that no part of one is left over.
    private let values: [String]

    /// Variables that hold nothing but a secret.
    static let variables = [
        "INFLUX_TOKEN", "MQTT_PASSWORD", "MQTT_INGESTER_PASSWORD", "SLACK_WEBHOOK_URL",
        "MAGE_SLACK_WEBHOOK_URL", "WEBHOOK_URL",
    ]
    /// Shorter texts stand in other words too; hiding them would hide what an error says.
    private static let shortest = 4

    init(arguments: [String] = [], environment: [String: String] = [:]) {
        var found: Set<String> = []
        let addresses = environment.filter { $0.key == "BROKER" || $0.value.contains("://") }.values
        for text in arguments + addresses {
            // An option's value may follow its name, as in --broker=URL.
            if let password = Self.password(in: text) { found.insert(password) }
        }
        for name in Self.variables { if let value = environment[name] { found.insert(value) } }
        values = found.filter { $0.count >= Self.shortest }
            .sorted { ($1.count, $0) < ($0.count, $1) }
    }

    /// What stands between user and host: `mqtt://user:THIS@host`, also where the scheme is mistyped
    /// or left out. Up to the last @, for a password may hold one.
    private static func password(in text: String) -> String? {
        guard let at = text.lastIndex(of: "@") else { return nil }
        var before = text[..<at]
        if let scheme = before.firstRange(of: "://") { before = before[scheme.upperBound...] }
        guard let colon = before.firstIndex(of: ":") else { return nil }
        let password = before[before.index(after: colon)...]
        return password.isEmpty ? nil : String(password.drop { $0 == "/" })
    }

    func hidingSecrets(in text: String) -> String {
        var text = text
        for value in values where text.contains(value) {
            text = text.replacing(value, with: "***")
        }
        guard text.contains("@") || text.contains("apiv3_") || text.contains("hooks.slack.com/")
        else { return text }
        return
            text
            .replacing(#/(:\/\/[^\s\/:@\[]*:)[^\s]*@/#) { "\($0.output.1)***@" }
            .replacing(#/apiv3_[A-Za-z0-9_\-]{8,}/#, with: "apiv3_***")
            .replacing(#/hooks\.slack\.com\/[A-Za-z0-9_\-\/]+/#, with: "hooks.slack.com/***")
    }
}
