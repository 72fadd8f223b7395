/// What the engine works out once about each event, for all detectors.
///
/// One value per event in every column, in the order of the events. Everything is as of the moment
/// of the event: of the events before it, and of none after it.
public struct EventFeatures: Sendable {
  /// Facts about the two accounts of each event.
  public internal(set) var facts: [Facts] = []
  /// Friends in common at that moment, for requests and follows; -1 for other events.
  public internal(set) var mutualFriends: [Int32] = []
  /// Kilometres between the declared places, for requests and follows; NaN for other events and
  /// where a place is not declared.
  public internal(set) var distancesKilometres: [Float] = []

  /// Facts about the two accounts of an event.
  public struct Facts: OptionSet, Sendable {
    /// The bits.
    public let rawValue: UInt8

    /// Makes the set with given bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// The actor declares an age under 18.
    public static let actorIsMinor = Facts(rawValue: 1)
    /// The actor declares an age of 18 or more.
    public static let actorIsAdult = Facts(rawValue: 2)
    /// The target declares an age under 18.
    public static let targetIsMinor = Facts(rawValue: 4)
    /// The target declares an age of 18 or more.
    public static let targetIsAdult = Facts(rawValue: 8)
    /// The two are friends just before the event; known for views and messages of an adult to a
    /// minor.
    public static let areFriends = Facts(rawValue: 16)

    /// An adult acts on a minor.
    public static let adultToMinor: Facts = [.actorIsAdult, .targetIsMinor]
    /// A minor acts on an adult.
    public static let minorToAdult: Facts = [.actorIsMinor, .targetIsAdult]
  }

  mutating func removeAll() {
    facts.removeAll(keepingCapacity: true)
    mutualFriends.removeAll(keepingCapacity: true)
    distancesKilometres.removeAll(keepingCapacity: true)
  }
}
