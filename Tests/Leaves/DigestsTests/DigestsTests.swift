import Digests
import Testing

@Suite struct `A digest` {
    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
    ]) func `by SHA-256 is that of the standard's examples`(text: String, digest: String) {
        #expect(SHA256.hex(text.utf8) == digest)
    }

    @Test func `of a million letters does not depend on the pieces`() {
        let letters = [UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000)
        var hash = SHA256()
        for start in stride(from: 0, to: letters.count, by: 777) {
            hash.update(letters[start..<min(start + 777, letters.count)])
        }
        #expect(
            hexadecimal(hash.finalize())
                == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
    }

    @Test func `by CRC-32C is that of RFC 3720`() {
        #expect(CRC32C.checksum([UInt8](repeating: 0, count: 32)) == 0x8a91_36aa)
        #expect(CRC32C.checksum([UInt8](repeating: 0xff, count: 32)) == 0x62a8_ab43)
        let half = CRC32C.checksum("1234".utf8)
        #expect(CRC32C.checksum("56789".utf8, previous: half) == 0xe306_9283)
    }
}
