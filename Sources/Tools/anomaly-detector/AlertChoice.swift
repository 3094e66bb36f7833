import Alerting
import CommandLineTool
import DetectorService
import Foundation
import HTTPClient

/// Who is told, as options and environment say.
enum AlertChoice {
    static let options = [
        CommandOption(
            "slack-webhook-file", "FILE",
            help: "file with a Slack incoming webhook; or SLACK_WEBHOOK_URL, MAGE_SLACK_WEBHOOK_URL"
        ),
        CommandOption(
            "webhook-file", "FILE",
            help: "file with any other webhook, which gets flat JSON; or WEBHOOK_URL"),
        CommandOption(
            "webhook-host", "HOST", repeats: true,
            help:
                "allow webhooks on this host, beside \(Webhook.usualHosts.joined(separator: ", "));"
                + " or WEBHOOK_HOSTS, joined by commas"),
        CommandOption("allow-local-webhook", help: "allow webhooks on this machine"),
    ]

    /// Webhooks in force, Slack's first; none if nobody asked for alerts.
    /// - Throws: ``ToolFailure`` (usage). No message holds an address.
    static func webhooks(_ arguments: ParsedArguments) throws -> [Webhook] {
        let environment = ProcessInfo.processInfo.environment
        func value(_ name: String) -> String? {
            environment[name].flatMap { $0.isEmpty ? nil : $0 }
        }
        let hosts =
            arguments.values("webhook-host")
            + (value("WEBHOOK_HOSTS") ?? "").split(separator: ",").map(String.init)
        let kinds: [(AlertFormat, option: String, variables: [String])] = [
            (.slack, "slack-webhook-file", ["SLACK_WEBHOOK_URL", "MAGE_SLACK_WEBHOOK_URL"]),
            (.json, "webhook-file", ["WEBHOOK_URL"]),
        ]
        return try kinds.compactMap { format, option, variables in
            let place: String
            let address: Secret
            if let path = arguments.value(option) {
                do {
                    (place, address) = ("--\(option) \(path)", Secret(try SecretFile.text(path)))
                } catch {
                    throw ToolFailure.usage(
                        "--\(option) \(path): cannot be read: \(error); put the address alone into"
                            + " that file")
                }
            } else if let name = variables.first(where: { value($0) != nil }) {
                (place, address) = (name, Secret(value(name) ?? ""))
            } else {
                return nil
            }
            do {
                return try Webhook(
                    address, format: format, allowedHosts: hosts,
                    allowsLocal: arguments.has("allow-local-webhook"))
            } catch { throw ToolFailure.usage("\(place): \(error)") }
        }
    }

    static func targets(_ webhooks: [Webhook], detector: String) -> [AlertDesk.Target] {
        webhooks.map { webhook in
            AlertDesk.Target(
                name: "\(webhook)",
                transport: WebhookTransport(webhook, detector: detector))
        }
    }

    /// A sentence for standard error.
    static func sentence(_ place: String, _ notice: AlertDispatcher.Notice) -> String {
        switch notice {
        case .trouble(let reason): "alerts do not get through and are tried again: \(reason)"
        case .recovered(let failures):
            "alerts get through to \(place) again, after \(failures) failures"
        case .rejected(let count, let reason):
            "\(Self.alerts(count)) left out: \(reason)"
        case .disabled(let reason):
            "alerts are off until the next start: \(reason)"
        }
    }

    private static func alerts(_ count: Int) -> String {
        count == 1 ? "1 alert" : "\(count) alerts"
    }

    /// Says at the end what was not told, and to whom.
    /// - Parameter isKept: whether what waits lies in a checkpoint, for the next start.
    static func tell(_ unsent: [AlertDesk.Unsent], isKept: Bool) {
        for place in unsent {
            let why = place.reason.map { ": \($0)" } ?? ": the end came first"
            let lost = place.lost + (isKept ? 0 : place.waiting)
            if lost > 0 {
                Terminal.error(
                    "anomaly-detector: error: \(alerts(lost)) could not be sent to the \(place.place)"
                        + why)
            }
            if isKept, place.waiting > 0 {
                Terminal.error(
                    "anomaly-detector: error: \(alerts(place.waiting)) for the \(place.place) could not"
                        + " be sent yet and go out at the next start, from the checkpoint\(why)")
            }
        }
    }

    /// How a run ends that would end with `code` if everybody had been told. A signal's code stays.
    /// - Parameter mayWait: whether what waits in a checkpoint is as good as sent, for it goes on soon.
    static func exitCode(
        _ code: ExitCode, _ unsent: [AlertDesk.Unsent], mayWait: Bool
    ) -> ExitCode {
        let isFailure = unsent.contains { $0.lost > 0 || !mayWait && $0.waiting > 0 }
        return isFailure && (code == .done || code == .barNotMet) ? .failed : code
    }
}

/// `anomaly-detector alerts test`.
enum AlertsCommand {
    static let command = Command(
        "alerts", summary: "see whether alerts arrive", arguments: "test",
        options: AlertChoice.options,
        examples: [
            (
                "anomaly-detector alerts test --slack-webhook-file slack.url",
                "post a test message to the channel"
            )
        ],
        run: run)

    private static func run(_ arguments: ParsedArguments) throws -> ExitCode {
        guard arguments.positionals == ["test"] else {
            throw ToolFailure.usage("alerts can do one thing: anomaly-detector alerts test")
        }
        let webhooks = try AlertChoice.webhooks(arguments)
        guard !webhooks.isEmpty else {
            throw ToolFailure.usage(
                "there is nowhere to send to; give --slack-webhook-file FILE or set"
                    + " SLACK_WEBHOOK_URL")
        }
        var failures: [String] = []
        for webhook in webhooks {
            do throws(DeliveryFailure) {
                try WebhookTransport(webhook, detector: "test").deliver(.test)
                Terminal.print("sent to the \(webhook)")
            } catch {
                failures.append(error.reason)
            }
        }
        guard failures.isEmpty else { throw ToolFailure(.failed, failures) }
        return .done
    }
}
