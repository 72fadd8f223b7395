/// Which row belongs to a pair of accounts: a hash table from 64-bit keys to positions.
///
/// Open addressing with linear probing; a slot holds key and value together, so that a look-up
/// costs one miss of the cache. Entries are never removed.
struct PairTable {
  private struct Slot {
    var key: UInt64
    var value: UInt32
  }

  private static let free = UInt64.max
  private var slots: [Slot]
  private var shift: UInt64
  private(set) var count = 0

  init() {
    slots = Array(repeating: Slot(key: Self.free, value: 0), count: 1_024)
    shift = 64 - 10
  }

  /// The key of an ordered pair.
  static func key(_ from: UInt32, _ to: UInt32) -> UInt64 {
    UInt64(from) << 32 | UInt64(to)
  }

  /// The value of a key, if it has one.
  subscript(key: UInt64) -> Int? {
    let slot = slots[position(of: key)]
    return slot.key == key ? Int(slot.value) : nil
  }

  /// Gives a key a value if it has none.
  ///
  /// - Returns: the value it had before, or nothing.
  mutating func insert(_ key: UInt64, _ value: Int) -> Int? {
    let position = position(of: key)
    if slots[position].key == key { return Int(slots[position].value) }
    slots[position] = Slot(key: key, value: UInt32(value))
    count += 1
    if count * 5 > slots.count * 3 { grow() }
    return nil
  }

  /// Gives a key a value, whether or not it has one.
  mutating func set(_ key: UInt64, _ value: Int) {
    if insert(key, value) != nil { slots[position(of: key)].value = UInt32(value) }
  }

  private func position(of key: UInt64) -> Int {
    // Fibonacci hashing: the high bits of the product depend on all bits of the key.
    var position = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> shift)
    let last = slots.count - 1
    while slots[position].key != key && slots[position].key != Self.free {
      position = (position + 1) & last
    }
    return position
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: Slot(key: Self.free, value: 0), count: old.count * 2)
    shift -= 1
    for slot in old where slot.key != Self.free { slots[position(of: slot.key)] = slot }
  }
}
