import Foundation
import Testing

/// `found` is the golden's number to 1e-9, or undefined where the golden says null.
func expectClose(
    _ found: Double?, _ expected: Any?, _ what: String = "",
    sourceLocation: SourceLocation = #_sourceLocation
) {
    guard let expected else {
        Issue.record("the golden has no such value \(what)", sourceLocation: sourceLocation)
        return
    }
    if expected is NSNull {
        #expect(found == nil, "\(what)", sourceLocation: sourceLocation)
    } else if let number = expected as? Double {
        let isClose = found.map { abs($0 - number) <= 1e-9 * max(1, abs(number)) } ?? false
        #expect(
            isClose, "\(what) is \(found.map(String.init(describing:)) ?? "nil"), not \(number)",
            sourceLocation: sourceLocation)
    } else {
        Issue.record("not a number: \(expected)", sourceLocation: sourceLocation)
    }
}
