import Graphs
import RealModule

/// How often an account's friends are friends of each other, by how many it has.
public struct ClusteringByDegree: Sendable, Equatable {
  /// Accounts with about as many friends.
  public struct Bin: Sendable, Equatable {
    /// How many friends they have.
    public var friends: ClosedRange<Int>
    /// Their mean number of friends.
    public var meanFriends: Double
    /// How many such accounts there are.
    public var accounts: Int
    /// Their mean local clustering, of at most `ClusteringByDegree.accountsPerBin` of them; its
    /// error takes together those of one school year, workplace or household.
    public var clustering: Estimate

    /// Makes a bin.
    public init(
      friends: ClosedRange<Int>, meanFriends: Double, accounts: Int, clustering: Estimate
    ) {
      self.friends = friends
      self.meanFriends = meanFriends
      self.accounts = accounts
      self.clustering = clustering
    }
  }

  /// Ascending by friends, from 2; each reaches to about 1.4 times its lowest number, and bins
  /// without accounts are left out.
  public var bins: [Bin]
  /// The median number of friends; nil without accounts.
  public var median: Int?

  /// How many accounts of a bin are looked at at most: our choice.
  public static let accountsPerBin = 1_000
  /// How many friends they have together at most: our choice, as an account with thousands of friends
  /// takes a millisecond.
  static let friendsPerBin = 100_000

  /// Makes a curve of its parts.
  public init(bins: [Bin], median: Int?) {
    self.bins = bins
    self.median = median
  }

  /// Works the curve out.
  public init(of sample: ValidationSample) {
    let ranges = Self.ranges(upTo: sample.distribution.counts.count - 1)
    var members = [[Int]](repeating: [], count: ranges.count)
    var bins = [Int](repeating: 0, count: max(sample.distribution.counts.count, 2))
    for (bin, range) in ranges.enumerated() {
      for degree in range where degree < bins.count { bins[degree] = bin }
    }
    for (vertex, degree) in sample.degrees.enumerated() where degree >= 2 {
      members[bins[degree]].append(vertex)
    }
    median = sample.distribution.median
    self.bins = zip(ranges, members).compactMap { range, vertices in
      let some = vertices.evenlySpaced(
        atMost: min(Self.accountsPerBin, max(1, Self.friendsPerBin / range.upperBound)))
      guard let clustering = sample.meanClustering(of: some) else { return nil }
      let total = vertices.reduce(0) { $0 + sample.degrees[$1] }
      return Bin(
        friends: range, meanFriends: Double(total) / Double(vertices.count),
        accounts: vertices.count, clustering: clustering)
    }
  }

  /// Numbers of friends that go together: 2, 3, 4 to 5, 6 to 7, 8 to 10, 11 to 15 and so on.
  static func ranges(upTo largest: Int) -> [ClosedRange<Int>] {
    var ranges: [ClosedRange<Int>] = []
    var low = 2
    while low <= largest {
      let next = max(low + 1, Int((Double(low) * Double.sqrt(2)).rounded(.toNearestOrEven)))
      ranges.append(low...next - 1)
      low = next
    }
    return ranges
  }
}
