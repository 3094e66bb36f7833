import DurableFiles
import Foundation
import Synchronization

/// Standard output with every write looked at: what cannot be written is an error and not lost in
/// silence.
///
/// The first failure is told at once and kept for the exit code; nothing is written after it, for
/// half a result with a hole in it would be worse. A reader that goes away (`| head -1`) has what it
/// wanted: nothing is said then, and the exit code is that of the work itself.
enum StandardOutput {
    enum Failure: Sendable, Equatable {
        case readerGone
        /// What the system says.
        case cannotWrite(String)
    }

    private struct State {
        var failure: Failure?
        var isUsed = false
    }
    private static let state = Mutex(State())

    static var failure: Failure? { state.withLock { $0.failure } }

    /// Writes all of `text`, with no buffer between: who pipes it wants lines, and a process that is
    /// killed would take a buffer with it.
    static func write(_ text: String) {
        let failure = state.withLock { state -> Failure? in
            guard state.failure == nil else { return nil }
            state.isUsed = true
            state.failure = Descriptor.write(text, to: STDOUT_FILENO)
            return state.failure
        }
        if let failure { tell(failure) }
    }

    /// Closes it, for some file systems say only then that they have no room.
    static func finish() {
        let failure = state.withLock { state -> Failure? in
            guard state.failure == nil, state.isUsed else { return nil }
            if close(STDOUT_FILENO) != 0, errno != EINTR {
                state.failure = .cannotWrite(SystemError.last.reason)
            }
            return state.failure
        }
        if let failure { tell(failure) }
    }

    private static func tell(_ failure: Failure) {
        guard case .cannotWrite(let reason) = failure else { return }
        Terminal.error(
            "\(Terminal.toolName): error: standard output cannot be written: \(reason); free space,"
                + " or send the output elsewhere")
    }
}

/// Writing to a descriptor by hand.
enum Descriptor {
    /// - Returns: why not all of `text` could be written; nil if it was.
    static func write(_ text: String, to descriptor: Int32) -> StandardOutput.Failure? {
        do throws(SystemError) { try writeAll(text.utf8, to: descriptor) } catch {
            switch error.code {
            case EPIPE: return .readerGone
            case EBADF: return .cannotWrite("it is closed")
            default: return .cannotWrite(error.reason)
            }
        }
        return nil
    }

    /// Puts something in the place of standard streams that whoever started us has closed. Else the
    /// next file to be opened would get their number, and results would be written into it.
    static func fillStandardStreams() {
        for (descriptor, mode) in [
            // The wrong way round, so that reading and writing fail as on a closed stream.
            (STDIN_FILENO, O_WRONLY), (STDOUT_FILENO, O_RDONLY), (STDERR_FILENO, O_RDONLY),
        ] where fcntl(descriptor, F_GETFD) < 0 && errno == EBADF {
            // The lowest free number is this one.
            _ = open("/dev/null", mode)
        }
    }
}
