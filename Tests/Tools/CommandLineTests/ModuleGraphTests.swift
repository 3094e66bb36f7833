import Foundation
import TestSupport
import Testing

/// The folders of Sources/ in the order that arrows may follow: each group may import itself and those before it.
private let groups = [
    "CLibraries", "Leaves", "Carry", "Keep", "Simulate", "Detect", "Judge", "Tools",
]

/// Where each module lies: `group/module`, by the module's name.
private let places: [String: String] = {
    var places: [String: String] = [:]
    for group in groups {
        let folder = packageRoot.appending(path: "Sources/\(group)").path
        for module in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] {
            places[module] = "\(group)/\(module)"
        }
    }
    return places
}()

/// The modules of ours that the sources of `module` import.
private func imports(of module: String) throws -> Set<String> {
    var found: Set<String> = []
    guard let place = places[module] else { return found }
    for file in RepositoryFiles.files(in: "Sources/\(place)", endingWith: ".swift") {
        for line in try RepositoryFiles.text(file).split(separator: "\n") {
            let words = line.split(separator: " ")
            guard let place = words.firstIndex(of: "import"), place <= 1 else { continue }
            found.formUnion(
                words.dropFirst(place + 1).map(String.init).filter { places[$0] != nil })
        }
    }
    return found
}

/// The modules that `tool` is made of, by following the imports in the sources.
private func modules(reachedFrom tool: String) throws -> Set<String> {
    var reached: Set<String> = [tool]
    var open = [tool]
    while let module = open.popLast() {
        for name in try imports(of: module) where reached.insert(name).inserted {
            open.append(name)
        }
    }
    return reached
}

/// The arrows that Package.swift declares for its libraries and tools.
private func declared() throws -> [String: Set<String>] {
    var arrows: [String: Set<String>] = [:]
    let text = try RepositoryFiles.text("Package.swift")
    for target in text.matches(of: /(?:library|tool)\(\s*("[^)]*)\)/) {
        let names = target.1.matches(of: /"([^"]+)"/).map { String($0.1) }
        arrows[names[0]] = Set(names.dropFirst())
    }
    return arrows
}

@Suite struct `The module graph` {
    @Test func `gives a detector no way to the truth`() throws {
        let reached = try modules(reachedFrom: "anomaly-detector")
        #expect(reached.contains("DetectionPipeline") && reached.contains("AnomalyDetection"))
        for module in [
            "GroundTruth", "MachineSimulation", "Scenarios", "Scoring", "Testbed", "LiveGeneration",
        ] {
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

    @Test func `goes one way from group to group`() throws {
        #expect(places.count > 30)
        for (module, place) in places.sorted(by: { $0.key < $1.key }) {
            let own = groups.firstIndex(of: String(place.prefix { $0 != "/" }))!
            for other in try imports(of: module).sorted() {
                let group = places[other]!.prefix { $0 != "/" }
                #expect(
                    groups.firstIndex(of: String(group))! <= own,
                    "\(place) imports \(other), which lies in \(group)")
                // What detects and what judges or simulates stay apart.
                #expect(
                    groups[own] != "Detect" || group != "Simulate", "\(place) imports \(other)")
            }
        }
    }

    @Test func `has no arrow that nobody uses`() throws {
        let arrows = try declared()
        #expect(arrows.count > 25)
        for (module, dependencies) in arrows.sorted(by: { $0.key < $1.key }) {
            let used = try imports(of: module)
            #expect(dependencies == used, "\(module)")
        }
    }
}
