/// A stream of random numbers that is a pure function of its coordinates: the seed, the purpose,
/// the entity and the counter.
///
///     var stream = RandomStream(seed: seed, purpose: .test, entity: account, counter: day)
///     let waits = stream.chance(0.3)
///
/// Making one costs no more than storing the coordinates, so make one per entity and step and throw
/// it away; nothing has to be kept or passed on between threads.
///
/// The mapping onto `Philox`, pinned by a golden test:
/// - the key is the seed, low word first;
/// - the *position* is a number of 48 bits: the counter in the upper 32, and the block within the
///   stream, from zero, in the lower 16;
/// - the counter words are: the low 32 bits of the position; the purpose, with the top 16 bits of
///   the position above it; the low word of the entity; the high word of the entity;
/// - a block gives two numbers of 64 bits: words 0 and 1, then words 2 and 3, low word first.
///
/// Guaranteed: streams that differ in seed, purpose or entity share no block. Streams that differ in
/// the counter alone share none either as long as each draws at most `lengthPerCounter` numbers.
/// A stream may be longer; it then runs on into the counters that follow, so where it might be,
/// let the counter be zero and tell streams apart by the entity.
public struct RandomStream: RandomNumberGenerator, Sendable {
  /// How many 64-bit numbers a stream gives before it meets the stream of the next counter.
  public static let lengthPerCounter = 131_072

  private let seed: UInt64
  private let entity: UInt64
  private var position: UInt64
  @usableFromInline var spare: UInt64 = 0
  private let purposeNumber: UInt32
  @usableFromInline var hasSpare = false

  /// Makes the stream at some coordinates; nothing is computed before the first draw.
  ///
  /// - Parameters:
  ///   - seed: The seed of the whole run.
  ///   - purpose: What the numbers are for.
  ///   - entity: Whom or what they are for, such as an account's number.
  ///   - counter: Which of the entity's streams, such as the simulated day.
  public init(seed: UInt64, purpose: Purpose, entity: UInt64, counter: UInt32 = 0) {
    self.seed = seed
    purposeNumber = UInt32(purpose.rawValue)
    self.entity = entity
    position = UInt64(counter) << 16
  }

  /// Returns the next 64 uniform bits.
  ///
  /// - Returns: A number uniform over all values of `UInt64`.
  @inlinable public mutating func next() -> UInt64 {
    guard hasSpare else { return nextBlock() }
    hasSpare = false
    return spare
  }

  /// Computes the next block; keeps its second half and returns the first.
  @usableFromInline mutating func nextBlock() -> UInt64 {
    let block = block(at: position)
    position &+= 1
    spare = UInt64(block.w) << 32 | UInt64(block.z)
    hasSpare = true
    return UInt64(block.y) << 32 | UInt64(block.x)
  }

  /// Computes the next two blocks side by side, each four words in the order of the stream; nil where
  /// half a block is left from before.
  ///
  /// A block is ten multiplications one after the other, so two take little longer than one.
  @inline(__always)
  mutating func nextBlocks() -> (SIMD4<UInt32>, SIMD4<UInt32>)? {
    guard !hasSpare else { return nil }
    let blocks = (block(at: position), block(at: position &+ 1))
    position &+= 2
    return blocks
  }

  @inline(__always)
  private func block(at position: UInt64) -> SIMD4<UInt32> {
    Philox.block(
      key: SIMD2(UInt32(truncatingIfNeeded: seed), UInt32(truncatingIfNeeded: seed >> 32)),
      counter: SIMD4(
        UInt32(truncatingIfNeeded: position),
        UInt32(truncatingIfNeeded: position >> 32) << 16 | purposeNumber,
        UInt32(truncatingIfNeeded: entity),
        UInt32(truncatingIfNeeded: entity >> 32)))
  }

  /// Returns the next 32 uniform bits: the high half of `next()`, whose low half goes unused.
  ///
  /// - Returns: A number uniform over all values of `UInt32`.
  public mutating func nextWord() -> UInt32 {
    UInt32(truncatingIfNeeded: next() >> 32)
  }

  /// Returns the one word that a stream at these coordinates would give first.
  ///
  /// For a single decision that has coordinates of its own, such as a hash of a pair.
  ///
  /// - Parameters:
  ///   - seed: The seed of the whole run.
  ///   - purpose: What the number is for.
  ///   - entity: Whom or what it is for.
  ///   - counter: Which of the entity's streams.
  /// - Returns: A number uniform over all values of `UInt32`.
  public static func word(
    seed: UInt64, purpose: Purpose, entity: UInt64, counter: UInt32 = 0
  ) -> UInt32 {
    var stream = RandomStream(seed: seed, purpose: purpose, entity: entity, counter: counter)
    return stream.nextWord()
  }
}
