import Glibc

/// Plain work with files, by paths.
public enum Files {
    /// Makes `path`, and the folders it lies in; nothing happens if it is there.
    /// - Parameter mode: of each folder that is made, less the process's `umask`.
    public static func makeFolder(_ path: String, mode: mode_t = 0o777) throws(SystemError) {
        if mkdir(path, mode) == 0 { return }
        var error = SystemError.last
        if error.code == ENOENT, let parent = parent(of: path) {
            try makeFolder(parent, mode: mode)
            if mkdir(path, mode) == 0 { return }
            error = .last
        }
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { throw error }
    }

    /// Makes the folder that `path` lies in.
    public static func makeParent(of path: String) throws(SystemError) {
        if let parent = parent(of: path) { try makeFolder(parent) }
    }

    /// The folder that `path` lies in; nil for one name alone.
    static func parent(of path: String) -> String? {
        let trimmed = path.utf8.reversed().drop { $0 == UInt8(ascii: "/") }
        let above = trimmed.drop { $0 != UInt8(ascii: "/") }.drop { $0 == UInt8(ascii: "/") }
        return above.isEmpty ? nil : String(decoding: Array(above.reversed()), as: UTF8.self)
    }

    /// Writes `bytes` behind what `path` holds, making the file if it is not there.
    public static func append(
        _ bytes: some Collection<UInt8>, to path: String, mode: mode_t = 0o644
    ) throws(SystemError) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, mode)
        guard descriptor >= 0 else { throw .last }
        defer { close(descriptor) }
        try writeAll(bytes, to: descriptor)
    }

    /// All that `path` holds.
    public static func contents(of path: String) throws(SystemError) -> [UInt8] {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw .last }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0 else { throw .last }
        let size = Int(status.st_size)
        var refusal: SystemError?
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            while count < size {
                let more = read(file, buffer.baseAddress! + count, size - count)
                if more < 0, errno == EINTR { continue }
                guard more > 0 else {
                    refusal = SystemError(code: more < 0 ? errno : EIO)
                    return
                }
                count += more
            }
        }
        if let refusal { throw refusal }
        return bytes
    }
}
