import CCrypto

/// SHA-256 (FIPS 180-4), fed piece by piece; OpenSSL's, which uses what the processor has for it.
public struct SHA256: ~Copyable {
    private let context: OpaquePointer
    /// OpenSSL tidies up at exit, while a thread of ours may still be hashing: it is told not to.
    private static let isReady = OPENSSL_init_crypto(UInt64(OPENSSL_INIT_NO_ATEXIT), nil) == 1

    public init() {
        precondition(Self.isReady)
        // Out of memory is the only reason for a refusal, here and below.
        context = EVP_MD_CTX_new()!
        precondition(EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1)
    }

    deinit { EVP_MD_CTX_free(context) }

    /// The digest of `bytes`, 32 bytes.
    public static func digest(_ bytes: some Sequence<UInt8>) -> [UInt8] {
        var hash = SHA256()
        hash.update(bytes)
        return hash.finalize()
    }

    /// The digest of `bytes` as 64 lower-case hexadecimal digits.
    public static func hex(_ bytes: some Sequence<UInt8>) -> String {
        hexadecimal(digest(bytes))
    }

    public mutating func update(_ bytes: some Sequence<UInt8>) {
        let context = context
        func absorb(_ bytes: UnsafeBufferPointer<UInt8>) {
            precondition(EVP_DigestUpdate(context, bytes.baseAddress, bytes.count) == 1)
        }
        let done: Void? = bytes.withContiguousStorageIfAvailable { absorb($0) }
        if done == nil { Array(bytes).withUnsafeBufferPointer { absorb($0) } }
    }

    /// Ends the message and returns its digest. The value is then used up.
    public mutating func finalize() -> [UInt8] {
        let context = context
        return [UInt8](unsafeUninitializedCapacity: 32) { digest, count in
            precondition(EVP_DigestFinal_ex(context, digest.baseAddress, nil) == 1)
            count = 32
        }
    }
}

/// `bytes` as lower-case hexadecimal digits.
public func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(
        decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
}
