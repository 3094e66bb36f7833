import Telemetry

extension InfluxDBError: RefusalTelling {
    public var refusal: StoreRefusal? {
        switch self {
        case .linesRefused(let count, let examples):
            .some(count: count, examples: examples.map { "\($0.reason) in `\($0.line)`" })
        case .unwritableName: .unnamed(reason: "\(self)")
        // Of a whole request whose first and last line were refused.
        case .refused(server: _, status: 400, let text), .refused(server: _, status: 422, let text):
            .unnamed(reason: text)
        default: nil
        }
    }
}
