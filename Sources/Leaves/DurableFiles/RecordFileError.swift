import Glibc

/// Why a file of records cannot be used.
public struct RecordFileError: Error, Sendable, Equatable, CustomStringConvertible {
    public var path: String
    /// "write", "open", …
    public var action: String
    /// `errno`; 0 where the content is wrong.
    public var code: Int32

    public init(path: String, action: String, code: Int32) {
        self.path = path
        self.action = action
        self.code = code
    }

    public var isDiskFull: Bool { code == ENOSPC || code == EDQUOT || code == EFBIG }

    public var description: String {
        if code == 0 { return "\(path): \(action)" }
        let hint =
            isDiskFull
            ? "; free some space, or name another folder"
            : code == EACCES || code == EROFS ? "; name a folder that may be written" : ""
        return "\(path): cannot \(action): \(SystemError(code: code).reason)\(hint)"
    }
}

/// What could not be read of a file of records.
public struct RecordDamage: Error, Sendable, Equatable, CustomStringConvertible {
    public var path: String
    /// Records that are gone. Exact unless several at the file's end lost their heads; nil where nobody can
    /// tell, for the whole file is gone.
    public var lost: Int?
    /// What counts as lost: of records that nobody can tell, one at least.
    public var countedLost: Int { lost ?? 1 }
    public var bytes: Int
    /// Where the file lies as it was; nil if it could not be kept.
    public var keptAs: String?

    public init(path: String, lost: Int?, bytes: Int, keptAs: String?) {
        self.path = path
        self.lost = lost
        self.bytes = bytes
        self.keptAs = keptAs
    }

    public var description: String {
        guard let lost else {
            return "\(path) is gone or empty, and nobody knows what was in it; all others are used"
        }
        return
            "\(path) is damaged: \(lost) \(lost == 1 ? "record" : "records") (\(bytes) bytes) cannot be read, all others"
            + " are used" + (keptAs.map { "; the file as it was is kept as \($0)" } ?? "")
    }

    /// A name for a damaged file that nothing has yet; the last of nine is used again.
    static func place(for path: String) -> String {
        let names = [path + ".bad"] + (2...9).map { "\(path).bad\($0)" }
        return names.first { access($0, F_OK) != 0 } ?? names[8]
    }

    /// Moves a file that was read to its end and had damage out of the way.
    /// - Returns: where it lies now; nil if it could not be moved, and is removed.
    public static func setAside(_ path: String) -> String? {
        let place = place(for: path)
        if rename(path, place) == 0 { return place }
        unlink(path)
        return nil
    }
}
