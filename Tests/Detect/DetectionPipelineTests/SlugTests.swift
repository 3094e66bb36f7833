import DetectionPipeline
import Foundation
import TestSupport
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
    @Test(arguments: [3, 20, 2000])
    func `has combining marks in canonical order, however many there are`(pairs: Int) {
        let marks = String(repeating: "\u{301}\u{64F}\u{315}\u{64E}", count: pairs)
        let few = Slug.make("x" + String(repeating: "\u{64E}\u{64F}", count: 1) + "\u{301}")
        #expect(few == "xau")
        let letters = String(repeating: "a", count: pairs) + String(repeating: "u", count: pairs)
        #expect(Slug.make("x" + marks) == "x" + letters)
    }

    @Test func `of a text that is all combining marks takes time in proportion`() {
        let growth = growth(from: 4000, by: 8) { pairs in
            _ = Slug.make("x" + String(repeating: "\u{301}\u{64F}\u{315}\u{64E}", count: pairs))
        }
        #expect(growth < 24, "eight times the text took \(growth) times as long")
    }
}
