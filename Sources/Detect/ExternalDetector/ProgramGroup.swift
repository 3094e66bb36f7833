import DurableFiles
import Glibc
import Synchronization

/// A program started with the shell in a process group of its own, which ends with us however we end.
///
/// The group holds a guard beside the program: a shell that reads from a pipe of which only we have the
/// other end. It wakes when that closes, because we let go or because we are no more, killed or not,
/// and kills the group it is part of. No signal handler of ours is needed, and since the guard is a
/// member the group's number cannot pass to anybody else while it lives.
final class ProgramGroup: Sendable {
    /// How the program ended.
    enum Ending: Equatable {
        case exited(status: Int32)
        case killed(signal: Int32)
    }

    /// Our ends of the program's pipes; the input is not blocking. Whoever reads or writes closes them.
    let input: Int32
    let output: Int32
    let errors: Int32
    private let lifeline: Int32
    private let leader: pid_t
    private let ending = Mutex<Ending?>(nil)
    private let isLetGo = Mutex(false)

    private static let starting = Mutex(())

    /// `$1` is the program's command line, `$2` the folder it runs in, empty for ours; 3 is the guard's pipe.
    private static let script = """
        ( { trap '' HUP INT TERM; read -r line; kill -KILL 0; } <&3 >/dev/null 2>&1 & )
        exec 3<&-
        [ -z "$2" ] || cd -- "$2" || exit 127
        exec /bin/sh -c "$1"
        """

    /// Starts `command`.
    /// - Parameters:
    ///   - environment: variables, `NAME=value`, beside those that we have.
    ///   - folder: where it runs; nil for our own.
    /// - Throws: ``ExternalDetectorError/cannotStart(command:reason:)``.
    init(_ command: String, environment: [String] = [], folder: String? = nil) throws {
        var pipes: [(read: Int32, write: Int32)] = []
        func discard(_ code: Int32) -> ExternalDetectorError {
            for pipe in pipes {
                close(pipe.read)
                close(pipe.write)
            }
            return .cannotStart(command: command, reason: SystemError(code: code).reason)
        }
        var leader: pid_t = 0
        var theirs: [Int32] = []
        // One at a time: between the making of a pipe and the word that it is ours alone, another
        // program would inherit it, and this one would never see the end of its input.
        let code = Self.starting.withLock { _ in
            for _ in 0..<4 {
                guard let pipe = Self.pipe() else { return errno }
                pipes.append(pipe)
            }
            theirs = [pipes[0].read, pipes[1].write, pipes[2].write, pipes[3].read]
            return Self.spawn(command, environment, folder, theirs, &leader)
        }
        guard code == 0 else { throw discard(code) }
        for end in theirs { close(end) }
        self.leader = leader
        input = pipes[0].write
        output = pipes[1].read
        errors = pipes[2].read
        lifeline = pipes[3].write
        _ = fcntl(input, F_SETFL, fcntl(input, F_GETFL) | O_NONBLOCK)
        // A program that stops reading is an error of a write, not the end of us.
        signal(SIGPIPE, SIG_IGN)
    }

    deinit { kill() }

    /// A pipe that no other program inherits, with numbers above those a program is given.
    private static func pipe() -> (read: Int32, write: Int32)? {
        var ends: [Int32] = [-1, -1]
        guard Glibc.pipe(&ends) == 0 else { return nil }
        let raised = ends.map { fcntl($0, F_DUPFD_CLOEXEC, 10) }
        let code = errno
        for end in ends { close(end) }
        guard raised.allSatisfy({ $0 >= 0 }) else {
            for end in raised where end >= 0 { close(end) }
            errno = code
            return nil
        }
        return (raised[0], raised[1])
    }

    /// - Parameter ends: what the program gets as 0, 1, 2 and 3.
    /// - Returns: 0, or why it cannot be started.
    private static func spawn(
        _ command: String, _ environment: [String], _ folder: String?, _ ends: [Int32],
        _ leader: inout pid_t
    ) -> Int32 {
        var actions = posix_spawn_file_actions_t()
        var attributes = posix_spawnattr_t()
        posix_spawn_file_actions_init(&actions)
        posix_spawnattr_init(&attributes)
        defer {
            posix_spawn_file_actions_destroy(&actions)
            posix_spawnattr_destroy(&attributes)
        }
        for (number, end) in ends.enumerated() {
            posix_spawn_file_actions_adddup2(&actions, end, Int32(number))
        }
        // We may block or ignore signals that the program has to hear.
        var none = sigset_t()
        var all = sigset_t()
        sigemptyset(&none)
        sigfillset(&all)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setsigdefault(&attributes, &all)
        posix_spawnattr_setpgroup(&attributes, 0)
        posix_spawnattr_setflags(
            &attributes,
            Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
        let words: [String] = ["sh", "-c", script, "sh", command, folder ?? ""]
        var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
        defer { for argument in arguments { free(argument) } }
        var inherited: [UnsafeMutablePointer<CChar>?] = []
        var place = environ
        while let entry = place.pointee {
            inherited.append(entry)
            place += 1
        }
        let own: [UnsafeMutablePointer<CChar>?] = environment.map { strdup($0) }
        defer { for entry in own { free(entry) } }
        var variables = own + Self.without(environment, inherited) + [nil]
        return posix_spawn(&leader, "/bin/sh", &actions, &attributes, &arguments, &variables)
    }

    /// The variables of `inherited` that `environment` does not set.
    private static func without(
        _ environment: [String], _ inherited: [UnsafeMutablePointer<CChar>?]
    ) -> [UnsafeMutablePointer<CChar>?] {
        func name(_ entry: String) -> Substring { entry.prefix { $0 != "=" } }
        let set = Set(environment.map(name))
        return inherited.filter { entry in
            entry.map { !set.contains(name(String(cString: $0))) } ?? false
        }
    }

    /// How the program ended; nil while it runs.
    var status: Ending? {
        ending.withLock { known in
            if known == nil { known = Self.reap(leader, WNOHANG) }
            return known
        }
    }

    private static func reap(_ leader: pid_t, _ options: Int32) -> Ending? {
        var status: Int32 = 0
        var found = waitpid(leader, &status, options)
        while found < 0, errno == EINTR { found = waitpid(leader, &status, options) }
        guard found != 0 else { return nil }
        // Somebody else took the status: all there is to know is that it is over.
        guard found == leader else { return .exited(status: -1) }
        let signal = status & 0x7F
        return signal == 0 ? .exited(status: status >> 8 & 0xFF) : .killed(signal: signal)
    }

    /// Ends the program and all it started that is still in its group. The second time nothing happens.
    func kill() {
        ending.withLock { known in
            // Not yet reaped, the leader holds the group's number; after that the guard does.
            if known == nil {
                Glibc.kill(-leader, SIGKILL)
                known = Self.reap(leader, 0)
            }
        }
        isLetGo.withLock { isLetGo in
            if !isLetGo { close(lifeline) }
            isLetGo = true
        }
    }
}
