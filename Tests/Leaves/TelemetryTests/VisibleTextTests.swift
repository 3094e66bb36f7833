import Foundation
import Telemetry
import Testing

@Suite struct `Text that is shown` {
    @Test(arguments: [
        ("pump 1, 37 °C · größer 日本 🙂 █░", "pump 1, 37 °C · größer 日本 🙂 █░"),
        ("two\n\tlines", "two\n\tlines"),
        ("\u{1B}[2J\u{1B}]0;title\u{07}", "\\u001b[2J\\u001b]0;title\\u0007"),
        ("over\rwritten\u{08}\u{7F}", "over\\u000dwritten\\u0008\\u007f"),
        ("\u{9B}31m\u{85}", "\\u009b31m\\u0085"),
        ("exe\u{202E}fdp\u{2066}\u{200F}\u{061C}", "exe\\u202efdp\\u2066\\u200f\\u061c"),
        ("line\u{2028}end\u{FEFF}", "line\\u2028end\\ufeff"), ("", ""),
    ])
    func `shows what acts on a terminal as what it is`(text: String, shown: String) {
        #expect(text.visible == shown)
    }

    @Test func `stays the same JSON`() throws {
        let name = "m\u{202E}1\u{9B}\u{7F}\u{2028}"
        let json = String(decoding: try JSONEncoder().encode([name]), as: UTF8.self)
        #expect(json.visible != json)
        #expect(try JSONDecoder().decode([String].self, from: Data(json.visible.utf8)) == [name])
    }

    @Test func `keeps our own colours where they are wanted, and no other sequence`() {
        let text = "\u{1B}[31mFAIL\u{1B}[0m \u{1B}[8mhidden\u{1B}[2J"
        #expect(
            text.visible(keepingStyles: true)
                == "\u{1B}[31mFAIL\u{1B}[0m \\u001b[8mhidden\\u001b[2J")
        #expect(!text.visible.contains("\u{1B}"))
    }
}
