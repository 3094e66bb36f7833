import Foundation
import Testing

/// A word that stands in every secret the tests make up: tokens, passwords, webhook addresses. Where
/// it shows up, a secret would have.
///
/// What the tools print and what tests leave in their folders is looked at here; scripts/test draws
/// the word, and looks at the output of the whole suite.
public enum Canary {
    /// Letters and digits, so that no quoting changes it.
    public static let word: String =
        ProcessInfo.processInfo.environment["TESTBED_CANARY"]
        ?? "canary"
        + (0..<3).map { _ in String(UInt32.random(in: .min ... .max), radix: 16) }.joined()

    /// A secret for `purpose`, long enough for every rule about secrets.
    public static func secret(_ purpose: String) -> String { "\(purpose)-\(word)-0123456789abcdef" }

    /// The word as it is, in hexadecimal, and as base64 shows it at each of three places.
    static let forms: [[UInt8]] = {
        let bytes = Array(word.utf8)
        let hex = bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        let encoded = (0..<3).map { shift in
            let text = Data(Array(repeating: 0x20, count: shift) + bytes).base64EncodedString()
            // Characters that other bytes have a part in say nothing.
            return String(text.dropFirst([0, 2, 3][shift]).dropLast(4))
        }
        return ([word, hex, hex.uppercased()] + encoded).map { Array($0.utf8) }
    }()

    /// Whether `bytes` tell a secret.
    public static func isShown(in bytes: some DataProtocol) -> Bool {
        let data = Data(bytes)
        return forms.contains { data.range(of: Data($0)) != nil }
    }

    /// Fails the test if `text` tells a secret.
    public static func check(_ text: String, of source: @autoclosure () -> String) {
        if isShown(in: Array(text.utf8)) { Issue.record("a secret stands in \(source())") }
    }

    /// The variables that hold secrets, and the users they go with. A tool that is started without any of
    /// them gets one all the same.
    static func environment(
        _ given: [String: String], ofOurs isOurs: Bool = true
    ) -> [String: String] {
        var environment = given
        // Who prints its environment shows no secret by that.
        environment["TESTBED_CANARY"] = nil
        if isOurs, given["INFLUX_TOKEN"] == nil, given["INFLUX_TOKEN_FILE"] == nil {
            environment["INFLUX_TOKEN"] = secret("apiv3_")
        }
        return environment
    }
}

/// Removes a test's file or folder, once it has been looked at for secrets.
///
/// Those lie in folders named `secrets` and in files whose names begin so; they are not looked at. Nor
/// is what the InfluxDB stand-in keeps, which has the token where a real server has its hash.
public func removeTemporary(_ path: String) {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return }
    var files = [path]
    if isFolder.boolValue {
        let names = FileManager.default.enumerator(atPath: path)
        files = (names?.allObjects as? [String] ?? []).map { path + "/" + $0 }
    }
    for file in files where !file.contains("/secret") && !file.hasSuffix("/standin.log") {
        guard let size = try? FileManager.default.attributesOfItem(atPath: file)[.size] as? Int,
            size < 1 << 26, let data = FileManager.default.contents(atPath: file)
        else { continue }
        if Canary.isShown(in: data) { Issue.record("a secret stands in the file \(file)") }
    }
    try? FileManager.default.removeItem(atPath: path)
}
