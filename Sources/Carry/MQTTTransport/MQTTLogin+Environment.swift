import Glibc

extension MQTTLogin {
    /// The login that environment variables give: `USER` and `PASSWORD`, or `PASSWORD_FILE` for the
    /// file it lies in.
    /// - Parameters:
    ///   - environment: all variables.
    ///   - prefix: `MQTT_` for `MQTT_USERNAME`, `MQTT_PASSWORD` and `MQTT_PASSWORD_FILE`.
    /// - Returns: nil where no user is named.
    /// - Throws: ``MQTTError/badLoginSetting(_:)``.
    public static func from(
        _ environment: [String: String], prefix: String = "MQTT_"
    ) throws(MQTTError) -> MQTTLogin? {
        func value(_ name: String) -> String? {
            environment[prefix + name].flatMap { $0.isEmpty ? nil : $0 }
        }
        guard let user = value("USERNAME") else { return nil }
        let password = value("PASSWORD")
        guard let file = value("PASSWORD_FILE") else {
            return MQTTLogin(user: user, password: password)
        }
        guard password == nil else {
            throw .badLoginSetting(
                "\(prefix)PASSWORD and \(prefix)PASSWORD_FILE are both set; unset one")
        }
        return MQTTLogin(user: user, password: try secret(file, prefix + "PASSWORD_FILE"))
    }

    /// The first line of a file.
    private static func secret(_ path: String, _ name: String) throws(MQTTError) -> String {
        guard let file = fopen(path, "re") else {
            throw .badLoginSetting(
                "\(name): \(path): \(String(cString: strerror(errno))); name a file that can be read"
            )
        }
        defer { fclose(file) }
        var bytes = [UInt8](repeating: 0, count: 4096)
        let count = fread(&bytes, 1, bytes.count, file)
        let line = bytes[..<count].split(separator: UInt8(ascii: "\n")).first ?? []
        guard let text = String(validating: line.filter { $0 != 13 }, as: UTF8.self), !text.isEmpty
        else { throw .badLoginSetting("\(name): \(path) holds no password in its first line") }
        return text
    }
}
