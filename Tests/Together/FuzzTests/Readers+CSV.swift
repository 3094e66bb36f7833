import AnomalyDetection
import CSVFiles
import Foundation
import LabelledFiles
import NumberText
import TestSupport
import anomaly_detector

extension FuzzedReader {
    static let csvReaders = [
        FuzzedReader("csv", inputs: 100_000, corpus: tables) { bench in
            { bytes in
                let path = try bench.write(bytes, to: "x.csv")
                // A small buffer, so that rows lie across its end.
                let reader = try CSVReader(path: path, bufferSize: 64, otherSeparators: [59, 9])
                while case .row = try reader.next() {
                    for column in reader.header.indices {
                        let cell = reader.cell(column)
                        _ = (cell.number, cell.integer, cell.text)
                    }
                }
            }
        },
        FuzzedReader("packed-csv", inputs: 60_000, corpus: packedTables) { bench in
            { bytes in
                let path = try bench.write(bytes, to: "x.csv.gz")
                let reader = try CSVReader(path: path, bufferSize: 64, otherSeparators: [59, 9])
                while case .row = try reader.next() {}
            }
        },
        FuzzedReader("decimal", inputs: 100_000, corpus: numbers) { _ in
            { bytes in
                let found = bytes.withUnsafeBytes { ExactDecimal.parse($0) }
                guard let found else { throw Refused(what: "no number") }
                let text = String(decoding: bytes, as: UTF8.self)
                    .trimmingCharacters(in: .whitespaces)
                if let other = Double(text), !(other.isNaN && found.isNaN) {
                    precondition(other == found, "read as \(found), and it is \(other)")
                }
            }
        },
        FuzzedReader("labelled-csv", inputs: 40_000, corpus: tables) { bench in
            {
                let path = try bench.write($0, to: "x.csv")
                let data = try LabelledCSV(InputFile(path), options: DataOptions())
                try data.readings { _, _ in }
                _ = data.summary
            }
        },
        FuzzedReader("truth-events", inputs: 30_000, corpus: truths) { bench in
            let rows = (0..<40).map { "2026-01-01T00:00:\($0 + 10)Z,\($0 % 7)\n" }.joined()
            let data = try bench.write(Array(("timestamp,load\n" + rows).utf8), to: "rows.csv")
            return { bytes in
                let path = try bench.write(bytes, to: "truth.json")
                var options = DataOptions()
                options.truth = try TruthFile(path: path)
                _ = try LabelledCSV(InputFile(data), options: options)
            }
        },
        FuzzedReader("prediction-file", inputs: 40_000, corpus: predictions) { bench in
            { _ = try PredictionFile(path: bench.write($0, to: "x.csv")) }
        },
        FuzzedReader("rows-to-score", inputs: 40_000, corpus: tables) { bench in
            let detector = try ConfiguredDetector(DetectorSpec("ewma"))
            return { bytes in
                let path = try bench.write(bytes, to: "x.csv")
                try anomaly_detector.FileCheck.rows(path: path, detector: detector)
            }
        },
    ]

    /// An input that is not taken, by a reader that answers nil.
    struct Refused: Error, CustomStringConvertible {
        var what: String
        var description: String { what }
    }

    @Sendable private static func tables(_: Workbench) throws -> [[UInt8]] {
        func rows(_ line: (Int) -> String) -> String { (0..<24).map(line).joined(separator: "\n") }
        return [
            "timestamp,machineID,load,vibration,label,kind\n"
                + rows {
                    "2026-01-01T00:00:\($0 + 10)Z,machine\($0 % 2),\($0).5,-\($0)e-3,\($0 / 20),spike"
                },
            "time;value;label\r\n"
                + rows { "2026-01-01 00:\($0 + 10):00;1,5;\($0 % 5 / 4)" }
                .replacing("\n", with: "\r\n"),
            "\u{FEFF}\"timestamp\",\"a \"\"b\"\"\",is_anomaly\n"
                + rows { "\(1_700_000_000 + $0),,false" },
            "time,x,label\n" + rows { "\($0).25,nan,\($0 % 2)" } + "\n",
            "x\n1\n\n2\n",
        ].map { Array($0.utf8) }
    }

    /// A table of 24 rows as gzip and as zstd pack it.
    @Sendable private static func packedTables(_: Workbench) throws -> [[UInt8]] {
        [
            "H4sIAAAAAAACA3XSOwrDUAxE0T5rUYJmnp8/WYcrdQ64CDhd9k/GpPWAuuE2B33fnz22OLbXftyYHO8J"
                + "3Zr51CEr8tEjLyZUQBMuJlbQVK2imWqoGEzVK7qpxorRVFPFZKq5YjbVUrFcV5QGDAdPDuNBecCAUCAw"
                + "IpQIDAlFAmNCmcCgUCgwKpQKDAvFAuPS5ELj0uRC49LOPzEuTS78u/wAYchtXqMCAAA=",
            "KLUv/QRY/QQAcgkYF4AlSge9D6bRADwmqfu/kdgtrZrCjKDrwjZE8VbxsnhXvFS7CHcP7hrcPdw13C24"
                + "W9wluUtELnLcw7jGucdcU9yibvFyG2J3tCHo0hKihEgwGkbDIVEYLADKYOVFIGAgGACg1qDWUOuNrbXG"
                + "1jpja42xtb7YWltsrSu21hRb68SqAPZKrFoDhYCagJqAmoCagJqAmmRVE5DwezKf7KjK/w==",
        ].map { Array(Data(base64Encoded: $0) ?? Data()) }
    }

    @Sendable private static func truths(_: Workbench) throws -> [[UInt8]] {
        [
            #"[{"machine": "pump1", "kind": "overload", "start": "2026-01-01T00:00:12Z", "end": "2026-01-01T00:00:20Z", "group": "process", "peak_sigma": 4.5, "root_channels": ["load"], "ignored": [{"start": "2026-01-01T00:00:30Z", "end": "2026-01-01T00:00:31Z"}]}]"#,
            #"[{"start": "2026-01-01T00:00:12Z", "end": null, "undetectable": true}]"#, "[]",
            "id;start;end;kind\np;2026-01-01T00:00:12Z;2026-01-01T00:00:20Z;leak\n;5;;\n",
        ].map { Array($0.utf8) }
    }

    @Sendable private static func predictions(_: Workbench) throws -> [[UInt8]] {
        let lines = (0..<24).map {
            "2026-01-01T00:00:\($0 + 10)Z,m\($0 % 2),\($0 / 20),0.\($0),1,drift"
        }
        return [
            "time,machineID,label,score,prediction,kind\n" + lines.joined(separator: "\n"),
            "label,score\n0,0.1\n1,0.9\n1,\n0,1e-9\n", "label,prediction\n0,1\n1,1\n",
        ].map { Array($0.utf8) }
    }

    @Sendable private static func numbers(_: Workbench) throws -> [[UInt8]] {
        [
            "0", "-1.5", "1e10", "123456789012345678901234567890", "0.1", " 5 ", "inf", "-nan",
            "9007199254740993", "4.9e-324", "1.7976931348623157e308", "+7",
        ].map { Array($0.utf8) }
    }
}
