/// What a receiver says besides its status, and what to do about it.
///
/// Slack's words: https://api.slack.com/messaging/webhooks#handling_errors
struct RefusalWord {
    /// As the receiver wrote it; nil if it said nothing that may be shown.
    let word: String?
    /// Whether no message will ever get through to this address.
    let isAboutAddress: Bool
    let hint: String?

    /// - Parameters:
    ///   - answer: the beginning of the answer's body.
    ///   - secret: the address's path and query; an answer that repeats a part of it is not shown.
    init(_ answer: [UInt8], secret: String) {
        let text = String(decoding: answer.prefix(400), as: UTF8.self)
        let words = text.split { !($0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_")) }
        if let known = words.lazy.compactMap({ word in Self.known.first { $0.word == word } }).first
        {
            self = RefusalWord(known.word, known.isAboutAddress, known.hint)
            return
        }
        self = RefusalWord(Self.showable(text, secret: secret), false, nil)
    }

    private init(_ word: String?, _ isAboutAddress: Bool, _ hint: String?) {
        self.word = word
        self.isAboutAddress = isAboutAddress
        self.hint = hint
    }

    /// The first line if it is a short plain text. Pages of HTML say nothing to a reader of logs, and
    /// servers like to repeat the path they were asked for.
    private static func showable(_ text: String, secret: String) -> String? {
        let line = text.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
        let isPlain = line.utf8.allSatisfy { byte in
            (0x20..<0x7F).contains(byte) && !"<>/\\%&".utf8.contains(byte)
        }
        guard isPlain, (1...100).contains(line.count) else { return nil }
        let lower = line.lowercased()
        let parts = secret.lowercased().split { !($0.isLetter || $0.isNumber) }
        return parts.contains { $0.count >= 4 && lower.contains($0) } ? nil : line
    }

    private typealias Known = (word: String, isAboutAddress: Bool, hint: String)
    private static let known: [Known] =
        [
            "no_service", "no_service_id", "no_active_hooks", "invalid_token", "no_team",
            "team_disabled",
        ].map {
            (
                $0, true,
                "the webhook was removed or switched off, or its address is not whole; make a new one"
            )
        }
        + [
            ("channel_not_found", true, "its channel is gone; make a webhook for another one"),
            (
                "channel_is_archived", true,
                "its channel is archived; bring that back, or make a webhook for another one"
            ),
            ("user_not_found", true, "the user it writes to is gone; make a new webhook"),
            ("action_prohibited", true, "an administrator does not allow it; ask one"),
            (
                "posting_to_general_channel_denied", true,
                "not everybody may write to that channel; make a webhook for another one"
            ),
        ]
        + [
            "invalid_payload", "invalid_blocks", "invalid_blocks_format", "msg_blocks_too_long",
            "msg_too_long", "no_text", "missing_text_or_fallback_or_attachments",
            "too_many_attachments", "invalid_attachments",
        ].map { ($0, false, "the address is good, and the message's form is not liked") }
}
