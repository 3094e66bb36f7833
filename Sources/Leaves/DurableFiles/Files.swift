import Foundation
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
        guard isFolder(path) else { throw error }
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

    /// Whether `path` is a folder that is there.
    public static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// Paths of what lies in `folder` and is called so, in the order of the names; empty for no folder.
    public static func paths(in folder: String, endingWith ending: String) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { $0.hasSuffix(ending) }.sorted()
            .map { folder + (folder.hasSuffix("/") ? "" : "/") + $0 }
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
