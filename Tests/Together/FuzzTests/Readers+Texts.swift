import AnomalyDetection
import ControlPanel
import DetectionPipeline
import HTTPClient
import MQTTTransport
import Reporting
import Telemetry
import scenario_runner

extension FuzzedReader {
    /// Words of a command line and cells of a file.
    static let textReaders = [
        FuzzedReader(
            "duration", inputs: 40_000,
            texts: ["500ms", "1h30m", "-1.5h", "106000d", "1ns", "292y", "0s"]
        ) { text in
            guard let found = DurationText.parse(text) else { throw Refused(what: "no duration") }
            precondition(DurationText.parse(DurationText.text(found)) != nil)
        },
        FuzzedReader(
            "instant", inputs: 40_000,
            texts: [
                "2026-01-01T00:00:00Z", "2026-01-01 00:00:00.25",
                "2026-02-28T23:59:59.999999999+14:00",
                "2262-04-11T23:47:16.854775807Z", "1677-09-21T00:12:43.145224193Z", "1700-01-01",
            ]
        ) { text in
            guard let found = Instant.parse(text) else { throw Refused(what: "no time") }
            precondition(Instant.parse(Instant.text(found)) == found)
            _ = Instant.short(found)
        },
        FuzzedReader(
            "broker-address", inputs: 30_000,
            texts: [
                "mqtt://user:p%40ss@127.0.0.1:1883", "mqtts://[::1]:8883/", "localhost", "host:1",
            ]
        ) { text in _ = try BrokerAddress.parse(text) },
        FuzzedReader(
            "http-url", inputs: 30_000,
            texts: [
                "http://127.0.0.1:8181", "https://[fe80::1]:443/a/b?c=d#e",
                "https://hooks.slack.com/x",
            ]
        ) { text in _ = try HTTPURL(text).with(path: "/x").hostIsIPLiteral },
        FuzzedReader(
            "panel-address", inputs: 20_000, texts: ["127.0.0.1:5005", "[::1]:80", "0.0.0.0:65535"]
        ) { text in _ = try PanelAddress(text) },
        FuzzedReader(
            "detector-spec", inputs: 40_000,
            texts: DetectorCatalogue.names + [
                "half-space-trees:n_trees=25,seed=42,threshold=0.9", "ewma:threshold=1e300",
                "default:threshold=5", "random-cut-forest:n_trees=3,seed=18446744073709551615",
                "mad:features=load+power", "command:./x",
            ]
        ) { text in
            let spec = try ConfiguredDetector(DetectorSpec(text))
            // A name and its settings; models of a size that a user may ask for are not made here.
            precondition(spec.parameters.allSatisfy { !$0.name.isEmpty })
        },
        FuzzedReader(
            "metric-bar", inputs: 20_000,
            texts: ["event.f1=0.9", "delay_s.median=10", "recall_by_kind.overload=0.5"]
        ) { text in _ = try MetricBar(text) },
        FuzzedReader(
            "seed-range", inputs: 20_000, texts: ["1-3", "5", "1,2,9-12", "18446744073709551615"]
        ) { text in _ = try SeedRange.parse([text]) },
        FuzzedReader(
            "slug", inputs: 30_000,
            texts: ["Smith and Sons", "Müller & Söhne", "&amp;&#x41;&eacute;", "北京 工厂", "e\u{301}"]
        ) { text in
            let slug = Slug.make(text)
            precondition(slug.utf8.allSatisfy { $0 < 128 })
        },
    ]
}
