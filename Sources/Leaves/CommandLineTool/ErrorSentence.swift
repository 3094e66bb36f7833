import DurableFiles
import Foundation
import Telemetry

/// What a user is told of an error that nobody on its way up has made a sentence of.
///
/// Our own errors are sentences already. Those of the system libraries are dumps of a domain, a
/// number and a dictionary; what counts in them is a path and a reason.
public enum ErrorSentence {
    public static func text(_ error: any Error) -> String {
        switch error {
        case let error as CocoaError: foundation(error as NSError)
        case let error as POSIXError: reason(error.code.rawValue)
        case let error as DecodingError: decoding(error)
        case let error as URLError: foundation(error as NSError)
        case let error where type(of: error) is NSError.Type: foundation(error as NSError)
        default: "\(error)"
        }
    }

    /// The reason alone, for a sentence that has named the path.
    public static func reason(_ error: any Error) -> String {
        guard error is CocoaError || error is POSIXError || type(of: error) is NSError.Type else {
            return text(error)
        }
        return why(error as NSError)
    }

    private static func foundation(_ error: NSError) -> String {
        let path =
            error.userInfo[NSFilePathErrorKey] as? String
            ?? (error.userInfo[NSURLErrorKey] as? URL)?.path
        return path.map { "\($0): \(why(error))" } ?? why(error)
    }

    private static func why(_ error: NSError) -> String {
        var why = systemReason(error)
        if why == nil, error.domain == NSCocoaErrorDomain {
            why =
                switch CocoaError.Code(rawValue: error.code) {
                case .fileNoSuchFile, .fileReadNoSuchFile: reason(ENOENT)
                case .fileReadNoPermission, .fileWriteNoPermission: reason(EACCES)
                case .fileWriteOutOfSpace: reason(ENOSPC)
                case .fileWriteVolumeReadOnly: reason(EROFS)
                case .fileWriteFileExists: reason(EEXIST)
                case .fileReadInapplicableStringEncoding, .fileReadUnknownStringEncoding:
                    "it is not text in UTF-8"
                case .fileReadCorruptFile, .propertyListReadCorrupt: "it is damaged"
                default: nil
                }
        }
        return why ?? "the system reports error \(error.code) (\(error.domain))"
    }

    /// The errno at the bottom, in words.
    private static func systemReason(_ error: NSError) -> String? {
        if error.domain == NSPOSIXErrorDomain { return reason(Int32(clamping: error.code)) }
        if let below = error.userInfo[NSUnderlyingErrorKey] as? NSError {
            return systemReason(below)
        }
        return (error.userInfo[NSUnderlyingErrorKey] as? POSIXError).map {
            reason($0.code.rawValue)
        }
    }

    private static func reason(_ code: Int32) -> String { SystemError(code: code).reason }

    private static func decoding(_ error: DecodingError) -> String {
        let (context, what): (DecodingError.Context, String) =
            switch error {
            case .keyNotFound(let key, let context): (context, "\(key.stringValue) is missing")
            case .valueNotFound(_, let context): (context, "a value is missing")
            case .typeMismatch(let type, let context): (context, "this is no \(type)")
            case .dataCorrupted(let context): (context, "this is not valid")
            @unknown default:
                (DecodingError.Context(codingPath: [], debugDescription: ""), "this is not valid")
            }
        let path = context.codingPath.map { $0.intValue.map { "[\($0)]" } ?? ".\($0.stringValue)" }
            .joined()
        return path.isEmpty ? what : "\(path.drop { $0 == "." }): \(what)"
    }
}
