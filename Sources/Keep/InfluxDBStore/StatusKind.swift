/// What a status of InfluxDB 3 asks of its client, where the path does not say more.
enum StatusKind {
    case success
    /// Our question is at fault; asking again gives the same answer.
    case refused
    /// The token; three tries, for it may be on its way in.
    case notAuthorized
    /// No such path or method (or database): 404 for wrong methods too.
    case notFound
    /// May be another answer next time.
    case passing

    init(_ status: Int) {
        self =
            switch status {
            case 200..<300: .success
            case 401, 403: .notAuthorized
            case 404, 405: .notFound
            case 408, 429, 500...599: .passing
            default: .refused
            }
    }
}
