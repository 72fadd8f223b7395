import State

/// A value for each of some pairs of accounts: a hash table made for many questions and few changes.
///
/// Open addressing with linear probing; at most half of the slots are taken. Nothing can go through
/// it in its own order, so no such order can reach a result.
struct PairMap<Value: Sendable>: Sendable {
  private struct Slot: Sendable {
    /// The pair's number; 0, which no two different accounts have, where the slot is free.
    var key: UInt64
    var value: Value
  }

  private var slots: [Slot]
  private var count = 0
  /// What free slots hold.
  private let filler: Value

  /// Makes an empty table.
  ///
  /// - Parameter filler: any value; it is never given out.
  init(filler: Value) {
    self.filler = filler
    slots = Array(repeating: Slot(key: 0, value: filler), count: 16)
  }

  /// The value of a pair, if it has one.
  subscript(pair: Platform.Pair) -> Value? {
    get {
      let slot = slots[position(of: pair.entity)]
      return slot.key == 0 ? nil : slot.value
    }
    set {
      guard let newValue else {
        removeValue(forKey: pair)
        return
      }
      if 2 * (count + 1) > slots.count { grow() }
      let position = position(of: pair.entity)
      if slots[position].key == 0 { count += 1 }
      slots[position] = Slot(key: pair.entity, value: newValue)
    }
  }

  /// Whether a pair has a value.
  func contains(_ pair: Platform.Pair) -> Bool { slots[position(of: pair.entity)].key != 0 }

  /// Takes a pair's value away, and returns it.
  @discardableResult
  mutating func removeValue(forKey pair: Platform.Pair) -> Value? {
    var hole = position(of: pair.entity)
    guard slots[hole].key != 0 else { return nil }
    let value = slots[hole].value
    count -= 1
    let mask = slots.count - 1
    // What follows without a gap moves up where its own place is not beyond the hole.
    var next = (hole + 1) & mask
    while slots[next].key != 0 {
      let home = home(of: slots[next].key)
      if (next - home) & mask >= (next - hole) & mask {
        slots[hole] = slots[next]
        hole = next
      }
      next = (next + 1) & mask
    }
    slots[hole] = Slot(key: 0, value: filler)
    return value
  }

  /// Takes all away and keeps the memory.
  mutating func removeAll() {
    guard count > 0 else { return }
    count = 0
    for index in slots.indices { slots[index] = Slot(key: 0, value: filler) }
  }

  /// Whether no pair has a value.
  var isEmpty: Bool { count == 0 }

  /// The slot of a key, or the free one where it would go.
  private func position(of key: UInt64) -> Int {
    let mask = slots.count - 1
    var position = home(of: key)
    while slots[position].key != key, slots[position].key != 0 { position = (position + 1) & mask }
    return position
  }

  /// Where a key would be if nothing were in its way: the upper bits of a product with the golden
  /// ratio (Knuth, The Art of Computer Programming 3, section 6.4), folded first.
  private func home(of key: UInt64) -> Int {
    let folded = (key ^ key >> 29) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: folded >> UInt64(1 + slots.count.leadingZeroBitCount))
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: Slot(key: 0, value: filler), count: old.count * 2)
    for slot in old where slot.key != 0 { slots[position(of: slot.key)] = slot }
  }
}

extension PairMap {
  /// Every pair with its value, ascending by pair.
  var entries: [(pair: Platform.Pair, value: Value)] {
    slots.filter { $0.key != 0 }.sorted { $0.key < $1.key }.map {
      (Platform.Pair(entity: $0.key), $0.value)
    }
  }
}

extension PairMap where Value: BitwiseCopyable {
  /// Writes all pairs and values down.
  func save(to state: inout StateWriter) {
    let entries = entries
    state.write(entries.map(\.pair.entity))
    state.write(entries.map(\.value))
  }

  /// Puts in the pairs and values that were written down.
  mutating func restore(from state: inout StateReader) throws(StateMismatch) {
    let pairs = try state.readAll(UInt64.self)
    let values = try state.readAll(Value.self)
    guard pairs.count == values.count else { throw StateMismatch() }
    for (entity, value) in zip(pairs, values) { self[Platform.Pair(entity: entity)] = value }
  }
}

/// A set of pairs of accounts.
struct PairSet: Sendable {
  private var map = PairMap<Bool>(filler: false)

  /// The pairs, ascending.
  var pairs: [Platform.Pair] { map.entries.map(\.pair) }

  /// Whether a pair is in the set.
  func contains(_ pair: Platform.Pair) -> Bool { map.contains(pair) }

  /// Puts a pair into the set.
  ///
  /// - Returns: whether it was not in it before.
  @discardableResult
  mutating func insert(_ pair: Platform.Pair) -> Bool {
    guard !map.contains(pair) else { return false }
    map[pair] = true
    return true
  }

  /// Takes a pair out of the set.
  mutating func remove(_ pair: Platform.Pair) { map.removeValue(forKey: pair) }
}

extension PairSet {
  /// Writes the set down.
  func save(to state: inout StateWriter) { map.save(to: &state) }

  /// Puts in the pairs that were written down.
  mutating func restore(from state: inout StateReader) throws(StateMismatch) {
    try map.restore(from: &state)
  }
}
