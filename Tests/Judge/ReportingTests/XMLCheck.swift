/// Reads XML just far enough to see that elements nest and attributes are quoted.
///
/// Foundation's XML parser is a module of its own on Linux that needs libxml2; a check need not.
struct XMLCheck {
    private(set) var names: [String] = []
    private(set) var isWellFormed = true

    init(_ text: String) {
        var open: [String] = []
        var rest = Substring(text)
        while let start = rest.firstIndex(of: "<") {
            if rest[..<start].contains(where: { $0 == ">" }) { isWellFormed = false }
            rest = rest[rest.index(after: start)...]
            var tag = ""
            var isQuoted = false
            while let character = rest.popFirst() {
                if character == "\"" { isQuoted.toggle() }
                if character == "<" { isWellFormed = false }
                if character == ">" && !isQuoted { break }
                tag.append(character)
            }
            if isQuoted || tag.unicodeScalars.contains(where: { $0.value < 32 && $0 != "\n" }) {
                isWellFormed = false
            }
            if tag.hasPrefix("?") { continue }
            if tag.hasPrefix("/") {
                if open.popLast() != String(tag.dropFirst()) { isWellFormed = false }
                continue
            }
            let name = String(tag.prefix { !$0.isWhitespace && $0 != "/" })
            names.append(name)
            if !tag.hasSuffix("/") { open.append(name) }
        }
        if !open.isEmpty { isWellFormed = false }
    }
}
