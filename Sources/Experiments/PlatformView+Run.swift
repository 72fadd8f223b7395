import Detection
import Graphs
import Population
import Settings
import Storage
import Vocabulary

extension PlatformView {
  /// What the platforms of a world know before the first event.
  init(of world: World, from start: CalendarDate) {
    self.init(
      accounts: world.declared, friendships: world.friendships.adjacency(),
      surroundings: Surroundings(
        start: start, places: world.places, platforms: world.platforms,
        accountPlatforms: world.accountPlatforms))
  }

  /// What the platforms of a file's run know before the first event; no truth table is read.
  ///
  /// - Throws: `StorageError`.
  init(of file: RunFile, from start: CalendarDate) throws(StorageError) {
    let (platforms, accountPlatforms) = try file.platforms()
    self.init(
      accounts: try file.declaredAccounts(), friendships: try file.friendshipsAtStart(),
      surroundings: Surroundings(
        start: start, places: try file.places(), platforms: platforms,
        accountPlatforms: accountPlatforms))
  }
}

extension Surroundings {
  fileprivate init(
    start: CalendarDate, places: [Population.Place], platforms: [String],
    accountPlatforms: [UInt8]
  ) {
    self.init()
    self.start = start
    self.places = places.map {
      Surroundings.Place(
        name: $0.name, latitude: $0.latitude, longitude: $0.longitude, population: $0.population)
    }
    self.platforms = platforms
    self.accountPlatforms = accountPlatforms
  }
}
