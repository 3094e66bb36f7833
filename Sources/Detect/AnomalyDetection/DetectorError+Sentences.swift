import Telemetry

extension DetectorError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .unknownDetector(let name, let known):
            return "detector \"\(name)\" is not known; there are \(known.joined(separator: ", ")),"
                + " and command:PROGRAM" + Spelling.question(name, in: known)
        case .malformedSpec(let spec, let place):
            return "detector \"\(spec)\": \(place); write NAME or NAME:key=value,key=value"
        case .unknownParameter(let detector, let key, let known):
            let list = known.isEmpty ? "no settings" : known.joined(separator: ", ")
            return "detector \(detector): it has no setting \"\(key)\"; it has \(list)"
                + Spelling.question(key, in: known)
        case .duplicateParameter(let detector, let key):
            return "detector \(detector): \(key) is set twice; set it once"
        case .invalidValue(let detector, let key, let value, let allowed):
            return "detector \(detector): \(key)=\(value) is not allowed; give \(allowed)"
        case .unknownChannel(let detector, let channel, let known):
            return "detector \(detector): \"\(channel)\" is not a channel of this data, which has"
                + " \(known.joined(separator: ", "))" + Spelling.question(channel, in: known)
        case .takesNoThreshold(let detectors):
            let isOne = detectors.count == 1
            return "\(detectors.joined(separator: ", ")) \(isOne ? "takes" : "take") no threshold:"
                + " \(isOne ? "its" : "their") flags are not made by one over the score; leave it"
                + " out, or set threshold=T in the SPEC of each detector that is to have it"
        case .notEnoughData(let detector, let reason):
            return "detector \(detector): the data is not enough: \(reason)"
        case .unusableRow(let detector, let row, let reason):
            return "detector \(detector): row \(row + 1) cannot be used: \(reason)"
        }
    }
}
