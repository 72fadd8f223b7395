import Parallelism

/// Scores with their labels in buckets from high to low, to be sorted one by one.
///
/// A radix sort of the bits of the scores, from the highest digit on. The first digit takes a score to
/// its bucket; what is left of the bits has room for the label at its end, so that what is moved
/// about is one word each. Every bucket is then sorted where it fits into a near cache.
struct ScoreBuckets {
  /// How many positives there are.
  let positives: Int
  /// Ranges of buckets with about as many scores each, whatever the number of threads: what one takes
  /// at a time.
  let blocks: [Range<Int>]
  /// The bits of the highest score, as they are sorted.
  private let base: UInt64
  /// How many bits lie below the first digit.
  private let shift: UInt64
  private let chunks: [Chunk]
  /// Positives and negatives in the buckets before each.
  private let before: [(positives: Int, negatives: Int)]

  /// A part of the scores, in buckets.
  private struct Chunk: Sendable {
    /// The bits below the first digit, then one for the label; bucket by bucket.
    var words: [UInt64]
    /// Where each bucket ends.
    var ends: [Int]
    /// Positives in each bucket.
    var positives: [Int]
  }

  /// Room for a thread to sort a bucket in.
  struct Scratch {
    fileprivate var words: [UInt64] = []
    fileprivate var sorter = WordSorter()
  }

  /// How many bits the first digit has at most: buckets of 10,000 out of a million at worst, were
  /// they uniform, and few enough to fill them all at once.
  private static let digitBits = 9
  /// How many scores make another part, of four at most.
  private static let chunkSize = 16_384
  private static let blockCount = 16

  init(scores: [Double], labels: [Bool], threads: Int) {
    let count = scores.count
    let parts = min(4, max(1, count / Self.chunkSize))
    let ranges = (0..<parts).map { count * $0 / parts..<count * ($0 + 1) / parts }
    let extremes = parallelMap(count: parts, threads: threads) { part in
      Self.extremes(of: scores, in: ranges[part])
    }
    let base = Self.key(extremes.reduce(-.infinity) { max($0, $1.high) })
    let width =
      64
      - (Self.key(extremes.reduce(.infinity) { min($0, $1.low) }) &- base)
      .leadingZeroBitCount
    // Few scores need few buckets; a digit of one bit at least leaves room for the label.
    let size = Int.bitWidth - max(1, count / 16).leadingZeroBitCount
    let shift = UInt64(max(0, width - max(1, min(size, Self.digitBits))))
    let buckets = count == 0 ? 0 : 1 << (max(1, width) - Int(shift))
    let chunks = parallelMap(count: parts, threads: threads) { part in
      Self.chunk(scores, labels, ranges[part], base: base, shift: shift, buckets: buckets)
    }
    var before = [(positives: 0, negatives: 0)]
    var blocks: [Range<Int>] = []
    var first = 0
    for bucket in 0..<buckets {
      var sums = before[bucket]
      for chunk in chunks {
        sums.positives += chunk.positives[bucket]
        let all = chunk.ends[bucket] - (bucket > 0 ? chunk.ends[bucket - 1] : 0)
        sums.negatives += all - chunk.positives[bucket]
      }
      before.append(sums)
      let done = sums.positives + sums.negatives
      if done * Self.blockCount >= count * (blocks.count + 1) {
        blocks.append(first..<bucket + 1)
        first = bucket + 1
      }
    }
    self.base = base
    self.shift = shift
    self.chunks = chunks
    self.before = before
    self.blocks = first < buckets ? blocks + [first..<buckets] : blocks
    positives = before[buckets].positives
  }

  /// The bits of a score such that higher scores have lower ones.
  @inline(__always)
  private static func key(_ score: Double) -> UInt64 {
    // Plus 0 makes -0 the same as 0.
    let bits = (score + 0).bitPattern
    return ~(bits ^ (UInt64(bitPattern: Int64(bitPattern: bits) >> 63) | 1 << 63))
  }

  /// The score of such bits.
  private static func score(_ key: UInt64) -> Double {
    let bits = ~key
    return Double(
      bitPattern: bits ^ (UInt64(bitPattern: ~(Int64(bitPattern: bits) >> 63)) | 1 << 63))
  }

  private static func extremes(
    of scores: [Double], in range: Range<Int>
  ) -> (low: Double, high: Double) {
    let span = scores.span
    var (low, high) = (Double.infinity, -Double.infinity)
    for index in range {
      let score = span[index]
      precondition(score == score, "a score that is not a number has no rank")
      low = score < low ? score : low
      high = score > high ? score : high
    }
    return (low, high)
  }

  private static func chunk(
    _ scores: [Double], _ labels: [Bool], _ range: Range<Int>, base: UInt64, shift: UInt64,
    buckets: Int
  ) -> Chunk {
    let (scores, labels) = (scores.span, labels.span)
    var counts = [Int](repeating: 0, count: 2 * buckets)
    for index in range {
      let digit = Int(truncatingIfNeeded: (key(scores[index]) &- base) &>> shift)
      counts[2 * digit + (labels[index] ? 1 : 0)] += 1
    }
    var ends: [Int] = []
    var next: [Int] = []
    ends.reserveCapacity(buckets)
    next.reserveCapacity(buckets)
    for bucket in 0..<buckets {
      next.append(ends.last ?? 0)
      ends.append(next[bucket] + counts[2 * bucket] + counts[2 * bucket + 1])
    }
    let mask = (1 << shift) &- 1 as UInt64
    var words = [UInt64](repeating: 0, count: range.count)
    var out = words.mutableSpan
    for index in range {
      let bits = key(scores[index]) &- base
      let digit = Int(truncatingIfNeeded: bits &>> shift)
      out[next[digit]] = (bits & mask) &<< 1 | (labels[index] ? 1 : 0)
      next[digit] += 1
    }
    return Chunk(
      words: words, ends: ends, positives: (0..<buckets).map { counts[2 * $0 + 1] })
  }

  /// Goes through the scores of a block, from the highest.
  func walk(block: Int, scale: RankingWalk.Scale, _ scratch: inout Scratch) -> RankingWalk {
    let start = before[blocks[block].lowerBound]
    var walk = RankingWalk(scale: scale, hits: start.positives, alarms: start.negatives)
    for bucket in blocks[block] {
      scratch.words.removeAll(keepingCapacity: true)
      for chunk in chunks {
        scratch.words += chunk.words[(bucket > 0 ? chunk.ends[bucket - 1] : 0)..<chunk.ends[bucket]]
      }
      scratch.sorter.sort(&scratch.words)
      let top = base &+ UInt64(bucket) &<< shift
      let words = scratch.words.span
      var index = 0
      while index < words.count {
        let rest = words[index] >> 1
        let first = index
        var positives = 0
        repeat {
          positives += Int(words[index] & 1)
          index += 1
        } while index < words.count && words[index] >> 1 == rest
        walk.add(
          positives, index - first - positives, threshold: Self.score(top &+ rest))
      }
    }
    return walk
  }
}
