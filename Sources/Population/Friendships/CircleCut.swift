/// How a group of people (a workplace, the adults of a country) is cut into circles.
///
/// The group is cut along its order into windows, so that those of a window are near each other;
/// within a window those of like age make chunks, and within a chunk those about as sociable make a
/// circle. Friends are so of like age, and have about as many friends, as published (Ugander,
/// Karrer, Backstrom and Marlow 2011, arXiv 1111.4503).
struct CircleCut: Sendable {
  /// How many members a circle should have.
  var size: Double
  /// Chunks of like age that a window has.
  var ageChunks: Int
  /// Circles that a chunk has, by how sociable their members are.
  var sociableCircles: Int
  /// Where each member lives, if windows should not reach from one place into the next; or empty.
  var places: [Int32]
  /// Age of each member.
  var ages: [UInt8]
  /// How many friends each member wants.
  var wanted: [Float]

  /// How many circles a window has.
  var circlesOfWindow: Int { ageChunks * sociableCircles }

  /// Cuts a group into circles, whose members it puts next to each other.
  ///
  /// - Parameters:
  ///   - range: where the group is in `order`.
  ///   - order: members; those of the group are put into the order of circles.
  /// - Returns: the circles, each window's together; a group too small for a window of
  ///   `circlesOfWindow` circles is cut by its order alone.
  func circles(of range: Range<Int>, in order: inout [UInt32]) -> [Range<Int>] {
    let wantedWindows = Double(range.count) / (size * Double(circlesOfWindow))
    guard wantedWindows.rounded(.toNearestOrEven) > 0 else {
      let circles = max(1, Int((Double(range.count) / size).rounded(.toNearestOrEven)))
      return Self.parts(circles, of: range)
    }
    return neighbourhoods(of: range, in: order).flatMap { neighbourhood in
      let windows = Double(neighbourhood.count) / (size * Double(circlesOfWindow))
      return Self.parts(max(1, Int(windows.rounded(.toNearestOrEven))), of: neighbourhood)
    }.flatMap { window in
      Self.sort(window, of: &order) { UInt64(ages[Int($0)]) }
      return Self.parts(ageChunks, of: window).flatMap { chunk in
        Self.sort(chunk, of: &order) { UInt64(wanted[Int($0)].bitPattern) }
        return Self.parts(sociableCircles, of: chunk)
      }
    }
  }

  /// Runs of members of one place, or of a few small ones, each enough for a window.
  private func neighbourhoods(of range: Range<Int>, in order: [UInt32]) -> [Range<Int>] {
    guard !places.isEmpty else { return [range] }
    let least = Int(size * Double(circlesOfWindow))
    var starts = [range.lowerBound]
    for position in range.dropFirst() {
      let isBorder = places[Int(order[position])] != places[Int(order[position - 1])]
      let isEnough = position - starts[starts.count - 1] >= least
      if isBorder, isEnough, range.upperBound - position >= least { starts.append(position) }
    }
    return zip(starts, starts.dropFirst() + [range.upperBound]).map { $0..<$1 }
  }

  private static func parts(_ count: Int, of range: Range<Int>) -> [Range<Int>] {
    (0..<count).map { part in
      range.lowerBound + range.count * part / count..<range.lowerBound + range.count * (part + 1)
        / count
    }
  }

  /// Sorts members of a range by a key below 2 to the power of 32, and by number.
  private static func sort(
    _ range: Range<Int>, of order: inout [UInt32], by key: (UInt32) -> UInt64
  ) {
    let sorted = range.map { key(order[$0]) << 32 | UInt64(order[$0]) }.sorted()
    for (position, packed) in zip(range, sorted) {
      order[position] = UInt32(truncatingIfNeeded: packed)
    }
  }
}
