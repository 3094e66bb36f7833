import DetectionPipeline
import Foundation
import Testing

struct SlugCase: Decodable, Sendable {
    var input: String
    var slug: String
}

private struct SlugGolden: Decodable {
    var cases: [SlugCase]
    static let all: [SlugCase] = {
        let url = Bundle.module.url(forResource: "Golden/slugify", withExtension: "json")!
        return try! JSONDecoder().decode(SlugGolden.self, from: Data(contentsOf: url)).cases
    }()
}

@Suite struct `A slug` {
    @Test(arguments: SlugGolden.all)
    func `is what python-slugify makes`(example: SlugCase) {
        #expect(Slug.make(example.input) == example.slug, "\(example.input.debugDescription)")
    }

    @Test func `of a text with a reference beyond Unicode keeps all its references`() {
        #expect(Slug.make("&#65; &#99999999999;") == "65-99999999999")
        #expect(Slug.make("&#65;") == "a")
    }

    /// Arabic vowels become letters, so that the order of marks can be seen: accents come last.
    @Test(.timeLimit(.minutes(10)), arguments: [3, 20, 250_000])
    func `has combining marks in canonical order, however many there are`(pairs: Int) {
        let marks = String(repeating: "\u{301}\u{64F}\u{315}\u{64E}", count: pairs)
        let few = Slug.make("x" + String(repeating: "\u{64E}\u{64F}", count: 1) + "\u{301}")
        #expect(few == "xau")
        let letters = String(repeating: "a", count: pairs) + String(repeating: "u", count: pairs)
        #expect(Slug.make("x" + marks) == "x" + letters)
    }
}
