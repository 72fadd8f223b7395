extension Adjacency {
  /// How many neighbours two vertices have in common.
  ///
  /// - Complexity: linear in the two degrees, or in the smaller times the logarithm of the larger
  ///   where they differ much.
  public func mutualCount(_ a: Int, _ b: Int) -> Int {
    Graphs.mutualCount(in: neighbours.span, row(of: a), row(of: b))
  }

  /// How many neighbours the two vertices of each pair have in common.
  ///
  /// Of many pairs at random far faster than one by one: rows are asked for a block of pairs at a
  /// time, so that memory answers for several at once.
  ///
  /// - Parameters:
  ///   - from: one vertex of each pair.
  ///   - to: the other.
  /// - Returns: a count for each pair, in order.
  /// - Precondition: there are as many of the one as of the other, all below `vertexCount`.
  /// - Complexity: that of `mutualCount` for each pair.
  public func mutualCounts(from: [UInt32], to: [UInt32]) -> [Int] {
    precondition(from.count == to.count, "a pair needs two vertices")
    let pool = neighbours.span
    var counts = [Int](repeating: 0, count: from.count)
    for block in stride(from: 0, to: from.count, by: pairsAtOnce) {
      let pairs = block..<min(block + pairsAtOnce, from.count)
      // Reads that do not wait for each other bring the rows near; what they read is overwritten.
      for pair in pairs {
        counts[pair] = readAhead(Int(from[pair])) &+ readAhead(Int(to[pair]))
      }
      for pair in pairs {
        counts[pair] = Graphs.mutualCount(
          in: pool, row(of: Int(from[pair])), row(of: Int(to[pair])))
      }
    }
    return counts
  }

  /// Whether two vertices have a neighbour in common.
  ///
  /// - Complexity: as `mutualCount`, but stops at the first.
  public func haveMutual(_ a: Int, _ b: Int) -> Bool {
    Graphs.haveMutual(in: neighbours.span, row(of: a), row(of: b))
  }

  /// Reads a neighbour of a vertex from each part of memory that comes near at once.
  ///
  /// - Returns: a number that means nothing.
  private func readAhead(_ vertex: Int) -> Int {
    let row = row(of: vertex)
    var sum: UInt32 = 0
    for place in stride(from: row.lowerBound, to: row.upperBound, by: neighboursPerLine) {
      sum &+= neighbours[place]
    }
    return row.isEmpty ? 0 : Int(sum &+ neighbours[row.upperBound - 1])
  }

  private func row(of vertex: Int) -> Range<Int> { offsets[vertex]..<offsets[vertex + 1] }
}

/// How many pairs' rows are brought near at once: our choice, far fewer than the first cache holds.
private let pairsAtOnce = 32

/// How many neighbours a cache line of 64 bytes holds.
private let neighboursPerLine = 16

/// Beyond this ratio of two rows' lengths, a search in the longer for each value of the shorter is
/// faster than a merge (our choice).
private let lopsided = 16

/// How many values two ascending rows of an array have in common.
func mutualCount(in pool: Span<UInt32>, _ a: Range<Int>, _ b: Range<Int>) -> Int {
  let (small, large) = a.count <= b.count ? (a, b) : (b, a)
  var mutual = 0
  if small.count * lopsided < large.count {
    var low = large.lowerBound
    for index in small {
      low = firstIndex(notBelow: pool[index], in: pool, low..<large.upperBound)
      if low < large.upperBound, pool[low] == pool[index] { mutual += 1 }
    }
    return mutual
  }
  var left = small.lowerBound
  var right = large.lowerBound
  mutual += mutualCountOfFours(in: pool, &left, small.upperBound, &right, large.upperBound)
  while left < small.upperBound, right < large.upperBound {
    let x = pool[left]
    let y = pool[right]
    // Without branches on the data: either side that is not ahead moves on.
    mutual += x == y ? 1 : 0
    left += x <= y ? 1 : 0
    right += y <= x ? 1 : 0
  }
  return mutual
}

/// Merges two ascending rows four values at a time for as long as both have four left, and moves
/// their starts on.
///
/// Each four of one row is held against each four of the other that it may share values with, in
/// all rotations: a third of the steps of a merge value by value (Schlegel, Willhalm and Lehner 2011,
/// "Fast sorted-set intersection using SIMD instructions").
private func mutualCountOfFours(
  in pool: Span<UInt32>, _ left: inout Int, _ leftEnd: Int, _ right: inout Int, _ rightEnd: Int
) -> Int {
  // What the loads below rely on.
  precondition(left >= 0 && leftEnd <= pool.count && right >= 0 && rightEnd <= pool.count)
  let bytes = unsafe pool.bytes
  func four(at index: Int) -> SIMD4<UInt32> {
    unsafe bytes.unsafeLoadUnaligned(
      fromUncheckedByteOffset: index * 4, as: SIMD4<UInt32>.self)
  }
  // A value equals one of the other four at most, so each lane loses at most one a turn.
  var matches = SIMD4<Int32>.zero
  while left + 4 <= leftEnd, right + 4 <= rightEnd {
    let x = four(at: left)
    let y = four(at: right)
    let once = SIMD4(y.y, y.z, y.w, y.x)
    let twice = SIMD4(y.z, y.w, y.x, y.y)
    let thrice = SIMD4(y.w, y.x, y.y, y.z)
    let equal = (x .== y) .| (x .== once) .| (x .== twice) .| (x .== thrice)
    matches.replace(with: matches &+ 1, where: equal)
    left += x.w <= y.w ? 4 : 0
    right += y.w <= x.w ? 4 : 0
  }
  return Int(matches.wrappedSum())
}

/// Whether two ascending rows of an array have a value in common.
func haveMutual(in pool: Span<UInt32>, _ a: Range<Int>, _ b: Range<Int>) -> Bool {
  let (small, large) = a.count <= b.count ? (a, b) : (b, a)
  if small.count * lopsided < large.count {
    var low = large.lowerBound
    for index in small {
      low = firstIndex(notBelow: pool[index], in: pool, low..<large.upperBound)
      if low < large.upperBound, pool[low] == pool[index] { return true }
    }
    return false
  }
  var left = small.lowerBound
  var right = large.lowerBound
  while left < small.upperBound, right < large.upperBound {
    let x = pool[left]
    let y = pool[right]
    if x == y { return true }
    left += x < y ? 1 : 0
    right += y < x ? 1 : 0
  }
  return false
}

/// The first position in an ascending row whose value is not below another; its end if there is
/// none.
func firstIndex(notBelow value: UInt32, in pool: Span<UInt32>, _ row: Range<Int>) -> Int {
  var low = row.lowerBound
  var high = row.upperBound
  while low < high {
    let middle = (low + high) / 2
    if pool[middle] < value { low = middle + 1 } else { high = middle }
  }
  return low
}
