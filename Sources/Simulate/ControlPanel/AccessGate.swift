import Foundation
import HTTPService
import Synchronization

/// A word that only its owner may know. Printing it shows `***`.
public struct Secret: Sendable, CustomStringConvertible, CustomDebugStringConvertible {
    private let text: String

    public init(_ text: String) { self.text = text }

    public var description: String { "***" }
    public var debugDescription: String { "***" }

    /// Whether `guess` is the word, in a time that does not depend on where they differ.
    func matches(_ guess: String) -> Bool { ConstantTime.areEqual(guess.utf8, text.utf8) }

    /// 24 random bytes, from the system, in hexadecimal.
    static func random() -> String {
        var system = SystemRandomNumberGenerator()
        return (0..<24).map { _ in
            let byte = UInt8.random(in: 0...255, using: &system)
            return String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
        }.joined()
    }

    /// The first line of a file, at least 32 characters long (128 bits in hexadecimal).
    /// - Throws: ``PanelError/tokenFile(path:reason:)``.
    public init(panelTokenFile path: String) throws {
        guard let bytes = FileManager.default.contents(atPath: path) else {
            throw PanelError.tokenFile(path: path, reason: "cannot be read")
        }
        guard bytes.count <= 4096, let all = String(validating: bytes, as: UTF8.self) else {
            throw PanelError.tokenFile(path: path, reason: "is no short text file")
        }
        let line = all.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
        let isPrintable = line.utf8.allSatisfy { (0x21...0x7E).contains($0) }
        guard line.utf8.count >= 32, isPrintable else {
            throw PanelError.tokenFile(
                path: path,
                reason: "must hold one line of 32 characters or more without spaces: "
                    + "`openssl rand -hex 24` makes one")
        }
        self.init(line)
    }
}

/// Lets in who knows the panel's token, and slows down who guesses: after five wrong tokens in a row
/// nobody gets in for 30 s.
package final class AccessGate: Sendable {
    private struct State {
        var wrong = 0
        var closedUntil: ContinuousClock.Instant?
    }

    static let triesAllowed = 5
    static let pause = Duration.seconds(30)

    private let token: Secret
    private let now: @Sendable () -> ContinuousClock.Instant
    private let state = Mutex(State())

    init(
        token: Secret, now: @escaping @Sendable () -> ContinuousClock.Instant = { .now }
    ) {
        self.token = token
        self.now = now
    }

    /// - Parameter authorization: the values of the header of this name.
    /// - Throws: ``PanelError/accessTokenMissing``, `accessTokenWrong` or `accessPaused`.
    func check(_ authorization: [String]) throws {
        guard authorization.count == 1, authorization[0].hasPrefix("Bearer ") else {
            throw PanelError.accessTokenMissing
        }
        let guess = String(authorization[0].dropFirst("Bearer ".count))
        try state.withLock { state in
            if let end = state.closedUntil {
                let left = end - now()
                if left > .zero {
                    throw PanelError.accessPaused(seconds: Int(left.components.seconds) + 1)
                }
                state = State()
            }
            guard token.matches(guess) else {
                state.wrong += 1
                if state.wrong >= Self.triesAllowed { state.closedUntil = now() + Self.pause }
                throw PanelError.accessTokenWrong
            }
            state.wrong = 0
        }
    }
}
