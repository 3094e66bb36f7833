import EmbeddedFiles
import Foundation

/// Slugs as python-slugify 9.2 makes them with default arguments; the rules are its
/// own, in the same order.
public enum Slug {
    /// The slug of `text`: a–z, 0–9 and single dashes, none at the ends. May be empty.
    ///
    /// Two providers can share a slug ("a b" and "a-b"); the machine's id keeps their series apart
    /// unless that is shared too.
    public static func make(_ text: String) -> String {
        var text = replaceRuns(of: "'", in: text, with: "-")
        text = transliterate(sortingLongRuns(text).decomposedStringWithCompatibilityMapping)
        text = CharacterReferences.replace(in: text)
        text = text.decomposedStringWithCompatibilityMapping.lowercased()
        text = replaceRuns(of: "'", in: text, with: "")
        return hyphenate(joinNumbers(Array(text.unicodeScalars)))
    }

    private static func replaceRuns(
        of scalar: Unicode.Scalar, in text: String, with replacement: String
    ) -> String {
        guard text.unicodeScalars.contains(scalar) else { return text }
        var result = String.UnicodeScalarView()
        var isInRun = false
        for found in text.unicodeScalars {
            if found == scalar {
                if !isInRun { result.append(contentsOf: replacement.unicodeScalars) }
                isInRun = true
            } else {
                result.append(found)
                isInRun = false
            }
        }
        return String(result)
    }

    /// `text` with its long runs of combining marks in canonical order. Foundation sorts them by insertion:
    /// half a megabyte of marks would take it a minute.
    private static func sortingLongRuns(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: { $0.value >= 0x300 }) else { return text }
        var result = String.UnicodeScalarView()
        var run: [(mark: Unicode.Scalar, order: UInt8)] = []
        var isChanged = false
        func close() {
            if run.count > 32 {
                // Stable, as the canonical order has it.
                run = run.enumerated().sorted {
                    ($0.element.order, $0.offset) < ($1.element.order, $1.offset)
                }.map(\.element)
                isChanged = true
            }
            result.append(contentsOf: run.map(\.mark))
            run.removeAll(keepingCapacity: true)
        }
        for scalar in text.unicodeScalars {
            let order =
                scalar.value < 0x300 ? 0 : scalar.properties.canonicalCombiningClass.rawValue
            if order == 0 {
                if !run.isEmpty { close() }
                result.append(scalar)
            } else {
                run.append((scalar, order))
            }
        }
        close()
        return isChanged ? String(result) : text
    }

    private static func transliterate(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: { !$0.isASCII }) else { return text }
        var result = ""
        for scalar in text.unicodeScalars {
            if scalar.isASCII {
                result.unicodeScalars.append(scalar)
            } else if let reading = Transliteration.reading(of: scalar) {
                result += reading
            }
        }
        return result
    }

    /// Takes out a comma between two digits: 1,000 is one number.
    private static func joinNumbers(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
        scalars.indices.filter { index in
            !(scalars[index] == "," && index > 0 && index + 1 < scalars.count
                && isDigit(scalars[index - 1]) && isDigit(scalars[index + 1]))
        }.map { scalars[$0] }
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.numericType == .decimal
    }

    private static func hyphenate(_ scalars: [Unicode.Scalar]) -> String {
        var result = String.UnicodeScalarView()
        var owesDash = false
        for scalar in scalars {
            switch scalar {
            case "a"..."z", "A"..."Z", "0"..."9":
                if owesDash, !result.isEmpty { result.append("-") }
                owesDash = false
                result.append(scalar)
            default: owesDash = true
            }
        }
        return String(result)
    }
}

/// Readings of single characters, unpacked once.
enum Transliteration {
    /// The ASCII reading, maybe empty; nil above U+FFFF, where there is none.
    static func reading(of scalar: Unicode.Scalar) -> Substring? {
        let index = Int(scalar.value) - 0x80
        return readings.indices.contains(index) ? readings[index] : nil
    }

    private static let readings: [Substring] = {
        var result: [Substring] = []
        result.reserveCapacity(0x10000 - 0x80)
        let packed = EmbeddedText.slugReadings.filter { $0 != "\n" }
        for entry in packed.split(separator: "|", omittingEmptySubsequences: false) {
            if entry.first == "~", let count = Int(entry.dropFirst()), let last = result.last {
                result += repeatElement(last, count: count)
            } else {
                result.append(entry)
            }
        }
        return result
    }()
}
