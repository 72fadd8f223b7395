public import Settings

/// What anybody knows of the world that accounts are in: the calendar, places and platforms.
public struct Surroundings: Sendable {
  /// The first day of the run; times count from its midnight.
  public var start = CalendarDate(2017, 4, 1)
  /// The places, by position as accounts declare them.
  public var places: [Place] = []
  /// The names of the platforms; at least one.
  public var platforms = ["platform"]
  /// The platform of each account, as a position in `platforms`; the first for accounts without.
  public var accountPlatforms: [UInt8] = []

  /// Makes surroundings without places, on one platform.
  public init() {}

  /// A town or city.
  public struct Place: Sendable, Equatable {
    /// Its name.
    public var name: String
    /// Degrees north.
    public var latitude: Double
    /// Degrees east.
    public var longitude: Double
    /// How many people live there.
    public var population: Int

    /// Makes a place.
    public init(name: String, latitude: Double, longitude: Double, population: Int) {
      self.name = name
      self.latitude = latitude
      self.longitude = longitude
      self.population = population
    }
  }
}
