/// An abstract label that a platform's text classifier puts on a run of messages.
///
/// Tocsin holds no message text anywhere: a message is a set of these labels, which name the
/// warning signs that public safety leaflets list. The raw value is the label as scenario files,
/// tables and exports write it.
public enum Cue: String, CaseIterable, Sendable, Codable {
  /// Asks how old the other is.
  case asksAge = "asks-age"
  /// Asks where the other lives or goes to school.
  case asksWhereabouts = "asks-whereabouts"
  /// Asks who else is near or sees the conversation.
  case asksWhoIsNear = "asks-who-is-near"
  /// Pays compliments beyond the ordinary.
  case flatters = "flatters"
  /// Offers gifts, credit or favours.
  case offersGift = "offers-gift"
  /// Asks to keep the contact secret.
  case asksSecrecy = "asks-secrecy"
  /// Asks to go on with the conversation on another platform.
  case movesPlatform = "moves-platform"
  /// Proposes to meet in person.
  case proposesMeeting = "proposes-meeting"

  /// The position of the cue's bit in a `CueSet`; files hold it, so it is never reused.
  public var bit: Int {
    switch self {
    case .asksAge: 0
    case .asksWhereabouts: 1
    case .asksWhoIsNear: 2
    case .flatters: 3
    case .offersGift: 4
    case .asksSecrecy: 5
    case .movesPlatform: 6
    case .proposesMeeting: 7
    }
  }
}

/// A set of cue labels, one bit each.
public struct CueSet: OptionSet, Hashable, Sendable, BitwiseCopyable {
  /// The bits: bit `cue.bit` is set for each cue in the set.
  public let rawValue: UInt16

  /// Makes the set with given bits.
  public init(rawValue: UInt16) {
    self.rawValue = rawValue
  }

  /// Makes the set that holds one cue.
  public init(_ cue: Cue) {
    rawValue = 1 << UInt16(cue.bit)
  }

  /// Whether the set holds a cue.
  public func contains(_ cue: Cue) -> Bool {
    rawValue & (1 << UInt16(cue.bit)) != 0
  }

  /// The cues in the set, in the order of their bits.
  public var cues: [Cue] { Cue.allCases.filter(contains) }
}
