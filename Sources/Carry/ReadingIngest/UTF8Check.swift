/// Strict UTF-8: no surrogates, nothing overlong, nothing above U+10FFFF.
enum UTF8Check {
    static func isValid(_ bytes: UnsafeRawBufferPointer) -> Bool {
        var index = 0
        func isContinued(_ offset: Int, _ range: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
            index + offset < bytes.count && range.contains(bytes[index + offset])
        }
        while index < bytes.count {
            switch bytes[index] {
            case ..<0x80: index += 1
            case 0xC2...0xDF:
                guard isContinued(1) else { return false }
                index += 2
            case 0xE0...0xEF:
                let first = bytes[index]
                let second: ClosedRange<UInt8> =
                    first == 0xE0 ? 0xA0...0xBF : first == 0xED ? 0x80...0x9F : 0x80...0xBF
                guard isContinued(1, second), isContinued(2) else { return false }
                index += 3
            case 0xF0...0xF4:
                let first = bytes[index]
                let second: ClosedRange<UInt8> =
                    first == 0xF0 ? 0x90...0xBF : first == 0xF4 ? 0x80...0x8F : 0x80...0xBF
                guard isContinued(1, second), isContinued(2), isContinued(3) else { return false }
                index += 4
            default: return false
            }
        }
        return true
    }
}
