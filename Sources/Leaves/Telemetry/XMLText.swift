/// Text in XML.
package enum XMLText {
    /// `text` for content and for attributes in double quotes; characters that XML 1.0 cannot hold become
    /// U+FFFD.
    package static func escape(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            if let entity = entity(of: scalar) {
                result += entity
            } else {
                result.unicodeScalars.append(isForbidden(scalar) ? "\u{FFFD}" : scalar)
            }
        }
        return result
    }

    /// How markup spells a character that it would take for its own; nil for all others.
    package static func entity(of scalar: Unicode.Scalar) -> String? {
        switch scalar {
        case "&": "&amp;"
        case "<": "&lt;"
        case ">": "&gt;"
        case "\"": "&quot;"
        default: nil
        }
    }

    /// Whether XML 1.0 has no place for `scalar`; line ends and tabs, which it has, are counted in.
    package static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": true
        default: false
        }
    }
}
