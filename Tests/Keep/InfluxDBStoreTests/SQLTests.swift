import InfluxDBStore
import TestSupport
import Testing

@Suite struct SQLTests {
    @Test func `values become parameters and identifiers are quoted`() {
        let run = "r' OR 1=1 --"
        let sql: SQL = "SELECT \(names: ["a\"b", "load"]) FROM \(name: "t") WHERE x = \(.text(run))"
        #expect(sql.text == #"SELECT "a""b", "load" FROM "t" WHERE x = $p1"#)
        #expect(sql.values == [.text(run)])
    }

    @Test func `a quoted piece of InfluxQL cannot end before its end`() {
        let odd = #"'; DROP DATABASE "a" \ --\#u{301}'\#u{301}"#
        let statement: InfluxQL = "SELECT \(names: [odd, "load"]) WHERE a = \(value: odd)"
        #expect(
            statement.text
                == #"SELECT "'; DROP DATABASE \"a\" \\ --\#u{301}'\#u{301}", "load" WHERE a = "#
                + #"'\'; DROP DATABASE "a" \\ --\#u{301}\'\#u{301}'"#)
    }

    @Test func `pieces put together number their parameters anew`() {
        let inner: SQL = "a = \(.integer(1)) AND b = \(.text("$p1"))"
        let outer: SQL = "SELECT \(.integer(0)) WHERE \(inner) AND \(inner)"
        #expect(outer.text == "SELECT $p1 WHERE a = $p2 AND b = $p3 AND a = $p4 AND b = $p5")
        #expect(
            outer.values == [.integer(0), .integer(1), .text("$p1"), .integer(1), .text("$p1")])
        #expect(outer.then("LIMIT 1").text.hasSuffix("$p5 LIMIT 1"))
    }

    /// The type refuses `\(string)` when it compiles; this looks for the ways around it.
    @Test func `no source makes SQL from a text at run time`() throws {
        let files = RepositoryFiles.files(in: "Sources/Keep/InfluxDBStore", endingWith: ".swift")
        #expect(files.count > 10)
        for file in files where !file.hasSuffix("/SQL.swift") {
            let text = try RepositoryFiles.text(file)
            #expect(!text.contains("QL(stringLiteral"), "\(file)")
            #expect(
                !text.contains("\"q\""), "\(file): a statement goes out through SQL.requestBody")
            for line in text.split(separator: "\n") where line.contains("String") {
                let words = line.uppercased()
                #expect(
                    !words.contains("SELECT ") && !words.contains("WHERE "),
                    "\(file): a statement kept as a String: \(line)")
            }
        }
    }
}
