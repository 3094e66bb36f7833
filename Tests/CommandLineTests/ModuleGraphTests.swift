import Foundation
import TestSupport
import Testing

/// The modules that `tool` is made of, by following the imports in the sources.
private func modules(reachedFrom tool: String) throws -> Set<String> {
    let sources = packageRoot.appending(path: "Sources")
    var reached: Set<String> = [tool]
    var open = [tool]
    while let module = open.popLast() {
        let folder = sources.appending(path: module)
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        for case let file as URL in files ?? .init() where file.pathExtension == "swift" {
            for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
                let words = line.split(separator: " ")
                guard let place = words.firstIndex(of: "import"), place <= 1,
                    let name = words.dropFirst(place + 1).first.map(String.init),
                    FileManager.default.fileExists(atPath: sources.appending(path: name).path)
                else { continue }
                if reached.insert(name).inserted { open.append(name) }
            }
        }
    }
    return reached
}

@Suite struct `The module graph` {
    @Test func `gives a detector no way to the truth`() throws {
        let reached = try modules(reachedFrom: "anomaly-detector")
        #expect(reached.contains("DetectionPipeline") && reached.contains("AnomalyDetection"))
        for module in ["MachineSimulation", "Scenarios", "Scoring", "Testbed", "LiveGeneration"] {
            #expect(!reached.contains(module), "anomaly-detector reaches \(module)")
        }
    }

    @Test func `keeps what is pure away from files, sockets and clocks`() throws {
        for module in ["MachineSimulation", "AnomalyDetection", "Scoring", "DetectionPipeline"] {
            let edges = try modules(reachedFrom: module).intersection([
                "SQLiteStore", "InfluxDBStore", "MQTTTransport", "HTTPClient", "CommandLineTool",
            ])
            #expect(edges.isEmpty, "\(module) reaches \(edges)")
        }
    }
}
