import DetectorService
import Foundation
import TestSupport
import Testing

@Suite struct `A checkpoint folder` {
    private func withFolder(_ body: (String) throws -> Void) throws {
        let folder = temporaryPath("checkpoints")
        defer { removeTemporary(folder) }
        try body(folder)
    }

    private func files(_ folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder)
            .filter { $0.hasPrefix("checkpoint-") }.sorted()
    }

    @Test func `gives back the newest body and keeps three`() throws {
        try withFolder { folder in
            let checkpoints = try CheckpointFolder(folder: folder)
            #expect(try checkpoints.load(setup: "a") == nil)
            for number in 1...5 {
                try checkpoints.save([UInt8(number)], setup: "a")
            }
            #expect(try checkpoints.load(setup: "a")?.body == [5])
            #expect(try files(folder) == ["checkpoint-3", "checkpoint-4", "checkpoint-5"])
        }
    }

    @Test func `falls back to the one before when any byte of the newest is altered or missing`()
        throws
    {
        try withFolder { folder in
            let checkpoints = try CheckpointFolder(folder: folder)
            try checkpoints.save([1, 2, 3], setup: "setup")
            try checkpoints.save([4, 5, 6], setup: "setup")
            let url = URL(filePath: folder + "/checkpoint-2")
            let sound = [UInt8](try Data(contentsOf: url))
            for index in sound.indices {
                var damaged = sound
                damaged[index] ^= 0x20
                try Data(damaged).write(to: url)
                let loaded = try checkpoints.load(setup: "setup")
                #expect(loaded?.body == [1, 2, 3], "byte \(index)")
                #expect(loaded?.notes.count == 1)
                try Data(sound[..<index]).write(to: url)
                #expect(try checkpoints.load(setup: "setup")?.body == [1, 2, 3], "cut at \(index)")
            }
        }
    }

    @Test func `never starts afresh in silence`() throws {
        try withFolder { folder in
            let checkpoints = try CheckpointFolder(folder: folder)
            try checkpoints.save([1], setup: "a")
            #expect(throws: CheckpointError.self) { try checkpoints.load(setup: "b") }
            try Data("torn".utf8).write(to: URL(filePath: folder + "/checkpoint-1"))
            let error = #expect(throws: CheckpointError.self) { try checkpoints.load(setup: "a") }
            #expect(error?.description.contains("--fresh") == true)
        }
    }

    @Test func `serves one detector at a time`() throws {
        try withFolder { folder in
            let first = try CheckpointFolder(folder: folder)
            #expect(throws: CheckpointError.locked(folder: folder)) {
                try CheckpointFolder(folder: folder)
            }
            try first.save([1], setup: "a")
        }
    }

    @Test func `says what is wrong with a folder that cannot be made`() {
        #expect(throws: CheckpointError.self) {
            try CheckpointFolder(folder: "/dev/null/checkpoints")
        }
    }
}
