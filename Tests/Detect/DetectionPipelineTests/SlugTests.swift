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
}
