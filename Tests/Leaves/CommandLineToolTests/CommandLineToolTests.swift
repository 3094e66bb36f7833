import CommandLineTool
import Testing

private let options = [
    CommandOption("seed", "N", help: "seed"),
    CommandOption("detector", "SPEC", repeats: true, help: "detector"),
    CommandOption("json", help: "json"),
]

@Suite struct `The command line` {
    @Test func `a value follows its option, after a space or an equals sign`() throws {
        let parsed = try ParsedArguments(
            ["--seed", "-3", "--detector=a:b=1", "x"], options: options)
        #expect(parsed.value("seed") == "-3")
        #expect(parsed.values("detector") == ["a:b=1"])
        #expect(parsed.positionals == ["x"])
    }

    @Test func `a mistyped option is answered with the one that was meant`() {
        #expect(throws: ToolFailure.usage("--sede is not an option here; did you mean --seed?")) {
            try ParsedArguments(["--sede", "1"], options: options)
        }
    }

    @Test func `an option that may be given once is refused twice`() {
        #expect(throws: ToolFailure.usage("--seed is given twice; give it once")) {
            try ParsedArguments(["--seed", "1", "--seed=2"], options: options)
        }
    }

    @Test func `a switch takes no value and an option cannot do without`() {
        #expect(throws: ToolFailure.usage("--json is a switch and takes no value")) {
            try ParsedArguments(["--json=yes"], options: options)
        }
        #expect(throws: ToolFailure.usage("--seed needs a value: --seed N")) {
            try ParsedArguments(["--seed"], options: options)
        }
    }

    @Test func `after two dashes nothing is an option`() throws {
        let parsed = try ParsedArguments(["--", "--json"], options: options)
        #expect(!parsed.has("json"))
        #expect(parsed.positionals == ["--json"])
    }

    @Test func `numbers outside their range name the range`() throws {
        let parsed = try ParsedArguments(["--seed", "9"], options: options)
        #expect(throws: ToolFailure.usage("--seed 9: give a whole number from 1 to 5")) {
            try parsed.integer("seed", in: 1...5)
        }
    }
}
