import Digests
import DurableFiles
import Foundation
import TestSupport
import Testing

@Suite struct `A damaged file of records` {
    private func withPath(_ body: (String) throws -> Void) throws {
        let folder = temporaryPath("records")
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { removeTemporary(folder) }
        try body(folder + "/file")
    }

    private func bodies(_ reader: RecordReader) throws -> [[UInt8]] {
        var all: [[UInt8]] = []
        while let body = try reader.next() { all.append(body) }
        return all
    }

    private func append(_ body: [UInt8], to file: RecordFile) throws {
        try body.withUnsafeBytes { try file.append($0) }
    }

    /// Writes `count` records of different lengths.
    /// - Returns: their bodies, and where each lies in the file.
    private func write(_ count: Int, to path: String) throws -> (bodies: [[UInt8]], [Range<Int>]) {
        let file = try RecordFile(appendingTo: path)
        var places: [Range<Int>] = []
        var written: [[UInt8]] = []
        for number in 0..<count {
            let text = #"{"machineID":"m","seq":\#(number)}"#
            let body = Array((text + String(repeating: "x", count: number * 37 % 90)).utf8)
            let start = file.size
            try append(body, to: file)
            places.append(start..<file.size)
            written.append(body)
        }
        return (written, places)
    }

    /// The format before numbers and checksums of heads.
    private func writeFirstFormat(_ bodies: [[UInt8]], to path: String) throws -> [Range<Int>] {
        var bytes = Array("MATREC01".utf8)
        var places: [Range<Int>] = []
        for body in bodies {
            let start = bytes.count
            for number in [UInt32(body.count), CRC32C.checksum(body)] {
                withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
            }
            bytes += body
            places.append(start..<bytes.count)
        }
        try Data(bytes).write(to: URL(filePath: path))
        return places
    }

    private struct Dice {
        var state: UInt64

        mutating func next(_ limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % limit
        }
    }

    @Test(arguments: [1, 2, 3, 12, 60])
    func `gives every record that is not hit, and counts every one that is`(flips: Int) throws {
        try withPath { path in
            let (written, places) = try write(200, to: path)
            let whole = [UInt8](try Data(contentsOf: URL(filePath: path)))
            var dice = Dice(state: UInt64(flips))
            for _ in 0..<200 {
                var damaged = whole
                for _ in 0..<flips { damaged[dice.next(whole.count)] ^= 1 << UInt8(dice.next(8)) }
                try Data(damaged).write(to: URL(filePath: path))
                let sound = places.indices.filter {
                    damaged[places[$0]].elementsEqual(whole[places[$0]])
                }
                let reader = try RecordReader(path: path)
                #expect(try bodies(reader) == sound.map { written[$0] })
                try reader.finish(upTo: damaged.count)
                // Two heads in a row at the very end leave nothing to count by.
                let lost = 200 - sound.count
                let isUncertain = !sound.contains(199) && !sound.contains(198)
                #expect(reader.lost == lost || isUncertain && (1...lost).contains(reader.lost))
            }
        }
    }

    @Test func `of the first format gives every record that is not hit`() throws {
        try withPath { path in
            let bodies = (0..<100).map { Array(repeating: UInt8($0 + 1), count: 30 + $0 % 50) }
            let places = try writeFirstFormat(bodies, to: path)
            let whole = [UInt8](try Data(contentsOf: URL(filePath: path)))
            #expect(try self.bodies(RecordReader(path: path)) == bodies)
            var dice = Dice(state: 7)
            for _ in 0..<300 {
                var damaged = whole
                let place = dice.next(whole.count)
                damaged[place] ^= 1 << UInt8(dice.next(8))
                try Data(damaged).write(to: URL(filePath: path))
                let reader = try RecordReader(path: path)
                let hit = places.firstIndex { $0.contains(place) }
                let expected = bodies.indices.filter { $0 != hit }.map { bodies[$0] }
                #expect(try self.bodies(reader) == expected)
                try reader.finish(upTo: damaged.count)
                #expect(reader.lost == (hit == nil ? 0 : 1))
            }
        }
    }

    @Test func `is mended when it is opened: counted once, kept as it was, gone on with`() throws {
        try withPath { path in
            let (written, places) = try write(50, to: path)
            var damaged = [UInt8](try Data(contentsOf: URL(filePath: path)))
            for number in [3, 20, 49] { damaged[places[number].lowerBound + 20] ^= 4 }
            damaged[places[21].lowerBound] ^= 1
            try Data(damaged).write(to: URL(filePath: path))
            let file = try RecordFile(appendingTo: path)
            let damage = try #require(file.damage)
            #expect(damage.lost == 4 && damage.keptAs == path + ".bad")
            #expect("\(damage)".contains("4 records") && "\(damage)".contains(".bad"))
            #expect([UInt8](try Data(contentsOf: URL(filePath: path + ".bad"))) == damaged)
            try append([42], to: file)
            let again = try RecordReader(path: path)
            let rest = (0..<50).filter { ![3, 20, 21, 49].contains($0) }.map { written[$0] }
            #expect(try bodies(again) == rest + [[42]])
            #expect(again.lost == 0)
            #expect(try RecordFile(appendingTo: path).damage == nil)
        }
    }

    @Test func `of the first format without damage is appended to as it is`() throws {
        try withPath { path in
            let bodies: [[UInt8]] = [[1, 2], [], [3]]
            _ = try writeFirstFormat(bodies, to: path)
            let file = try RecordFile(appendingTo: path)
            #expect(file.damage == nil)
            try append([9], to: file)
            #expect(try self.bodies(RecordReader(path: path)) == bodies + [[9]])
            #expect(try Data(contentsOf: URL(filePath: path)).starts(with: Array("MATREC01".utf8)))
        }
    }

    /// Each place that could be a head costs a checksum over the body it promises.
    @Test func `of the first format whose garbage looks like heads everywhere is read to its end`()
        throws
    {
        try withPath { path in
            let bodies = (0..<10).map { Array(repeating: UInt8($0 + 1), count: 30) }
            _ = try writeFirstFormat(bodies, to: path)
            let whole = [UInt8](try Data(contentsOf: URL(filePath: path)))
            let growth = try growth(from: 100_000, by: 8) { heads in
                let garbage = (0..<heads).flatMap { _ in [0, 0, 3, 0] as [UInt8] }
                try Data(whole + garbage).write(to: URL(filePath: path))
                #expect(try self.bodies(RecordReader(path: path)) == bodies)
            }
            #expect(growth < 24, "eight times the garbage took \(growth) times as long")
        }
    }

    @Test func `that is garbage from some place on is read up to it, quickly`() throws {
        try withPath { path in
            let (written, _) = try write(10, to: path)
            var dice = Dice(state: 3)
            var bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
            let end = bytes.count
            bytes += (0..<300_000).map { _ in UInt8(dice.next(256)) }
            try Data(bytes).write(to: URL(filePath: path))
            let begin = ContinuousClock.now
            let file = try RecordFile(appendingTo: path)
            #expect(ContinuousClock.now - begin < .seconds(10))
            #expect(file.cut == 300_000 && file.damage?.lost == 1 && file.size == end)
            #expect(try bodies(RecordReader(path: path)) == written)
        }
    }
}
