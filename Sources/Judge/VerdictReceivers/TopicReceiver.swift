import MQTTTransport
import Synchronization
import VerdictSources

/// Messages of a broker, JSON, of one topic filter.
public final class TopicReceiver: VerdictReceiver {
    private let configuration: MQTTConfiguration
    private let filter: String
    private let log = MessageLog()
    private let running = Mutex<MQTTSubscriber?>(nil)

    public init(_ configuration: MQTTConfiguration, filter: String) {
        self.configuration = configuration
        self.filter = filter
    }

    public func start() throws {
        let subscriber = MQTTSubscriber(configuration, filter: filter) { [log] message in
            // What is retained was said before anything was played.
            if message.isRetained { return }
            _ = log.take([UInt8](message.payload), topic: String(cString: message.topic))
        }
        subscriber.start()
        running.withLock { $0 = subscriber }
        guard subscriber.waitForSubscription(atMost: .seconds(15)) else {
            subscriber.stop()
            throw VerdictReceiverError.unreachable(
                what: "mqtt:\(filter)",
                reason: subscriber.status.problem.map { "\($0)" } ?? "the broker does not answer")
        }
    }

    public var count: Int { log.count }

    public func finish(_ playing: Playing) -> Received {
        let subscriber = running.withLock { running in
            defer { running = nil }
            return running
        }
        subscriber?.stop()
        let reader = playing.reader
        return Received(
            items: log.messages.flatMap {
                reader.items($0.bytes, received: $0.received, topic: $0.topic)
            })
    }
}
