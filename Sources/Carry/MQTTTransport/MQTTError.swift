/// What goes wrong between a client and its broker, as facts.
public enum MQTTError: Error, Sendable, Equatable {
    case badAddress(String)
    case badLoginSetting(String)
    case cannotReach(BrokerAddress, reason: String)
    /// It took the connection and did not answer as a broker would.
    case noAnswer(BrokerAddress, seconds: Int)
    case badLogin(BrokerAddress, user: String?)
    case refused(BrokerAddress, reason: String)
    case lost(BrokerAddress, reason: String)
    case tls(BrokerAddress, reason: String)
    /// Thrown out again and again: another client uses our name.
    case nameTaken(BrokerAddress, clientID: String)
    case subscriptionRefused(filter: String, user: String?)
    /// The library cannot watch descriptors from 1024 up.
    case descriptorTooHigh(Int32)
    case library(reason: String)
    case topic(String)
}

extension MQTTError: CustomStringConvertible {
    /// What happened, and what to do.
    public var description: String {
        switch self {
        case .badAddress(let reason):
            "the broker's address cannot be read: \(reason); "
                + "write mqtt://[user[:password]@]host[:port]"
        case .badLoginSetting(let fact): fact
        case .cannotReach(let address, let reason):
            "cannot reach the broker at \(address): \(reason); start it, or name another with --broker"
        case .noAnswer(let address, let seconds):
            "\(address) did not answer as a broker within \(seconds) s; check host and port"
        case .badLogin(let address, let user):
            if let user {
                "the broker at \(address) does not accept user \"\(user)\" with this password; "
                    + "check MQTT_USERNAME and MQTT_PASSWORD or MQTT_PASSWORD_FILE"
            } else {
                "the broker at \(address) wants a user and a password; "
                    + "set MQTT_USERNAME and MQTT_PASSWORD or MQTT_PASSWORD_FILE"
            }
        case .refused(let address, let reason): "the broker at \(address) refuses us: \(reason)"
        case .lost(let address, let reason): "the connection to \(address) was lost: \(reason)"
        case .tls(let address, let reason):
            "no secure connection to \(address): \(reason); check --ca-file and the host's name"
        case .nameTaken(let address, let clientID):
            "the connection to \(address) is closed again and again: "
                + "another client probably uses the name \"\(clientID)\"; stop it "
                + "(or the broker is at its memory limit: its log tells)"
        case .subscriptionRefused(let filter, let user):
            "the broker does not let \(user.map { "user \"\($0)\"" } ?? "us") read \(filter); "
                + "check its access list"
        case .descriptorTooHigh(let number):
            "too many open files (descriptor \(number)): the MQTT library works below 1024; "
                + "open fewer files in this process"
        case .library(let reason): "the MQTT library: \(reason)"
        case .topic(let topic): "\"\(topic)\" cannot be an MQTT topic"
        }
    }

    /// Whether another try soon is pointless.
    public var needsAPerson: Bool {
        switch self {
        case .badLogin, .tls, .subscriptionRefused, .nameTaken, .badAddress, .badLoginSetting:
            true
        default: false
        }
    }
}
