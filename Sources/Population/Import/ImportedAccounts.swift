/// Accounts as a file gives them, with what it says of their owners.
public struct ImportedAccounts: Sendable, Equatable {
  /// The name of each account, in the order of the file.
  public var names: [String] = []
  /// The owner of each account, as a position in `persons`.
  public var owners: [UInt32] = []
  /// The age each account declares; nil where the file says nothing.
  public var declaredAges: [UInt8?] = []
  /// The place each account declares, -1 if none; nil where the file says nothing.
  public var declaredPlaces: [Int32?] = []
  /// When each account was opened, in seconds since the start; nil where the file says nothing.
  public var opened: [Int32?] = []
  /// The platform of each account, as a position in `platformNames`.
  public var platforms: [UInt8] = []
  /// Accounts whose owners groom, ascending; nil if the file says nothing of it.
  public var groomers: [UInt32]?
  /// The owners, in the order in which they appear.
  public var persons: [ImportedPerson] = []
  /// The platforms, in the order in which they appear.
  public var platformNames: [String] = []
  /// The names of households.
  public var households: [String] = []
  /// The names of schools.
  public var schools: [String] = []
  /// The names of clubs.
  public var clubs: [String] = []
  /// The names of workplaces.
  public var workplaces: [String] = []

  /// Makes a list of no accounts.
  public init() {}

  /// Makes accounts of which only names are known, each of another person, on one platform.
  init(names: [String]) {
    self.names = names
    owners = names.indices.map { UInt32($0) }
    declaredAges = [UInt8?](repeating: nil, count: names.count)
    declaredPlaces = [Int32?](repeating: nil, count: names.count)
    opened = [Int32?](repeating: nil, count: names.count)
    platforms = [UInt8](repeating: 0, count: names.count)
    persons = [ImportedPerson](repeating: ImportedPerson(), count: names.count)
    platformNames = [AccountsFile.onlyPlatform]
  }

  /// How many accounts there are.
  public var count: Int { names.count }
}

/// A graph as files give it.
public struct ImportedGraph: Sendable, Equatable {
  /// The accounts; of a plain list of edges, their ids and no more.
  public var accounts: ImportedAccounts
  /// Each friendship once, ascending by (lower, higher).
  public var friendships: [ImportedFriendship]
  /// How many lines gave a friendship again, in either direction.
  public var repeatedEdges: Int
}

/// A friendship as a file gives it.
public struct ImportedFriendship: Sendable, Equatable {
  /// The account with the lower number.
  public var lower: UInt32
  /// The account with the higher number.
  public var higher: UInt32
  /// What made the friendship; nil where the file says nothing.
  public var tie: Friendships.Tie?
}
