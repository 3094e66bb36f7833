import JSONText
import MQTTTransport
import Telemetry
import Testing

@Suite struct `A broken payload` {
    private func damaged(_ damage: PayloadDamage, sequence: Int64 = 7) -> (
        sound: [UInt8], broken: [UInt8]
    ) {
        let series = SeriesIdentity(machineID: "m1", provider: "Böck: A, B", run: "r1")
        let prefix = ReadingEncoder.Prefix(series, channels: demoChannels)
        var encoder = ReadingEncoder()
        [55, 83.2, .missing, 37.4].withUnsafeBufferPointer {
            encoder.encode(
                prefix, sequence: sequence, time: 1_767_225_600_000_000_000, row: $0)
        }
        let sound = encoder.bytes
        encoder.damage(damage, sequence: sequence)
        return (sound, encoder.bytes)
    }

    @Test(arguments: PayloadDamage.allCases)
    func `is no reading, whatever reads it`(damage: PayloadDamage) throws {
        for sequence in [1, 2, 3, 60, 1_000_003, Int64.max, .min] {
            let (sound, broken) = damaged(damage, sequence: sequence)
            #expect(broken != sound && broken.count < 100_000)
            let sense = try? JSONReader.read(broken)
            #expect(sense?["time"]?.asNumber == nil, "\(String(decoding: broken, as: UTF8.self))")
        }
    }

    @Test func `looks as each form says`() throws {
        func text(_ damage: PayloadDamage) -> String {
            String(decoding: damaged(damage).broken, as: UTF8.self)
        }
        let head = #"{"machineID":"m1","provider":"Böck: A, B","run":"r1","seq":7,"time":"#
        #expect(
            text(.wrongType)
                == head + #""n/a","load":"n/a","vibration":"n/a","temperature":"n/a"}"#)
        #expect(text(.nan) == head + #"NaN,"load":NaN,"vibration":NaN,"temperature":NaN}"#)
        #expect(text(.empty).isEmpty)
        #expect(damaged(.notUTF8).broken.prefix(6) == [0xFF, 0xFE, 0x7B, 0, 0x22, 0])
        #expect(damaged(.tooLong).broken.count > 65_536)
        let (sound, cut) = damaged(.cutOff)
        #expect(!cut.isEmpty && cut.count < sound.count && sound.starts(with: cut))
    }
}
