import CommandLineTool

/// Seeds as the command line gives them: `7`, `1..5`, or several of these.
package enum SeedRange {
    /// - Parameter option: what the texts were given to, for messages.
    /// - Returns: in the order given, without repeats; empty for "the scenario's own".
    /// - Throws: ``ToolFailure`` (usage).
    package static func parse(_ texts: [String], option: String = "seed") throws -> [UInt64] {
        var seeds: [UInt64] = []
        for text in texts {
            let ends = text.split(separator: ".", omittingEmptySubsequences: false)
            if ends.count == 1, let seed = UInt64(text) {
                seeds.append(seed)
            } else if ends.count == 3, ends[1].isEmpty, let first = UInt64(ends[0]),
                let last = UInt64(ends[2]), first <= last
            {
                guard last - first < 100_000 else {
                    throw ToolFailure.usage(
                        "--\(option) \(text): is more than 100,000 seeds; give fewer")
                }
                seeds += first...last
            } else {
                throw ToolFailure.usage(
                    "--\(option) \(text): give a whole number from 0 to \(UInt64.max), or a range"
                        + " such as 1..5")
            }
        }
        var seen: Set<UInt64> = []
        return seeds.filter { seen.insert($0).inserted }
    }
}

/// One part of a sweep that several machines share: `--shard 2/8`.
struct Shard: Sendable {
    var index = 0
    var count = 1

    /// The whole sweep.
    init() {}

    init(_ text: String?) throws {
        guard let text else { return }
        let parts = text.split(separator: "/").compactMap { Int($0) }
        guard parts.count == 2, parts[1] >= 1, (1...parts[1]).contains(parts[0]) else {
            throw ToolFailure.usage("--shard \(text): give I/N with I from 1 to N, as in 2/8")
        }
        index = parts[0] - 1
        count = parts[1]
    }
}
