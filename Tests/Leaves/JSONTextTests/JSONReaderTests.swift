import JSONText
import Testing

private func read(_ text: String) throws -> JSONValue { try JSONReader.read(Array(text.utf8)) }

@Suite struct `The JSON reader` {
    @Test func `keeps members in their order and whole numbers whole`() throws {
        let text = #"{"b":1, "a":[true, false, null, -2.5, 18446744073709551615], "c":{}}"#
        let value = try read(text)
        #expect(value.text() == text)
        #expect(value["a"]?.asArray?.last == .unsigned(.max))
        #expect(value["b"]?.asInteger == 1 && value["b"]?.asNumber == 1)
        #expect(value["d"] == nil)
    }

    @Test func `reads every escape, and pairs of surrogates`() throws {
        let value = try read(#""\"\\\/\b\f\n\r\t\u00e9\ud83d\ude00""#)
        #expect(value.asString == "\"\\/\u{8}\u{C}\n\r\té😀")
        #expect(try read(value.text()) == value)
    }

    @Test(arguments: [
        ("", 1, 1, "a value"),
        ("[1,\n  02]", 2, 3, "a value"),
        ("[1,\n  -]", 2, 3, "a value"),
        ("[1.]", 1, 2, "a value"),
        ("{\"é\" 1}", 1, 6, "\":\""),
        ("{a: 1}", 1, 2, "a text in double quotes"),
        ("\"a", 1, 3, "the end of the text"),
        ("\"a\tb\"", 1, 3, "an escaped control character"),
        (#""\q""#, 1, 4, "an escape"),
        (#""\u12g4""#, 1, 4, "four hexadecimal digits"),
        (#""\ud800\u0041""#, 1, 14, "the second surrogate"),
        (#""\udc00""#, 1, 8, "a Unicode scalar"),
        ("[1] 2", 1, 5, "the end of the file"),
    ]) func `says where text is no JSON`(text: String, line: Int, column: Int, expected: String) {
        #expect(throws: JSONSyntaxError(line: line, column: column, expected: expected)) {
            try read(text)
        }
    }

    @Test func `takes a member that is named twice only where that is no harm`() throws {
        let text = "{\"a\": {\"b\": 1, \"c\": {\"b\": 2}, \"b\": 3}}"
        #expect(try read(text)["a"]?["b"] == .integer(1))
        #expect(throws: JSONSyntaxError(line: 1, column: 31, expected: "\"b\" only once")) {
            try JSONReader.read(Array(text.utf8), takesRepeats: false)
        }
        let once = "{\"a\": {\"b\": 1, \"c\": {\"b\": 2}}}"
        #expect(try JSONReader.read(Array(once.utf8), takesRepeats: false) == read(once))
    }

    @Test func `refuses what is nested too deep`() throws {
        let deep = String(repeating: "[", count: 64) + String(repeating: "]", count: 64)
        #expect(throws: JSONSyntaxError.self) { try read("[" + deep + "]") }
        #expect(throws: Never.self) { try read(deep) }
    }
}

@Suite struct `JSON bytes` {
    @Test func `have control characters as codes, or as letters for people`() {
        let text = "a\"\\\n\t\r\u{1}\u{7F}é"
        var codes: [UInt8] = []
        JSONBytes.append(quoted: text, to: &codes)
        #expect(
            String(decoding: codes, as: UTF8.self)
                == #""a\"\\\u000a\u0009\u000d\u0001\u007fé""#)
        var letters: [UInt8] = []
        JSONBytes.append(quoted: text, to: &letters, escapes: .letters)
        #expect(
            String(decoding: letters, as: UTF8.self)
                == #""a\"\\\n\t\r\u0001"# + "\u{7F}é\"")
    }

    @Test(arguments: [
        (0.0, "0"), (-0.0, "-0.0"), (12, "12"), (-3, "-3"), (0.1, "0.1"), (1e17, "1e+17"),
        (1e300, "1e+300"),
    ]) func `have whole numbers without a point`(number: Double, text: String) {
        var bytes: [UInt8] = []
        JSONBytes.append(number, to: &bytes)
        #expect(String(decoding: bytes, as: UTF8.self) == text)
    }
}
