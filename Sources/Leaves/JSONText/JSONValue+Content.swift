extension JSONValue {
    /// The text, if this is one.
    public var asString: String? {
        if case .string(let text) = self { text } else { nil }
    }

    /// The whole number, if this is one that `Int` holds.
    public var asInteger: Int? {
        if case .integer(let number) = self { number } else { nil }
    }

    /// The number, whole or not, as the nearest double.
    public var asNumber: Double? {
        switch self {
        case .integer(let number): Double(number)
        case .unsigned(let number): Double(number)
        case .number(let number): number
        default: nil
        }
    }

    /// The elements, if this is a list.
    public var asArray: [JSONValue]? {
        if case .array(let values) = self { values } else { nil }
    }

    /// The texts, if this is a list of nothing else.
    public var asStrings: [String]? {
        guard let values = asArray else { return nil }
        let texts = values.compactMap(\.asString)
        return texts.count == values.count ? texts : nil
    }
}
