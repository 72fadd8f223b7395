/// Sorts words, ascending: a radix sort from the highest digit in which they differ, and for the few
/// that share it an insertion sort.
///
/// Made for words that fit into a near cache and were spread by an earlier digit. Digits are as wide
/// as leaves a few words to each, so most words are moved once and then by a place or two. Equal words
/// and equal beginnings cost nothing.
struct WordSorter {
  private var spare: [UInt64] = []
  private var ends: [Int32] = []

  /// So few words are sorted by insertion.
  private static let few = 32
  private static let digitBits = 11

  /// Sorts all words.
  ///
  /// - Complexity: O(n · 64 / digit bits) at worst.
  mutating func sort(_ words: inout [UInt64]) {
    if spare.count < words.count {
      spare = [UInt64](repeating: 0, count: max(words.count, 2 * spare.count))
    }
    if ends.isEmpty { ends = [Int32](repeating: 0, count: 1 << Self.digitBits) }
    sort(&words, 0..<words.count)
  }

  private mutating func sort(_ words: inout [UInt64], _ range: Range<Int>) {
    guard range.count > Self.few else {
      Self.insert(&words, range)
      return
    }
    let first = words[range.lowerBound]
    var differing: UInt64 = 0
    for index in range { differing |= words[index] ^ first }
    guard differing != 0 else { return }
    let width = 64 - differing.leadingZeroBitCount
    let bits = min(width, Self.digitBits, Int.bitWidth - range.count.leadingZeroBitCount - 2)
    let shift = UInt64(width - bits)
    let largest = Self.spread(&words, range, shift: shift, bits: bits, &spare, &ends)
    guard shift > 0 else { return }
    guard largest > Self.few else {
      Self.insert(&words, range)
      return
    }
    var start = range.lowerBound
    while start < range.upperBound {
      let digit = words[start] &>> shift
      var end = start + 1
      while end < range.upperBound, words[end] &>> shift == digit { end += 1 }
      sort(&words, start..<end)
      start = end
    }
  }

  /// Puts words in order of one digit; returns how many share the commonest.
  private static func spread(
    _ words: inout [UInt64], _ range: Range<Int>, shift: UInt64, bits: Int,
    _ spare: inout [UInt64], _ ends: inout [Int32]
  ) -> Int {
    let size = 1 << bits
    let mask = UInt64(size - 1)
    var ends = ends.mutableSpan
    var spare = spare.mutableSpan
    var words = words.mutableSpan
    for digit in 0..<size { ends[digit] = 0 }
    for index in range {
      let word = words[index]
      spare[index] = word
      ends[Int(truncatingIfNeeded: word &>> shift & mask)] &+= 1
    }
    var next = Int32(range.lowerBound)
    var largest: Int32 = 0
    for digit in 0..<size {
      let count = ends[digit]
      largest = max(largest, count)
      ends[digit] = next
      next &+= count
    }
    for index in range {
      let word = spare[index]
      let digit = Int(truncatingIfNeeded: word &>> shift & mask)
      words[Int(ends[digit])] = word
      ends[digit] &+= 1
    }
    return Int(largest)
  }

  private static func insert(_ words: inout [UInt64], _ range: Range<Int>) {
    guard range.count > 1 else { return }
    var words = words.mutableSpan
    for index in range.lowerBound + 1..<range.upperBound {
      let word = words[index]
      var place = index
      while place > range.lowerBound, words[place - 1] > word {
        words[place] = words[place - 1]
        place -= 1
      }
      words[place] = word
    }
  }
}
