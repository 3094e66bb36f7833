import Glibc

/// Writes all of `bytes`, in as many calls as it takes. Where somebody who shares the descriptor has made it
/// non-blocking, it waits.
/// - Parameter offset: where to write; nil for behind what was written last.
/// - Throws: ``SystemError``; some of the bytes may have been written then.
public func writeAll(
    _ bytes: UnsafeRawBufferPointer, to descriptor: Int32, at offset: Int? = nil
) throws(SystemError) {
    var done = 0
    while done < bytes.count {
        let rest = (bytes.baseAddress! + done, bytes.count - done)
        let count =
            offset.map { pwrite(descriptor, rest.0, rest.1, off_t($0 + done)) }
            ?? write(descriptor, rest.0, rest.1)
        if count > 0 {
            done += count
            continue
        }
        let error = SystemError(code: count < 0 ? errno : ENOSPC)
        switch error.code {
        case EINTR: continue
        case EAGAIN:
            var wanted = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
            _ = poll(&wanted, 1, -1)
        default: throw error
        }
    }
}

/// As ``writeAll(_:to:at:)-(UnsafeRawBufferPointer,_,_)``.
public func writeAll(
    _ bytes: some Collection<UInt8>, to descriptor: Int32, at offset: Int? = nil
) throws(SystemError) {
    let refusal = bytes.withContiguousStorageIfAvailable { bytes -> SystemError? in
        do throws(SystemError) {
            try writeAll(UnsafeRawBufferPointer(bytes), to: descriptor, at: offset)
            return nil
        } catch { return error }
    }
    switch refusal {
    case .some(.some(let error)): throw error
    case .some(nil): return
    case nil: try writeAll(Array(bytes), to: descriptor, at: offset)
    }
}
