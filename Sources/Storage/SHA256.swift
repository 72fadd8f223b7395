import State

/// The hash function SHA-256 (FIPS 180-4, section 6.2).
///
/// Written here because the library that has it takes longer to build than all of the rest, for
/// these lines; it is held against the standard's test vectors. It guards nothing secret: digests
/// only tell whether two runs are the same.
struct SHA256 {
  // A SIMD type would keep the words in vector registers, at half the speed.
  private typealias State = InlineArray<8, UInt32>

  /// The words a to h of the standard.
  private var state: State = [
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab,
    0x5be0_cd19,
  ]
  /// Bytes that do not fill a block yet.
  private var rest: [UInt8] = []
  private var length: UInt64 = 0

  private static let blockBytes = 64

  /// First 32 bits of the fractional parts of the cube roots of the first 64 primes (4.2.2).
  private static let constants: InlineArray<64, UInt32> = [
    0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4,
    0xab1c_5ed5, 0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe,
    0x9bdc_06a7, 0xc19b_f174, 0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f,
    0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da, 0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7,
    0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967, 0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc,
    0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85, 0xa2bf_e8a1, 0xa81a_664b,
    0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070, 0x19a4_c116,
    0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
    0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7,
    0xc671_78f2,
  ]

  /// Takes in bytes.
  mutating func update(_ bytes: [UInt8]) { update(bytes.span) }

  /// Takes in bytes, most of them where they lie.
  mutating func update(_ bytes: Span<UInt8>) {
    length += UInt64(bytes.count)
    var start = 0
    if !rest.isEmpty {
      start = min(Self.blockBytes - rest.count, bytes.count)
      for index in 0..<start { rest.append(bytes[index]) }
      guard rest.count == Self.blockBytes else { return }
      state = Self.mixing(rest.span, into: state)
      rest.removeAll(keepingCapacity: true)
    }
    let end = bytes.count - (bytes.count - start) % Self.blockBytes
    state = Self.mixing(bytes.extracting(start..<end), into: state)
    for index in end..<bytes.count { rest.append(bytes[index]) }
  }

  /// The digest of all that was taken in, as 64 hexadecimal digits.
  consuming func hexadecimal() -> String {
    let bits = length * 8
    var last = rest + [0x80]
    let padding = 2 * Self.blockBytes - 8 - last.count
    last += repeatElement(0, count: padding % Self.blockBytes)
    last += stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: bits >> $0) }
    let state = Self.mixing(last.span, into: state)
    let digits = Array("0123456789abcdef")
    return String(
      state.indices.flatMap { word in
        stride(from: 28, through: 0, by: -4).map { digits[Int(state[word] >> UInt32($0) & 15)] }
      })
  }

  /// The state after whole blocks.
  private static func mixing(_ blocks: Span<UInt8>, into state: State) -> State {
    let constants = constants
    var state = state
    var schedule = InlineArray<64, UInt32>(repeating: 0)
    for start in stride(from: 0, to: blocks.count, by: blockBytes) {
      for word in 0..<16 {
        let byte = start &+ 4 &* word
        schedule[word] =
          UInt32(blocks[byte]) << 24 | UInt32(blocks[byte &+ 1]) << 16
          | UInt32(blocks[byte &+ 2]) << 8 | UInt32(blocks[byte &+ 3])
      }
      for word in 16..<64 {
        let (x, y) = (schedule[word &- 15], schedule[word &- 2])
        let early = rotate(x, 7) ^ rotate(x, 18) ^ x &>> 3
        let late = rotate(y, 17) ^ rotate(y, 19) ^ y &>> 10
        schedule[word] = schedule[word &- 16] &+ early &+ schedule[word &- 7] &+ late
      }
      var (a, b, c, d) = (state[0], state[1], state[2], state[3])
      var (e, f, g, h) = (state[4], state[5], state[6], state[7])
      for round in 0..<64 {
        let sum1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)
        let choice = g ^ (e & (f ^ g))
        let first = h &+ sum1 &+ choice &+ constants[round] &+ schedule[round]
        let sum0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)
        let majority = (a & b) | (c & (a | b))
        (h, g, f, e) = (g, f, e, d &+ first)
        (d, c, b, a) = (c, b, a, first &+ sum0 &+ majority)
      }
      let change: State = [a, b, c, d, e, f, g, h]
      for word in state.indices { state[word] &+= change[word] }
    }
    return state
  }

  private static func rotate(_ word: UInt32, _ bits: UInt32) -> UInt32 {
    word &>> bits | word &<< (32 &- bits)
  }
}

extension SHA256 {
  /// Writes down what was taken in so far.
  func save(to state: inout StateWriter) {
    state.write(self.state.indices.map { self.state[$0] })
    state.write(rest)
    state.write(length)
  }

  /// Goes on from what was taken in so far.
  init(from saved: inout StateReader) throws(StateMismatch) {
    let words = try saved.readAll(UInt32.self)
    guard words.count == state.count else { throw StateMismatch() }
    for (index, word) in words.enumerated() { state[index] = word }
    rest = try saved.readAll()
    length = try saved.read()
  }
}
