/// What goes into inputs in place of what belongs there.
enum Splinters {
    static let numbers: [[UInt8]] = [
        "1e308", "-1e308", "1e999", "-1e999", "5e-324", "-0", "0", "-1", "NaN", "nan", "Infinity",
        "9223372036854775807", "9223372036854775808", "-9223372036854775808",
        "-9223372036854775809", "18446744073709551615", "18446744073709551616", "4294967296",
        "2147483648", "9007199254740993", "1.7976931348623159e308", "0x7fffffffffffffff", "1e18",
        "9e18", "9.3e18", "-9.3e18", "1_000", "1,5", "٣", "00000000000000000000000000000000001",
        "0.00000000000000000000000000000000000000000000000000000001", "1e-400", "1e", "-", "1.",
        "2262-04-11T23:47:16.854775807Z", "2262-04-12T00:00:00Z", "1677-09-21T00:12:43Z",
        "2016-12-31T23:59:60Z", "0000-00-00T00:00:00Z",
    ].map { Array($0.utf8) }

    static let words: [[UInt8]] = [
        "", " ", "\\ud800", "\\udc00\\ud800", "\\u0000", "\\n", "\\", "\u{0}", "é", "e\u{301}",
        "\u{202E}", "\u{FEFF}", "../../etc/passwd", "%s%n", "' OR 1=1 --", "a,b=c d\\", "null",
        "machine1", "NaN", "1e999", String(repeating: "x", count: 300),
        String(repeating: "e\u{301}", count: 70), "106000d", "-1ns", "all", "*",
    ].map { Array($0.utf8) }

    static let texts: [[UInt8]] =
        numbers + words
        + [
            "\"", "'", "{", "}", "[", "]", ",", ":", ";", "=", "\n", "\r", "\r\n", "\t", "//",
            "/*", "{}", "[]", "[[[[[[[[[[", "{\"a\":", "null", "true", "\"\"", "\"\":",
        ].map { Array($0.utf8) }
        + [
            [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xC3], [0],
            [0x1B, 0x5B, 0x32, 0x4A],
        ]

    static let nests: [[UInt8]] = [
        "[", "{\"a\":", "]", "}", "\"", "\\", "(", "9", "0", ".", "e", "-", ",", "\n", "\r", " ",
        "x",
        "/*", "%", ":", "e\u{301}",
    ].map { Array($0.utf8) }

    static let integers: [Int64] = [
        .max, .min, -1, 0, 1, 2, 255, 256, 65_535, 1 << 24, 1 << 31, 1 << 32, 1 << 40, 1 << 52,
        1 << 60, 1 << 62, .max - 1, .min + 1,
        Int64(bitPattern: Double.nan.bitPattern), Int64(bitPattern: Double.infinity.bitPattern),
        Int64(bitPattern: (-Double.infinity).bitPattern), Int64(bitPattern: (1e308).bitPattern),
        Int64(bitPattern: (-1e308).bitPattern),
        Int64(bitPattern: Double.leastNonzeroMagnitude.bitPattern),
        Int64(bitPattern: (-0.0).bitPattern), Int64(bitPattern: (1e18).bitPattern),
    ]
}
