import CMosquitto
import Glibc

/// The library's global state.
enum MosquittoLibrary {
    /// Made once: the library counts its users without a lock. It is never cleaned up, because that
    /// is undefined while a client lives.
    static let isReady: Bool = {
        // The library ignores SIGPIPE when the first client is made; better said here.
        signal(SIGPIPE, SIG_IGN)
        return mosquitto_lib_init() == MOSQ_ERR_SUCCESS.rawValue
    }()

    /// `2.0.11`: that of the library at work, not of the header.
    static var version: String {
        var (major, minor, revision): (Int32, Int32, Int32) = (0, 0, 0)
        _ = mosquitto_lib_version(&major, &minor, &revision)
        return "\(major).\(minor).\(revision)"
    }

    static func text(_ code: Int32) -> String {
        code == MOSQ_ERR_ERRNO.rawValue
            ? String(cString: strerror(errno)) : String(cString: mosquitto_strerror(code))
    }
}

/// What the callbacks of one handle note down. Callbacks run inside ``MosquittoHandle/work(_:)``, on
/// the connection's thread, and take no lock: the library holds locks of its own meanwhile.
final class CallbackNotes {
    /// Answer to our wish to connect, once it has come, and whether the broker knew our session.
    var answer: Int32?
    var sessionPresent = false
    var disconnected: Int32?
    /// The broker's answers to subscriptions.
    var subscriptions: [(mid: Int32, granted: Int32)] = []
    /// What the library last complained about; the only place where TLS says why.
    var complaint = ""
    /// The broker has let us in; told before any message of the connection.
    let onAccepted: (_ sessionPresent: Bool) -> Void
    let onPublished: (Int32) -> Void
    /// Whether the message was put away.
    let onMessage: (UnsafePointer<mosquitto_message>) -> Bool
    /// A message was not put away, and the socket has been shut before it could be acknowledged.
    var isCut = false

    init(
        onAccepted: @escaping (_ sessionPresent: Bool) -> Void,
        onPublished: @escaping (Int32) -> Void,
        onMessage: @escaping (UnsafePointer<mosquitto_message>) -> Bool
    ) {
        self.onAccepted = onAccepted
        self.onPublished = onPublished
        self.onMessage = onMessage
    }

    static func of(_ pointer: UnsafeMutableRawPointer?) -> CallbackNotes {
        Unmanaged<CallbackNotes>.fromOpaque(pointer!).takeUnretainedValue()
    }
}

/// One `struct mosquitto`, for one connection: made, used and destroyed on one thread. After a loss
/// a new one is made, so that nothing the library remembers (a dead thread, queued messages, message
/// ids) reaches into the next.
final class MosquittoHandle {
    let pointer: OpaquePointer
    let notes: CallbackNotes
    private let retained: Unmanaged<CallbackNotes>

    init(_ configuration: MQTTConfiguration, _ notes: CallbackNotes) throws(MQTTError) {
        guard MosquittoLibrary.isReady else { throw .library(reason: "it does not start") }
        retained = .passRetained(notes)
        guard
            let made = mosquitto_new(
                configuration.clientID, configuration.isCleanSession, retained.toOpaque())
        else {
            let reason = MosquittoLibrary.text(MOSQ_ERR_ERRNO.rawValue)
            retained.release()
            throw .library(reason: reason)
        }
        pointer = made
        self.notes = notes
        setCallbacks()
        do { try setOptions(configuration) } catch {
            // deinit frees both.
            throw error
        }
    }

    deinit {
        mosquitto_destroy(pointer)
        // The library may call back until here.
        retained.release()
    }

    private func setCallbacks() {
        mosquitto_connect_with_flags_callback_set(pointer) { _, context, code, flags in
            let notes = CallbackNotes.of(context)
            notes.answer = code
            notes.sessionPresent = flags & 1 == 1
            if code == 0 { notes.onAccepted(notes.sessionPresent) }
        }
        mosquitto_disconnect_callback_set(pointer) { _, context, code in
            CallbackNotes.of(context).disconnected = code
        }
        mosquitto_publish_callback_set(pointer) { _, context, mid in
            CallbackNotes.of(context).onPublished(mid)
        }
        mosquitto_message_callback_set(pointer) { client, context, message in
            let notes = CallbackNotes.of(context)
            // What the socket had already received comes on after it was shut; the broker sends it again.
            guard let message, !notes.isCut, !notes.onMessage(message) else { return }
            // The acknowledgement waits until this call returns: now it cannot leave any more.
            notes.isCut = true
            shutdown(mosquitto_socket(client), Int32(SHUT_RDWR))
        }
        mosquitto_subscribe_callback_set(pointer) { _, context, mid, count, granted in
            guard count > 0, let granted else { return }
            CallbackNotes.of(context).subscriptions.append((mid, granted[0]))
        }
    }

    /// Takes down what the library complains about: the only place where TLS says why. Elsewhere it
    /// is left off, because the library then words a line for each message it sends.
    private func listenToComplaints() {
        mosquitto_log_callback_set(pointer) { _, context, level, text in
            guard level == MOSQ_LOG_ERR || level == MOSQ_LOG_WARNING, let text else { return }
            CallbackNotes.of(context).complaint = String(cString: text)
        }
    }

    private func setOptions(_ configuration: MQTTConfiguration) throws(MQTTError) {
        func check(_ code: Int32) throws(MQTTError) {
            guard code == MOSQ_ERR_SUCCESS.rawValue else {
                throw .library(reason: MosquittoLibrary.text(code))
            }
        }
        // We run the loop on our own thread, while others publish. In this mode an acknowledgement
        // of a received message is only queued while its callback runs: a crash there loses nothing.
        try check(mosquitto_threaded_set(pointer, true))
        try check(
            mosquitto_int_option(pointer, MOSQ_OPT_PROTOCOL_VERSION, MQTT_PROTOCOL_V311))
        // 0 is no limit: the publisher keeps its own window.
        try check(mosquitto_max_inflight_messages_set(pointer, 0))
        try check(mosquitto_int_option(pointer, MOSQ_OPT_TCP_NODELAY, 1))
        if let login = configuration.login {
            try check(mosquitto_username_pw_set(pointer, login.user, login.password))
        }
        if let topic = configuration.statusTopic {
            try check(mosquitto_will_set(pointer, topic, 7, "offline", 1, true))
        }
        if configuration.address.usesTLS {
            listenToComplaints()
            let file = configuration.caFile
            let code = mosquitto_tls_set(
                pointer, file, file == nil ? "/etc/ssl/certs" : nil, nil, nil, nil)
            guard code == MOSQ_ERR_SUCCESS.rawValue else {
                throw .tls(
                    configuration.address,
                    reason: file.map { "cannot read \($0)" } ?? MosquittoLibrary.text(code))
            }
            if configuration.acceptsAnyCertificate {
                try check(mosquitto_tls_insecure_set(pointer, true))
            }
        }
    }

    /// Connects the socket and asks the broker to let us in; its answer comes with ``work(_:)``.
    func connect(_ configuration: MQTTConfiguration) throws(MQTTError) {
        let address = configuration.address
        let code = mosquitto_connect(
            pointer, address.host, Int32(address.port), Int32(configuration.keepAlive))
        guard code == MOSQ_ERR_SUCCESS.rawValue else {
            let reason = MosquittoLibrary.text(code)
            if code == MOSQ_ERR_TLS.rawValue || address.usesTLS && !notes.complaint.isEmpty {
                throw .tls(address, reason: notes.complaint.isEmpty ? reason : notes.complaint)
            }
            throw .cannotReach(
                address,
                reason: code == MOSQ_ERR_EAI.rawValue ? "there is no such host" : reason)
        }
        // The library watches sockets with `select`, which overruns its memory from 1024 up.
        let descriptor = mosquitto_socket(pointer)
        guard descriptor < 1024 else { throw .descriptorTooHigh(descriptor) }
    }

    /// Waits up to `milliseconds` for something to do, does it, calls back.
    /// - Returns: nil while the connection stands, else the library's code.
    func work(_ milliseconds: Int32) -> Int32? {
        let code = mosquitto_loop(pointer, milliseconds, 1)
        return code == MOSQ_ERR_SUCCESS.rawValue ? nil : code
    }
}
