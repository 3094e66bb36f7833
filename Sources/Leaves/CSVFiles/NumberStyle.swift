import NumberText

/// How a column writes its numbers.
public struct NumberStyle: Sendable, Equatable {
    /// What stands before the decimals.
    public enum Mark: String, Sendable, CaseIterable {
        case point = "."
        case comma = ","
    }

    public var mark: Mark
    /// Whether points stand between thousands: `1.234,5`, and so `1.234`.
    public var hasGroups: Bool

    public init(_ mark: Mark = .point, hasGroups: Bool = false) {
        self.mark = mark
        self.hasGroups = hasGroups
    }
}

/// What a cell looks like, before anybody knows how its column writes numbers.
public enum NumberShape: Sendable, Equatable {
    case missing
    /// `#N/A` or `?`: missing too, in a way that is worth a word.
    case mark
    /// A number that reads the same either way: `12`, `1e5`, `nan`.
    case whole
    /// `60.4`: a number with a decimal point.
    case point
    /// `1.234`: with a decimal point, or a thousand and some.
    case pointOrGroup
    /// `60,4` or `0,408`: a number with a decimal comma.
    case comma
    /// `1.234,5`: a decimal comma, and points between thousands.
    case groupedComma
    /// `60,408`: with a decimal comma, or sixty thousand and some.
    case commaOrGroup
    /// `1,060.12`, `1'060` or `1 060,5`: thousands are parted in a way that is not read.
    case thousands
    case text
}

extension CSVCell {
    public var shape: NumberShape { shape(number) }

    /// - Parameter number: the cell's ``number``.
    func shape(_ number: Double?) -> NumberShape {
        if isEmpty { return .missing }
        if number != nil {
            guard bytes.contains(UInt8(ascii: ".")) else { return .whole }
            return Digits(bytes).isGroup ? .pointOrGroup : .point
        }
        if let isPlain = MissingMarks.isPlain(bytes) { return isPlain ? .missing : .mark }
        return Digits(bytes).shape
    }

    /// Of a number with a decimal point: whether the point may as well part thousands.
    var mayBeThousands: Bool { Digits(bytes).isGroup }

    /// The cell as a number written in `style`; blanks around it are allowed.
    /// - Returns: nil for anything else, an empty cell included.
    public func number(_ style: NumberStyle) -> Double? {
        if style.mark == .point { return number }
        switch shape {
        case .whole: return number
        case .comma, .commaOrGroup, .groupedComma: return Digits(bytes).plainNumber
        case .pointOrGroup: return style.hasGroups ? Digits(bytes).plainNumber : nil
        case .missing, .mark, .point, .thousands, .text: return nil
        }
    }
}

/// A cell's digits and what stands between them.
private struct Digits {
    private let bytes: UnsafeRawBufferPointer

    init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes.trimmingBlanks }

    private static let comma = UInt8(ascii: ",")
    private static let point = UInt8(ascii: ".")

    /// The digits in front of an exponent, without a sign.
    private var body: Slice<UnsafeRawBufferPointer> {
        var start = 0
        if let first = bytes.first, first == UInt8(ascii: "-") || first == UInt8(ascii: "+") {
            start = 1
        }
        let end = bytes.firstIndex { $0 | 0x20 == UInt8(ascii: "e") } ?? bytes.count
        return bytes[start..<max(start, end)]
    }

    /// Of a cell that is no number as it stands.
    var shape: NumberShape {
        let body = body
        guard let first = body.first, (48...57).contains(first) || first == Self.comma else {
            return .text
        }
        let separators = body.filter { !(48...57).contains($0) }
        if separators.isEmpty { return .text }
        if separators == [Self.comma] {
            guard plainNumber != nil else { return .text }
            let isGroup = body.first != 48 && Self.areGroups(body, Self.comma)
            return isGroup && body.endIndex == bytes.endIndex ? .commaOrGroup : .comma
        }
        let whole = body.firstIndex(of: Self.comma).map { body[..<$0] } ?? body
        if separators.filter({ $0 != Self.point }).count
            == (whole.endIndex == body.endIndex ? 0 : 1),
            separators.last == Self.comma || whole.endIndex == body.endIndex,
            Self.areGroups(whole, Self.point), plainNumber != nil
        {
            return .groupedComma
        }
        return isParted ? .thousands : .text
    }

    /// Whether the one point of a number may part thousands: `1.234`.
    var isGroup: Bool {
        let body = body
        guard body.count <= 7, body.count >= 5, body.first != 48,
            body.endIndex == bytes.endIndex
        else { return false }
        return body[body.endIndex - 4] == Self.point
    }

    private static func areGroups(_ digits: Slice<UnsafeRawBufferPointer>, _ separator: UInt8)
        -> Bool
    {
        let groups = digits.split(separator: separator, omittingEmptySubsequences: false)
        guard let first = groups.first, (1...3).contains(first.count) else { return false }
        return groups.dropFirst().allSatisfy { $0.count == 3 }
            && groups.allSatisfy { $0.allSatisfy { (48...57).contains($0) } }
    }

    /// Whether the digits stand in groups of three, parted by commas, points, blanks (also the narrow
    /// and the unbreakable one), apostrophes or underlines, perhaps with decimals behind.
    private var isParted: Bool {
        var groups: [Int] = [0]
        var rest = body
        while let byte = rest.first {
            rest = rest.dropFirst()
            if (48...57).contains(byte) {
                groups[groups.count - 1] += 1
            } else {
                for blank in [[0xC2, 0xA0], [0xE2, 0x80, 0xAF], [0xE2, 0x80, 0x99]] as [[UInt8]]
                where byte == blank[0] && rest.starts(with: blank[1...]) {
                    rest = rest.dropFirst(blank.count - 1)
                    groups.append(0)
                }
                if ",.' _".utf8.contains(byte) {
                    groups.append(0)
                } else if byte < 0x80 {
                    return false
                }
            }
        }
        guard groups.count > 1, (1...3).contains(groups[0]) else { return false }
        // The last group may be decimals.
        return groups[1] == 3 && groups.dropFirst().dropLast().allSatisfy { $0 == 3 }
    }

    /// The number when points are taken out and the comma is one; nil if that is none either.
    var plainNumber: Double? {
        withUnsafeTemporaryAllocation(byteCount: bytes.count + 1, alignment: 1) { copy in
            var count = 0
            for byte in bytes where byte != Self.point {
                copy[count] = byte == Self.comma ? Self.point : byte
                count += 1
            }
            return ExactDecimal.parse(
                UnsafeRawBufferPointer(start: copy.baseAddress, count: count))
        }
    }
}
