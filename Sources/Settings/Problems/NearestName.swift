/// Finds the known name that was probably meant.
public struct NearestName: Sendable {
  private let name: [UInt8]

  /// Takes the name as it was written.
  public init(to name: String) {
    self.name = Self.normalized(name)
  }

  /// The nearest of the names, the first of equals; nil if none is near enough to be meant.
  public func among(_ names: [String]) -> String? {
    guard name.count <= 64 else { return nil }
    let limit = max(1, min(3, name.count / 3))
    let distances = names.map { distance(to: Self.normalized($0)) }
    guard let least = distances.min(), least <= limit, let index = distances.firstIndex(of: least)
    else { return nil }
    return names[index]
  }

  /// Case and the choice between underscore, space and hyphen say nothing.
  private static func normalized(_ name: String) -> [UInt8] {
    name.lowercased().utf8.map { "_ ".utf8.contains($0) ? UInt8(ascii: "-") : $0 }
  }

  /// The least number of insertions, deletions, replacements and swaps of neighbours.
  ///
  /// - Complexity: O(length of one name times length of the other).
  private func distance(to other: [UInt8]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...other.count)
    for (row, byte) in name.enumerated() {
      var current = [row + 1]
      for (column, otherByte) in other.enumerated() {
        var least = min(
          last[column + 1] + 1, current[column] + 1, last[column] + (byte == otherByte ? 0 : 1))
        if row > 0, column > 0, byte == other[column - 1], name[row - 1] == otherByte {
          least = min(least, beforeLast[column - 1] + 1)
        }
        current.append(least)
      }
      beforeLast = last
      last = current
    }
    return last[other.count]
  }
}
