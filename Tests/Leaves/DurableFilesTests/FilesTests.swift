import DurableFiles
import Foundation
import TestSupport
import Testing

private func withFolder(_ body: (String) throws -> Void) throws {
    let folder = temporaryPath("files")
    try Files.makeFolder(folder)
    defer { removeTemporary(folder) }
    try body(folder)
}

private func mode(_ path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
}

private func names(_ folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
}

@Suite struct `An atomic file` {
    @Test func `takes its name when it is finished`() throws {
        try withFolder { folder in
            let path = folder + "/a"
            try AtomicFile.replace(path, with: "old")
            let file = try AtomicFile(path, mode: 0o600)
            try file.write("new".utf8)
            #expect(try Files.contents(of: path) == Array("old".utf8))
            try file.finish(isSynced: true)
            #expect(try Files.contents(of: path) == Array("new".utf8))
            #expect(try mode(path) == 0o600)
            #expect(try names(folder) == ["a"])
        }
    }

    @Test func `goes straight into a pipe, which stays one`() throws {
        try withFolder { folder in
            let pipe = folder + "/pipe"
            #expect(mkfifo(pipe, 0o600) == 0)
            // Open for both, so that nobody waits for the other side.
            let reader = open(pipe, O_RDWR)
            defer { close(reader) }
            try AtomicFile.replace(pipe, with: "text")
            var bytes = [UInt8](repeating: 0, count: 16)
            #expect(read(reader, &bytes, 16) == 4 && bytes.starts(with: Array("text".utf8)))
            #expect(Files.isDevice(pipe))
            #expect(try names(folder) == ["pipe"])
        }
    }

    @Test func `replaces what a link leads to, and not the link`() throws {
        try withFolder { folder in
            try Files.makeFolder(folder + "/deep")
            let target = folder + "/deep/target"
            for link in [folder + "/absolute", folder + "/relative"] {
                let end = link.hasSuffix("absolute") ? target : "deep/target"
                #expect(symlink(end, link) == 0)
                try AtomicFile.replace(link, with: "by \(link)")
                #expect(try Files.contents(of: target) == Array("by \(link)".utf8))
                var status = stat()
                #expect(lstat(link, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK)
                unlink(target)
            }
            #expect(try names(folder + "/deep").isEmpty)
        }
    }

    @Test func `is no file in the place of a device`() throws {
        try AtomicFile.replace("/dev/null", with: "text")
        #expect(Files.isDevice("/dev/null"))
    }

    @Test func `leaves nothing behind when it is dropped`() throws {
        try withFolder { folder in
            do {
                let file = try AtomicFile(folder + "/a")
                try file.write("half".utf8)
                #expect(try names(folder).count == 1)
            }
            #expect(try names(folder).isEmpty)
        }
    }

    @Test func `says which file cannot be written, and why`() throws {
        try withFolder { folder in
            let path = folder + "/none/a"
            #expect(throws: UnwritableFile(path: path, cause: SystemError(code: ENOENT))) {
                try AtomicFile.replace(path, with: "text")
            }
            // A folder stands under the name.
            let taken = folder + "/taken"
            try Files.makeFolder(taken)
            #expect(throws: UnwritableFile(path: taken, cause: SystemError(code: EISDIR))) {
                try AtomicFile.replace(taken, with: "text")
            }
            #expect(try names(folder) == ["taken"])
        }
    }
}

@Suite struct `A lock on a folder` {
    @Test func `is held by one at a time`() throws {
        try withFolder { folder in
            do {
                let first = try FileLock(fileIn: folder)
                #expect(throws: FileLock.Refusal.held) { try FileLock(fileIn: folder) }
                withExtendedLifetime(first) {}
            }
            let next = try FileLock(fileIn: folder)
            next.release()
            #expect(throws: Never.self) { try FileLock(fileIn: folder) }
            withExtendedLifetime(next) {}
        }
    }

    @Test func `waits as long as it is told to, and leaves no file`() throws {
        try withFolder { folder in
            let first = try FileLock(folder: folder, patience: .zero)
            let begin = ContinuousClock.now
            #expect(throws: FileLock.Refusal.held) {
                try FileLock(folder: folder, patience: .milliseconds(50))
            }
            #expect(ContinuousClock.now - begin >= .milliseconds(50))
            first.release()
            #expect(throws: Never.self) { try FileLock(folder: folder, patience: .zero) }
            #expect(try names(folder).isEmpty)
        }
    }

    @Test func `tells a folder that is not there from one that is used`() {
        #expect(throws: FileLock.Refusal.impossible(SystemError(code: ENOENT))) {
            try FileLock(fileIn: "/none/at/all")
        }
    }
}

@Suite struct `A file of lines` {
    @Test(arguments: [
        "", "torn", "one\n", "one\ntorn", "one\n" + String(repeating: "x", count: 200_000),
    ])
    func `goes on behind its last whole line`(before: String) throws {
        try withFolder { folder in
            let path = folder + "/lines"
            try Files.append(before.utf8, to: path)
            let file = try LineFile(appendingTo: path)
            try file.append("two\n".utf8)
            let kept = before.hasPrefix("one\n") ? "one\n" : ""
            #expect(try String(decoding: Files.contents(of: path), as: UTF8.self) == kept + "two\n")
        }
    }

    @Test func `is its owner's alone`() throws {
        try withFolder { folder in
            _ = try LineFile(appendingTo: folder + "/lines")
            #expect(try mode(folder + "/lines") == 0o600)
        }
    }
}

@Suite struct `A file without a name` {
    @Test func `gives back what was written where it was written`() throws {
        try withFolder { folder in
            let file = try NamelessFile(in: folder)
            #expect(try names(folder).isEmpty)
            try Array("abcdef".utf8).withUnsafeBytes { try file.write($0, at: 0) }
            try Array("XY".utf8).withUnsafeBytes { try file.write($0, at: 2) }
            #expect(try Files.contents(of: file.path) == Array("abXYef".utf8))
            var bytes = [UInt8](repeating: 0, count: 3)
            try bytes.withUnsafeMutableBytes { try file.read(at: 1, into: $0) }
            #expect(bytes == Array("bXY".utf8))
            #expect(throws: SystemError(code: EIO)) {
                try bytes.withUnsafeMutableBytes { try file.read(at: 5, into: $0) }
            }
        }
    }

    @Test func `takes in all that comes through a pipe`() throws {
        try withFolder { folder in
            let pipe = Pipe()
            let sent = [UInt8]((0..<300_000).map { UInt8(truncatingIfNeeded: $0 * 31) })
            let thread = Thread {
                try? pipe.fileHandleForWriting.write(contentsOf: sent)
                try? pipe.fileHandleForWriting.close()
            }
            thread.start()
            let file = try NamelessFile(in: folder)
            try file.copy(from: pipe.fileHandleForReading.fileDescriptor)
            #expect(try Files.contents(of: file.path) == sent)
            #expect(throws: NamelessFile.CopyFailure.cannotRead(SystemError(code: EBADF))) {
                try file.copy(from: -1)
            }
        }
    }
}

@Suite struct `A folder` {
    @Test func `is made with those above it, and may be there already`() throws {
        try withFolder { folder in
            let path = folder + "/a/b//c/"
            try Files.makeFolder(path, mode: 0o700)
            try Files.makeFolder(path, mode: 0o700)
            #expect(try mode(folder + "/a") == 0o700)
            #expect(try mode(folder + "/a/b/c") == 0o700)
        }
    }

    @Test func `is not made where a file stands`() throws {
        try withFolder { folder in
            try Files.append([], to: folder + "/file")
            #expect(throws: SystemError(code: EEXIST)) { try Files.makeFolder(folder + "/file") }
            #expect(throws: SystemError(code: ENOTDIR)) { try Files.makeFolder(folder + "/file/a") }
        }
    }
}
