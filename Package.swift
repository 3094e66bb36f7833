// swift-tools-version: 6.2
import PackageDescription

// Every arrow of the module graph is written here, and the build refuses any other
// (`--explicit-target-dependency-import-check error` in scripts/). The arrow that matters most is
// the one that is missing: nothing `anomaly-detector` is made of can import MachineSimulation,
// Scenarios or Scoring, so no detector can see the truth it is judged by. See docs/architecture.md.

let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .treatAllWarnings(as: .error),
]

func library(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tool(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .executableTarget(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], resources: [Resource] = [])
    -> Target
{
    .testTarget(
        name: name, dependencies: dependencies + ["TestSupport"], resources: resources,
        swiftSettings: strict)
}

func system(_ name: String, _ pkgConfig: String, _ package: String) -> Target {
    .systemLibrary(name: name, pkgConfig: pkgConfig, providers: [.apt([package])])
}

let targets: [Target] =
    [
        // The outside things, one C library each.
        system("CSQLite", "sqlite3", "libsqlite3-dev"),
        system("CMosquitto", "libmosquitto", "libmosquitto-dev"),
        system("CMicroHTTPD", "libmicrohttpd", "libmicrohttpd-dev"),
        system("CCurl", "libcurl", "libcurl4-openssl-dev"),
        system("CZlib", "zlib", "zlib1g-dev"),

        // Words and dice, for all below.
        library("Telemetry"),
        library("SeededRandom"),
        library("Digests"),
        library("PlainThreads"),

        // Pure: no I/O, no clock, no logging.
        library("MachineSimulation", ["Telemetry", "SeededRandom"]),
        library("AnomalyDetection", ["Telemetry", "SeededRandom"]),
        library("Scoring", ["Telemetry", "SeededRandom"]),
        library("Charts", ["Telemetry"]),
        library("CSVFiles"),
        library("DetectionPipeline", ["Telemetry", "AnomalyDetection"]),
        library(
            "Scenarios", ["Telemetry", "Digests", "SeededRandom", "MachineSimulation", "Scoring"]),
        library("Reporting", ["Telemetry", "Digests", "Scoring", "Charts"]),

        // The edges, one outside thing each.
        library("CommandLineTool", ["Telemetry"]),
        library("SQLiteStore", ["Telemetry", "CSQLite"]),
        library("MQTTTransport", ["Telemetry", "PlainThreads", "CMosquitto"]),
        library("HTTPClient", ["CCurl", "CZlib"]),
        library("InfluxDBStore", ["Telemetry", "PlainThreads", "HTTPClient"]),
        library("ExternalDetector", ["Telemetry", "AnomalyDetection"]),
        library(
            "Alerting",
            ["Telemetry", "Digests", "AnomalyDetection", "DetectionPipeline", "HTTPClient"]),
        library(
            "DetectorService",
            ["Telemetry", "Digests", "AnomalyDetection", "DetectionPipeline", "Alerting"]),
        library("ReadingIngest", ["Telemetry", "Digests", "PlainThreads", "MQTTTransport"]),
        library(
            "LiveGeneration",
            ["Telemetry", "Digests", "MachineSimulation", "Scenarios", "Scoring", "MQTTTransport"]),
        library(
            "ControlPanel",
            ["Telemetry", "MachineSimulation", "Scenarios", "LiveGeneration", "CMicroHTTPD"]),

        library(
            "Testbed",
            [
                "Telemetry", "MachineSimulation", "AnomalyDetection", "Scoring", "Scenarios",
                "DetectionPipeline", "SQLiteStore", "PlainThreads",
            ]),

        // A short main each.
        tool(
            "scenario-runner",
            [
                "CommandLineTool", "Telemetry", "Digests", "Scenarios", "MachineSimulation",
                "Scoring", "Testbed", "Reporting", "AnomalyDetection", "DetectionPipeline",
                "ExternalDetector", "CSVFiles", "Charts", "SQLiteStore", "MQTTTransport",
                "ReadingIngest", "LiveGeneration", "HTTPClient", "InfluxDBStore",
            ]),
        tool(
            "machine-generator",
            [
                "CommandLineTool", "Telemetry", "PlainThreads", "Scenarios", "MachineSimulation",
                "MQTTTransport", "LiveGeneration", "ControlPanel",
            ]),
        tool(
            "anomaly-detector",
            [
                "CommandLineTool", "Telemetry", "Digests", "AnomalyDetection", "DetectionPipeline",
                "ExternalDetector", "CSVFiles", "SQLiteStore", "HTTPClient", "InfluxDBStore",
                "Alerting", "Charts", "DetectorService",
            ]),

        .executableTarget(
            name: "simulation-benchmark", dependencies: ["MachineSimulation"],
            path: "Benchmarks/simulation", swiftSettings: strict),
        .executableTarget(
            name: "model-memory-benchmark", dependencies: ["AnomalyDetection", "SeededRandom"],
            path: "Benchmarks/model-memory", swiftSettings: strict),
        .executableTarget(
            name: "scoring-benchmark", dependencies: ["Scoring", "Telemetry"],
            path: "Benchmarks/scoring",
            exclude: ["agree.py", "compare.py"], swiftSettings: strict),

        .target(
            name: "TestSupport", dependencies: ["Telemetry"], path: "Tests/TestSupport",
            swiftSettings: strict),
        tests("TelemetryTests", ["Telemetry"]),
        tests("DigestsTests", ["Digests"]),
        tests("SeededRandomTests", ["SeededRandom"], resources: [.copy("Golden")]),
        // Counts what a thread allocates; for a test, and in no product.
        .target(name: "AllocationCounter", path: "Tests/AllocationCounter"),
        tests(
            "MachineSimulationTests",
            ["MachineSimulation", "Telemetry", "SeededRandom", "AllocationCounter"]),
        tests(
            "AnomalyDetectionTests", ["AnomalyDetection", "Telemetry", "SeededRandom", "Digests"],
            resources: [.copy("Golden")]),
        tests(
            "ScoringTests", ["Scoring", "Telemetry", "SeededRandom"], resources: [.copy("Golden")]),
        tests(
            "ScenariosTests",
            ["Scenarios", "MachineSimulation", "Scoring", "SeededRandom", "Telemetry"]),
        tests(
            "DetectionPipelineTests", ["DetectionPipeline", "AnomalyDetection", "Telemetry"],
            resources: [.copy("Golden")]),
        tests(
            "DetectorServiceTests",
            ["DetectorService", "DetectionPipeline", "AnomalyDetection", "Alerting", "Telemetry"]),
        tests("SQLiteStoreTests", ["SQLiteStore", "Telemetry"]),
        tests(
            "TestbedTests",
            [
                "Testbed", "Scenarios", "Scoring", "AnomalyDetection", "DetectionPipeline",
                "MachineSimulation", "SeededRandom", "SQLiteStore", "Telemetry",
            ]),
        tests("ReportingTests", ["Reporting", "Scoring", "Charts", "Telemetry"]),
        tests("CSVFilesTests", ["CSVFiles"]),
        tests("CommandLineToolTests", ["CommandLineTool"]),
        tests("MQTTTransportTests", ["MQTTTransport", "PlainThreads", "Telemetry"]),
        tests("HTTPClientTests", ["HTTPClient", "CZlib"]),
        tests("InfluxDBStoreTests", ["InfluxDBStore", "HTTPClient", "Telemetry"]),
        tests(
            "AlertingTests",
            ["Alerting", "AnomalyDetection", "DetectionPipeline", "HTTPClient", "Telemetry"]),
        tests("ReadingIngestTests", ["ReadingIngest", "MQTTTransport", "Telemetry"]),
        tests(
            "LiveGenerationTests",
            [
                "LiveGeneration", "MachineSimulation", "Scenarios", "Scoring", "MQTTTransport",
                "PlainThreads", "Telemetry",
            ]),
        tests(
            "ControlPanelTests",
            ["ControlPanel", "LiveGeneration", "MachineSimulation", "Scenarios", "Telemetry"]),
        tests("ExternalDetectorTests", ["ExternalDetector", "AnomalyDetection", "Telemetry"]),
        tests("CommandLineTests", ["Telemetry", "SQLiteStore"]),
        // Every module that reads what comes from outside.
        tests(
            "FuzzTests",
            [
                "SeededRandom", "Telemetry", "Digests", "MachineSimulation", "Scenarios", "Scoring",
                "CSVFiles", "Reporting", "AnomalyDetection", "DetectionPipeline", "DetectorService",
                "Alerting", "LiveGeneration", "MQTTTransport", "ReadingIngest", "ControlPanel",
                "HTTPClient", "InfluxDBStore", "ExternalDetector", "scenario-runner",
                "anomaly-detector",
            ]),
        tests(
            "StackTests",
            [
                "Testbed", "Scenarios", "InfluxDBStore", "HTTPClient", "MQTTTransport", "Telemetry",
            ]),
    ]

/// `TESTBED_ONLY=Scoring,ScoringTests swift build …` sees only these targets and what they stand
/// on: work on one module need not wait for the others.
func closure(of names: [String], in targets: [Target]) -> [Target] {
    var wanted = Set(names)
    var open = names
    while let name = open.popLast() {
        guard let target = targets.first(where: { $0.name == name }) else { continue }
        for case .byNameItem(let dependency, _) in target.dependencies
        where wanted.insert(dependency).inserted { open.append(dependency) }
    }
    return targets.filter { wanted.contains($0.name) }
}

let selected =
    Context.environment["TESTBED_ONLY"].map { only in
        closure(of: only.split(separator: ",").map(String.init), in: targets)
    } ?? targets

let package = Package(
    name: "machine-anomaly-testbed",
    products: selected.filter { $0.type == .executable }.map {
        .executable(name: $0.name, targets: [$0.name])
    },
    targets: selected
)
