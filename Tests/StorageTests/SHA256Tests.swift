import Testing

@testable import Storage

@Suite("SHA-256")
struct SHA256Tests {
  @Test(
    "gives the digests of the standard's examples",
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
    ])
  func matchesTheStandard(text: String, digest: String) {
    // NIST, FIPS 180-4 examples; also: printf %s TEXT | sha256sum
    var hash = SHA256()
    hash.update(Array(text.utf8))
    #expect(hash.hexadecimal() == digest)
  }

  @Test(
    "pads every length of the last block as sha256sum does",
    arguments: [
      (55, "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318"),
      (56, "b35439a4ac6f0948b6d6f9e3c6af0f5f590ce20f1bde7090ef7970686ec6738a"),
      (63, "7d3e74a05d7db15bce4ad9ec0658ea98e3f06eeecf16b4c6fff2da457ddc2f34"),
      (64, "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb"),
      (65, "635361c48bb9eab14198e76ea8ab7f1a41685d6ad62aa9146d301d4f17eb0ae0"),
    ])
  func padsTheLastBlock(length: Int, digest: String) {
    // head -c LENGTH /dev/zero | tr '\0' a | sha256sum
    var hash = SHA256()
    hash.update([UInt8](repeating: UInt8(ascii: "a"), count: length))
    #expect(hash.hexadecimal() == digest)
  }

  @Test("does not care how the bytes are handed over", arguments: [1, 3, 63, 64, 65, 127, 200])
  func cuts(bytesPerCall: Int) {
    let bytes = (0..<1_000).map { UInt8(truncatingIfNeeded: $0 * $0) }
    var whole = SHA256()
    whole.update(bytes)
    var cut = SHA256()
    for start in stride(from: 0, to: bytes.count, by: bytesPerCall) {
      cut.update(Array(bytes[start..<min(start + bytesPerCall, bytes.count)]))
    }
    #expect(cut.hexadecimal() == whole.hexadecimal())
  }
}
