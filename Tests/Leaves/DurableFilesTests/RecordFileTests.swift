import Digests
import DurableFiles
import Foundation
import TestSupport
import Testing

@Suite struct `A file of records` {
    private func withPath(_ body: (String) throws -> Void) throws {
        let path = temporaryPath("records")
        defer { removeTemporary(path) }
        try body(path)
    }

    private func bodies(_ path: String) throws -> [[UInt8]] {
        let reader = try RecordReader(path: path)
        var all: [[UInt8]] = []
        while let body = try reader.next() { all.append(body) }
        return all
    }

    private func append(_ body: [UInt8], to file: RecordFile) throws {
        let half = body.count / 2
        try body.withUnsafeBytes { bytes in
            try file.append(
                UnsafeRawBufferPointer(rebasing: bytes[..<half]),
                UnsafeRawBufferPointer(rebasing: bytes[half...]))
        }
    }

    @Test func `gives back what was put in, also after it was opened again`() throws {
        try withPath { path in
            var written: [[UInt8]] = []
            for _ in 0..<3 {
                let file = try RecordFile(appendingTo: path)
                #expect(file.cut == 0)
                for length in [0, 1, 7, 70_000] {
                    let body = (0..<length).map {
                        UInt8(truncatingIfNeeded: $0 &* 31 &+ written.count)
                    }
                    try append(body, to: file)
                    written.append(body)
                }
            }
            #expect(try bodies(path) == written)
            let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
            #expect((mode as? NSNumber)?.intValue == 0o600)
        }
    }

    @Test func `torn anywhere, keeps every whole record before the tear and goes on behind it`()
        throws
    {
        try withPath { path in
            let file = try RecordFile(appendingTo: path)
            var ends = [file.size]
            for number in 0..<4 {
                try append(Array(repeating: UInt8(number), count: 5 * number), to: file)
                ends.append(file.size)
            }
            let whole = try Data(contentsOf: URL(filePath: path))
            for length in 0..<whole.count {
                try whole.prefix(length).write(to: URL(filePath: path))
                let kept = ends.last { $0 <= length }
                let again = try RecordFile(appendingTo: path)
                #expect(again.cut == length - (kept ?? 0))
                try append([42], to: again)
                #expect(try bodies(path).last == [42])
                #expect(try bodies(path).count == (ends.firstIndex(of: kept ?? 8) ?? 0) + 1)
            }
        }
    }

    @Test func `with any bit flipped, gives all but the record that was hit`() throws {
        try withPath { path in
            let file = try RecordFile(appendingTo: path)
            var ends = [file.size]
            for number in 0..<3 {
                try append(Array(repeating: UInt8(number), count: 9), to: file)
                ends.append(file.size)
            }
            let whole = [UInt8](try Data(contentsOf: URL(filePath: path)))
            let sound = try bodies(path)
            for bit in 0..<8 * whole.count {
                var damaged = whole
                damaged[bit / 8] ^= 1 << UInt8(bit % 8)
                try Data(damaged).write(to: URL(filePath: path))
                var expected = sound
                if let hit = ends.lastIndex(where: { $0 <= bit / 8 }) { expected.remove(at: hit) }
                #expect(try bodies(path) == expected)
            }
        }
    }

    @Test func `of another kind is refused and left alone`() throws {
        try withPath { path in
            try Data("my precious notes".utf8).write(to: URL(filePath: path))
            #expect(throws: RecordFileError.self) { _ = try RecordFile(appendingTo: path) }
            #expect(try String(contentsOfFile: path, encoding: .utf8) == "my precious notes")
        }
    }

    @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
    func `says that the disk is full`() {
        let error = RecordFileError(path: "x", action: "write", code: ENOSPC)
        #expect("\(error)".contains("free some space"))
    }
}
