import Testing

@testable import Storage

@Suite("The checksum of rows") struct ChecksumTests {
  /// Made by the reference implementation: `pip install xxhash`, then
  /// `xxhash.xxh64_hexdigest(bytes((i * 7 + 1) % 251 for i in range(n)))`.
  @Test(
    "is XXH64, at every length that takes another path through it",
    arguments: [
      (0, 0xEF46DB3751D8E999),
      (1, 0x8A4127811B21E730),
      (3, 0xB6E6C910C2FD373A),
      (4, 0x22EDA2CF6AF4C124),
      (7, 0x34084D91A233A751),
      (8, 0xC6F1803A5E0B3222),
      (14, 0xFF34EE32A5C9ECFE),
      (31, 0x6AB1C40E29F50073),
      (32, 0x5A0756FBE9ECD3D1),
      (33, 0xDC50CDC37BB9C183),
      (63, 0xDB640CD03B84DCC4),
      (64, 0xAEBF13ABC589D943),
      (100, 0x1FC3203CA04580F0),
      (1000, 0x40D033B73CBDA587),
    ] as [(Int, UInt64)])
  func reference(length: Int, checksum: UInt64) {
    #expect(Checksum.of((0..<length).map { UInt8(($0 * 7 + 1) % 251) }) == checksum)
  }
}
