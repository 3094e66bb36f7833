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
    public static func isFolder(_ path: String) -> Bool { kind(of: path) == S_IFDIR }

    /// Whether `path` leads to something that is there and neither a file nor a folder: a device, a pipe.
    public static func isDevice(_ path: String) -> Bool {
        kind(of: path).map { $0 != S_IFREG && $0 != S_IFDIR } ?? false
    }

    /// The `S_IF…` of what `path` leads to; nil if nothing is there.
    private static func kind(of path: String) -> mode_t? {
        var status = stat()
        return stat(path, &status) == 0 ? status.st_mode & S_IFMT : nil
    }

    /// Where `path` leads, if it is a link; else `path`. What a link leads to need not be there.
    static func behindLinks(_ path: String) -> String {
        var path = path
        // As many as the kernel follows.
        for _ in 0..<40 {
            var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
            let length = readlink(path, &buffer, buffer.count)
            guard length > 0 else { return path }
            let link = String(
                decoding: buffer[..<length].map(UInt8.init(bitPattern:)), as: UTF8.self)
            // The kernel's names for open files lead nowhere that has a path.
            if isDevice(path) { return path }
            path = link.hasPrefix("/") ? link : (parent(of: path).map { $0 + "/" } ?? "") + link
        }
        return path
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

    /// All that `path` holds, or, of a pipe, all that comes.
    public static func contents(of path: String) throws(SystemError) -> [UInt8] {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw .last }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0 else { throw .last }
        guard status.st_mode & S_IFMT == S_IFREG else { return try rest(of: file) }
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

    private static func rest(of file: Int32) throws(SystemError) -> [UInt8] {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(file, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            if count < 0 { throw .last }
            if count == 0 { return bytes }
            bytes += buffer[..<count]
        }
    }
}
