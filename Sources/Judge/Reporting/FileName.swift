import Digests

/// Names as parts of file names.
enum FileName {
    /// `text` with everything but letters, digits, dots, dashes and underscores of ASCII made a
    /// dash, one for a run of them; never empty, never hidden, at most 80 bytes. Where characters
    /// were lost that could tell two names apart, the first digits of a hash are added.
    static func safe(_ text: String) -> String {
        var result = ""
        var isLossy = false
        for scalar in text.unicodeScalars {
            switch scalar {
            case "a"..."z", "A"..."Z", "0"..."9", ".", "_", "-":
                result.unicodeScalars.append(scalar)
            default:
                // The separators of a detector SPEC read well as one dash each.
                if !":=,+ ".unicodeScalars.contains(scalar) { isLossy = true }
                if result.last != "-" { result.append("-") }
            }
        }
        while result.hasPrefix(".") || result.hasPrefix("-") {
            result.removeFirst()
            isLossy = true
        }
        if result.utf8.count > 80 {
            result = String(result.prefix(70))
            isLossy = true
        }
        let hash = String(SHA256.hex(text.utf8).prefix(8))
        if result.isEmpty { return hash }
        return isLossy ? result + "-" + hash : result
    }
}
