/// An abstract label that a platform's text classifier puts on a run of messages.
///
/// Tocsin holds no message text anywhere: a message is a set of these labels, which name the
/// warning signs that public safety leaflets list. The raw value is the bit in a `CueSet` and is
/// never reused.
public enum Cue: UInt8, CaseIterable, Sendable, Codable {
  /// Asks how old the other is.
  case asksAge = 0
  /// Asks where the other lives or goes to school.
  case asksWhereabouts = 1
  /// Asks who else is near or sees the conversation.
  case asksWhoIsNear = 2
  /// Pays compliments beyond the ordinary.
  case flatters = 3
  /// Offers gifts, credit or favours.
  case offersGift = 4
  /// Asks to keep the contact secret.
  case asksSecrecy = 5
  /// Asks to go on with the conversation on another platform.
  case movesPlatform = 6
  /// Proposes to meet in person.
  case proposesMeeting = 7

  /// The label as scenario files, tables and exports write it.
  public var name: String {
    switch self {
    case .asksAge: "asks-age"
    case .asksWhereabouts: "asks-whereabouts"
    case .asksWhoIsNear: "asks-who-is-near"
    case .flatters: "flatters"
    case .offersGift: "offers-gift"
    case .asksSecrecy: "asks-secrecy"
    case .movesPlatform: "moves-platform"
    case .proposesMeeting: "proposes-meeting"
    }
  }
}

/// A set of cue labels, one bit each.
public struct CueSet: OptionSet, Hashable, Sendable {
  /// The bits: bit `cue.rawValue` is set for each cue in the set.
  public let rawValue: UInt16

  /// Makes the set with given bits.
  public init(rawValue: UInt16) {
    self.rawValue = rawValue
  }

  /// Makes the set that holds one cue.
  public init(_ cue: Cue) {
    rawValue = 1 << UInt16(cue.rawValue)
  }

  /// Whether the set holds a cue.
  public func contains(_ cue: Cue) -> Bool {
    rawValue & (1 << UInt16(cue.rawValue)) != 0
  }

  /// The cues in the set, in the order of their bits.
  public var cues: [Cue] { Cue.allCases.filter(contains) }
}
