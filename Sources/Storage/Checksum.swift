/// The hash function XXH64 with seed 0 (Collet 2012, https://github.com/Cyan4973/xxHash, specification
/// 0.1.1): 64 bits at the speed of memory, that tell bytes that were damaged from those written.
///
/// It guards against accidents and against nobody who means to deceive. Written here because no
/// package that this one may depend on has it; held against the vectors of the reference program.
struct Checksum {
  private static let prime1: UInt64 = 0x9E37_79B1_85EB_CA87
  private static let prime2: UInt64 = 0xC2B2_AE3D_27D4_EB4F
  private static let prime3: UInt64 = 0x1656_67B1_9E37_79F9
  private static let prime4: UInt64 = 0x85EB_CA77_C2B2_AE63
  private static let prime5: UInt64 = 0x27D4_EB2F_1656_67C5

  /// The checksum of bytes.
  static func of(_ bytes: [UInt8]) -> UInt64 { of(bytes[...]) }

  /// The checksum of some of the bytes of an array.
  static func of(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    unsafe bytes.withUnsafeBytes { unsafe checksum(of: $0) }
  }

  /// Every load is within the buffer: what is left is counted before it.
  private static func checksum(of bytes: UnsafeRawBufferPointer) -> UInt64 {
    func word(at place: Int) -> UInt64 {
      UInt64(littleEndian: unsafe bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
    }
    var place = 0
    var hash: UInt64
    if bytes.count >= 32 {
      var (a, b, c, d) = (prime1 &+ prime2, prime2, 0 as UInt64, 0 &- prime1)
      while place + 32 <= bytes.count {
        a = round(a, word(at: place))
        b = round(b, word(at: place + 8))
        c = round(c, word(at: place + 16))
        d = round(d, word(at: place + 24))
        place += 32
      }
      hash = rotate(a, 1) &+ rotate(b, 7) &+ rotate(c, 12) &+ rotate(d, 18)
      for lane in [a, b, c, d] { hash = (hash ^ round(0, lane)) &* prime1 &+ prime4 }
    } else {
      hash = prime5
    }
    hash &+= UInt64(bytes.count)
    while place + 8 <= bytes.count {
      hash = rotate(hash ^ round(0, word(at: place)), 27) &* prime1 &+ prime4
      place += 8
    }
    if place + 4 <= bytes.count {
      let half = (0..<4).reduce(0 as UInt64) {
        $0 | UInt64(unsafe bytes[place + $1]) << UInt64(8 * $1)
      }
      hash = rotate(hash ^ half &* prime1, 23) &* prime2 &+ prime3
      place += 4
    }
    while place < bytes.count {
      hash = rotate(hash ^ UInt64(unsafe bytes[place]) &* prime5, 11) &* prime1
      place += 1
    }
    hash = (hash ^ hash >> 33) &* prime2
    hash = (hash ^ hash >> 29) &* prime3
    return hash ^ hash >> 32
  }

  private static func round(_ lane: UInt64, _ word: UInt64) -> UInt64 {
    rotate(lane &+ word &* prime2, 31) &* prime1
  }

  private static func rotate(_ word: UInt64, _ bits: UInt64) -> UInt64 {
    word &<< bits | word &>> (64 &- bits)
  }
}
