// swift-tools-version: 6.2
import PackageDescription

// Every arrow of the module graph is written here, and the build refuses any other
// (`--explicit-target-dependency-import-check error` in scripts/). The arrow that matters most is
// the one that is missing: nothing `anomaly-detector` is made of can import MachineSimulation,
// Scenarios, GroundTruth or Scoring, so no detector can see the truth it is judged by.
//
// Sources/ and Tests/ have one folder a group, along a reading's way; see docs/architecture.md.

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

/// `targets`, each in a folder of its name below Sources/`folder` or, for tests, Tests/`folder`.
func group(_ folder: String, _ targets: [Target]) -> [Target] {
    for target in targets {
        let root = target.type == .test || folder == "Support" ? "Tests" : "Sources"
        target.path = "\(root)/\(folder)/\(target.name)"
    }
    return targets
}

// The outside things, one C library each.
let cLibraries = group(
    "CLibraries",
    [
        system("CSQLite", "sqlite3", "libsqlite3-dev"),
        system("CMosquitto", "libmosquitto", "libmosquitto-dev"),
        system("CMicroHTTPD", "libmicrohttpd", "libmicrohttpd-dev"),
        system("CCurl", "libcurl", "libcurl4-openssl-dev"),
        system("CZlib", "zlib", "zlib1g-dev"),
        system("CZstd", "libzstd", "libzstd-dev"),
        system("CCrypto", "libcrypto", "libssl-dev"),
        // Scripts, styles and tables as files; the compiler takes them in.
        .target(name: "CEmbeddedFiles", exclude: ["pages", "panel", "text"]),
    ])

// What all below stand on: words, dice, threads, formats. None knows a machine from a pump.
let leaves = group(
    "Leaves",
    [
        library("Telemetry", ["NumberText"]),
        library("NumberText"),
        library("JSONText", ["NumberText"]),
        library("JSON5Text", ["Telemetry"]),
        library("EmbeddedFiles", ["CEmbeddedFiles"]),
        library("SeededRandom"),
        library("Digests", ["CCrypto"]),
        library("Threading"),
        library("DurableFiles", ["Digests", "Threading"]),
        library("AlarmRules", ["Telemetry"]),
        library(
            "CSVFiles",
            ["Telemetry", "CommandLineTool", "CZlib", "CZstd", "DurableFiles", "NumberText"]),
        library("Charts", ["Telemetry"]),
        library("HTTPClient", ["CCurl", "CZlib"]),
        library("HTTPService", ["CMicroHTTPD", "Threading"]),
        library("CommandLineTool", ["Telemetry", "DurableFiles", "Threading"]),
        tests("TelemetryTests", ["Telemetry"]),
        tests("NumberTextTests", ["NumberText"]),
        tests("JSONTextTests", ["JSONText"]),
        tests("SeededRandomTests", ["SeededRandom"], resources: [.copy("Golden")]),
        tests("DigestsTests", ["Digests"]),
        tests("ThreadingTests", ["Threading"]),
        tests("DurableFilesTests", ["DurableFiles", "Digests"]),
        tests("CSVFilesTests", ["CSVFiles", "CZlib", "CZstd", "Telemetry"]),
        tests("HTTPClientTests", ["HTTPClient", "CZlib"]),
        tests("CommandLineToolTests", ["CommandLineTool"]),
    ])

// Readings and the truth about them: pure, but for the live generator and its panel.
let simulate = group(
    "Simulate",
    [
        library("GroundTruth", ["Telemetry"]),
        library("MachineSimulation", ["Telemetry", "SeededRandom"]),
        library(
            "Scenarios",
            [
                "Telemetry", "JSONText", "JSON5Text", "Digests", "SeededRandom", "AlarmRules",
                "GroundTruth", "MachineSimulation",
            ]),
        library(
            "LiveGeneration",
            [
                "Telemetry", "Digests", "JSONText", "NumberText", "Threading", "DurableFiles",
                "MachineSimulation", "Scenarios", "MQTTTransport",
            ]
        ),
        library(
            "ControlPanel",
            [
                "Telemetry", "EmbeddedFiles", "MachineSimulation", "LiveGeneration",
                "HTTPService",
            ]),
        tests(
            "MachineSimulationTests",
            ["MachineSimulation", "Telemetry", "SeededRandom", "AllocationCounter"]),
        tests(
            "ScenariosTests",
            [
                "Scenarios", "MachineSimulation", "GroundTruth", "AlarmRules", "JSONText",
                "JSON5Text", "SeededRandom", "Telemetry",
            ]),
        tests(
            "LiveGenerationTests",
            [
                "LiveGeneration", "MachineSimulation", "Scenarios", "JSONText", "MQTTTransport",
                "Telemetry", "Threading",
            ]),
        tests(
            "ControlPanelTests",
            [
                "ControlPanel", "HTTPService", "LiveGeneration", "MachineSimulation", "Scenarios",
                "Telemetry", "Threading",
            ]),
    ])

let carry = group(
    "Carry",
    [
        library("MQTTTransport", ["Telemetry", "JSONText", "Threading", "CMosquitto"]),
        library(
            "ReadingIngest",
            ["Telemetry", "JSONText", "NumberText", "Threading", "DurableFiles", "MQTTTransport"]),
        tests("MQTTTransportTests", ["MQTTTransport", "Telemetry", "Threading", "JSONText"]),
        tests("ReadingIngestTests", ["ReadingIngest", "MQTTTransport", "Telemetry"]),
    ])

let keep = group(
    "Keep",
    [
        library("SQLiteStore", ["Telemetry", "Threading", "CSQLite"]),
        library(
            "InfluxDBStore",
            ["CSVFiles", "Telemetry", "JSONText", "NumberText", "Threading", "HTTPClient"]),
        tests("SQLiteStoreTests", ["SQLiteStore", "CSQLite", "Telemetry", "Threading"]),
        tests("InfluxDBStoreTests", ["InfluxDBStore", "HTTPClient", "JSONText", "Telemetry"]),
    ])

// What `anomaly-detector` is made of. No arrow leads from here to Simulate or Judge.
let detect = group(
    "Detect",
    [
        library("AnomalyDetection", ["Telemetry", "SeededRandom"]),
        library(
            "ExternalDetector",
            ["Telemetry", "AnomalyDetection", "Threading", "JSON5Text", "DurableFiles"]),
        library(
            "DetectionPipeline", ["Telemetry", "EmbeddedFiles", "AlarmRules", "AnomalyDetection"]),
        library(
            "Alerting",
            [
                "Telemetry", "Digests", "Threading", "DurableFiles", "AnomalyDetection",
                "DetectionPipeline", "HTTPClient",
            ]),
        library(
            "DetectorService",
            [
                "Telemetry", "AlarmRules", "AnomalyDetection", "DetectionPipeline", "DurableFiles",
                "Alerting", "Digests",
            ]),
        tests(
            "AnomalyDetectionTests", ["AnomalyDetection", "Telemetry", "SeededRandom", "Digests"],
            resources: [.copy("Golden")]),
        tests("ExternalDetectorTests", ["ExternalDetector", "AnomalyDetection", "Telemetry"]),
        tests(
            "DetectionPipelineTests",
            ["DetectionPipeline", "AlarmRules", "AnomalyDetection", "Telemetry"],
            resources: [.copy("Golden")]),
        tests(
            "AlertingTests",
            [
                "Alerting", "AnomalyDetection", "DetectionPipeline", "HTTPClient", "Telemetry",
                "Threading",
            ]),
        tests(
            "DetectorServiceTests",
            [
                "DetectorService", "AlarmRules", "DetectionPipeline", "AnomalyDetection",
                "Alerting", "Telemetry",
            ]),
    ])

let judge = group(
    "Judge",
    [
        library(
            "Scoring", ["Telemetry", "JSONText", "AlarmRules", "GroundTruth"]),
        library("VerdictSources", ["Telemetry", "JSONText", "CSVFiles"]),
        library(
            "VerdictReceivers",
            [
                "Telemetry", "JSONText", "VerdictSources", "HTTPService", "MQTTTransport",
                "InfluxDBStore", "Threading",
            ]),
        library(
            "Testbed",
            [
                "Telemetry", "Threading", "DurableFiles", "AlarmRules", "GroundTruth",
                "MachineSimulation", "AnomalyDetection", "Scoring", "Scenarios",
                "DetectionPipeline", "SQLiteStore", "VerdictSources",
            ]),
        library(
            "Reporting",
            [
                "Telemetry", "JSONText", "EmbeddedFiles", "Digests", "NumberText", "AlarmRules",
                "GroundTruth", "Scoring", "VerdictSources",
            ]),
        library(
            "LabelledFiles",
            [
                "Telemetry", "CSVFiles", "CommandLineTool", "Digests", "Threading", "DurableFiles",
                "GroundTruth", "Scoring", "Testbed", "AnomalyDetection",
            ]),
        library(
            "PublicSets",
            [
                "Telemetry", "JSONText", "Digests", "CSVFiles", "CommandLineTool", "NumberText",
                "AnomalyDetection", "DetectionPipeline", "Scoring", "Testbed", "LabelledFiles",
                "DurableFiles",
            ]),
        tests(
            "PublicSetsTests",
            [
                "PublicSets", "LabelledFiles", "CommandLineTool", "Scoring", "AnomalyDetection",
                "Testbed", "Telemetry",
            ]),
        tests(
            "LabelledFilesTests",
            ["LabelledFiles", "CSVFiles", "CommandLineTool", "GroundTruth", "Scoring", "Telemetry"]),
        tests(
            "ScoringTests",
            ["Scoring", "AlarmRules", "GroundTruth", "JSONText", "Telemetry", "SeededRandom"],
            resources: [.copy("Golden")]),
        tests(
            "TestbedTests",
            [
                "Testbed", "Scenarios", "Scoring", "GroundTruth", "AlarmRules", "AnomalyDetection",
                "Alerting", "DetectionPipeline", "MachineSimulation", "SeededRandom", "SQLiteStore",
                "Telemetry",
            ]),
        tests(
            "VerdictSourcesTests", ["VerdictSources", "JSONText", "Telemetry"]),
        tests(
            "VerdictReceiversTests",
            [
                "VerdictReceivers", "VerdictSources", "HTTPClient", "InfluxDBStore",
                "MQTTTransport", "Telemetry",
            ]),
        tests(
            "ReportingTests",
            [
                "Reporting", "Scoring", "GroundTruth", "AlarmRules", "JSONText", "Charts",
                "Telemetry",
            ]),
    ])

// A short main each.
let tools = group(
    "Tools",
    [
        tool(
            "scenario-runner",
            [
                "CommandLineTool", "Telemetry", "JSONText", "AlarmRules", "GroundTruth",
                "Scenarios", "MachineSimulation", "Scoring", "VerdictSources", "VerdictReceivers",
                "Testbed", "Reporting", "AnomalyDetection", "DetectionPipeline", "ExternalDetector",
                "CSVFiles", "Charts", "LabelledFiles", "PublicSets", "SQLiteStore", "MQTTTransport",
                "ReadingIngest", "LiveGeneration", "HTTPClient", "InfluxDBStore", "DurableFiles",
                "Threading",
            ]),
        tool(
            "machine-generator",
            [
                "CommandLineTool", "Telemetry", "JSONText", "Threading", "Scenarios",
                "MQTTTransport", "LiveGeneration", "ControlPanel",
            ]),
        tool(
            "anomaly-detector",
            [
                "CommandLineTool", "Telemetry", "AlarmRules", "AnomalyDetection",
                "DetectionPipeline", "ExternalDetector", "CSVFiles", "SQLiteStore", "HTTPClient",
                "InfluxDBStore", "Alerting", "Charts", "DetectorService", "DurableFiles", "Digests",
                "Threading",
            ]),
        tests("CommandLineTests", ["Telemetry", "SQLiteStore", "Threading"]),
    ])

let together = group(
    "Together",
    [
        // Every module that reads what comes from outside.
        tests(
            "FuzzTests",
            [
                "SeededRandom", "Telemetry", "JSONText", "Digests", "AlarmRules", "GroundTruth",
                "MachineSimulation", "Scenarios", "Scoring", "CSVFiles", "Reporting",
                "AnomalyDetection", "DetectionPipeline", "DetectorService", "Alerting",
                "LiveGeneration", "MQTTTransport", "ReadingIngest", "ControlPanel", "HTTPService",
                "HTTPClient", "InfluxDBStore", "VerdictSources", "ExternalDetector",
                "LabelledFiles", "scenario-runner", "anomaly-detector", "DurableFiles",
                "NumberText",
            ]),
        tests(
            "StackTests",
            [
                "Testbed", "Scenarios", "InfluxDBStore", "HTTPClient", "MQTTTransport", "Telemetry",
                "Threading",
            ]),
    ])

let support = group(
    "Support",
    [
        .target(
            name: "TestSupport", dependencies: ["Telemetry", "Threading"], swiftSettings: strict),
        // Counts what a thread allocates; for a test, and in no product.
        .target(name: "AllocationCounter"),
    ])

let benchmarks: [Target] = [
    .executableTarget(
        name: "simulation-benchmark", dependencies: ["MachineSimulation"],
        path: "Benchmarks/simulation", swiftSettings: strict),
    .executableTarget(
        name: "model-memory-benchmark", dependencies: ["AnomalyDetection", "SeededRandom"],
        path: "Benchmarks/model-memory", swiftSettings: strict),
    .executableTarget(
        name: "scoring-benchmark", dependencies: ["Scoring", "GroundTruth", "Telemetry"],
        path: "Benchmarks/scoring",
        exclude: ["agree.py", "compare.py"], swiftSettings: strict),
]

let targets =
    cLibraries + leaves + simulate + carry + keep + detect + judge + tools + together + support
    + benchmarks

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
