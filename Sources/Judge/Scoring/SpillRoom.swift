/// Room for what is too much to keep in memory, as a temporary file gives it.
///
/// Scoring itself touches no file: who calls it says where such room is.
public protocol SpillRoom: AnyObject, Sendable {
    /// How many rows or keys may be kept in memory before this room is used.
    var residentCount: Int { get }
    /// Where the next bytes will go.
    var end: Int { get }
    /// Writes `bytes` at the end.
    /// - Throws: what writing throws: the disk may be full.
    func append(_ bytes: UnsafeRawBufferPointer) throws
    /// Fills `bytes` with what was written at `offset`.
    func read(at offset: Int, into bytes: UnsafeMutableRawBufferPointer) throws
    /// Forgets what was written at `offset` and after it.
    func release(from offset: Int)
}
