/// What pictures of a world show: curves and tables, with the published ones beside them.
///
/// Each part is one picture and a file of its own. Large worlds are sampled evenly, so that all
/// parts together take seconds.
public struct ValidationCurves: Sendable, Equatable {
  /// How many friends accounts have.
  public var degrees: DegreeTail
  /// How often friends of an account are friends, by its number of friends.
  public var clustering: ClusteringByDegree
  /// How far away friends live.
  public var distances: FriendsByDistance
  /// How old friends are.
  public var ages: AgeMixing
  /// Where friends live.
  public var places: PlaceFriendships

  /// Makes curves of their parts.
  public init(
    degrees: DegreeTail, clustering: ClusteringByDegree, distances: FriendsByDistance,
    ages: AgeMixing, places: PlaceFriendships
  ) {
    self.degrees = degrees
    self.clustering = clustering
    self.distances = distances
    self.ages = ages
    self.places = places
  }

  /// Works out all curves of a world.
  ///
  /// - Complexity: linear in accounts and friendships, besides samples of a fixed size.
  public init(of sample: ValidationSample) {
    degrees = DegreeTail(of: sample)
    clustering = ClusteringByDegree(of: sample)
    distances = FriendsByDistance(of: sample)
    ages = AgeMixing(of: sample)
    places = PlaceFriendships(of: sample)
  }
}
