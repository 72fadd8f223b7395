public import Vocabulary

/// What a report on an alert says besides the alert.
public struct AlertContext: Sendable {
  /// The alert's number in its replay, from 0.
  public var number: Int
  /// The number of the replay, from 1.
  public var replay: Int
  /// How many alerts the replay has.
  public var alertCount: Int
  /// The detector's wording of its reasons; empty if it has none.
  public var because: String
  /// What the detector looks for; nil of one that is not known here.
  public var about: String?
  /// The page about the detector.
  public var guide: String?
  /// The detector's keys in the replay, with their values.
  public var parameters: [(key: String, value: String)]
  /// The account that the alert is on.
  public var suspect: Party
  /// The child that it is about, where it is about one.
  public var child: Party?
  /// What lies between the two at the moment of the alert.
  public var between: Between
  /// The events behind the alert, by number.
  public var events: [Cited]
  /// What else a reader should know, a sentence or two each.
  public var notes: [String]
  /// What the suspect is in truth; nil where the file does not hold it.
  public var truth: String?
  /// Writes a moment as people do.
  public var calendar: @Sendable (SimTime) -> String

  /// Makes a context.
  public init(
    number: Int, replay: Int, alertCount: Int, because: String, about: String?, guide: String?,
    parameters: [(key: String, value: String)], suspect: Party, child: Party?, between: Between,
    events: [Cited], notes: [String], truth: String?,
    calendar: @escaping @Sendable (SimTime) -> String
  ) {
    self.number = number
    self.replay = replay
    self.alertCount = alertCount
    self.because = because
    self.about = about
    self.guide = guide
    self.parameters = parameters
    self.suspect = suspect
    self.child = child
    self.between = between
    self.events = events
    self.notes = notes
    self.truth = truth
    self.calendar = calendar
  }

  /// What an account says of itself.
  public struct Party: Sendable, Equatable, Encodable {
    /// The declared age; nil if none.
    public var declaredAge: Int?
    /// The name of the declared place; nil if none.
    public var declaredPlace: String?
    /// How old the account was at the moment of the alert, in days.
    public var accountDays: Double

    /// Makes an account.
    public init(declaredAge: Int?, declaredPlace: String?, accountDays: Double) {
      self.declaredAge = declaredAge
      self.declaredPlace = declaredPlace
      self.accountDays = accountDays
    }

    /// The age and the place.
    var declared: String {
      "\(declaredAge.map { "\($0)" } ?? "no age"), \(declaredPlace?.printable ?? "no place")"
    }

    var words: String {
      "declares \(declaredAge.map { "age \($0)" } ?? "no age") and "
        + "\(declaredPlace?.printable ?? "no place"); "
        + "the account was \(accountAge) old"
    }

    /// In days, or where those say little in years.
    private var accountAge: String {
      accountDays < 730
        ? "\(Numerals.days(accountDays)) days" : "\(Numerals.days(accountDays / 365.25)) years"
    }
  }

  /// What lies between two accounts at a moment.
  public struct Between: Sendable, Equatable, Encodable {
    /// Friends in common.
    public var mutualFriends: Int
    /// Kilometres between the declared places; nil unless both declare one.
    public var kilometres: Double?

    /// Makes it of both.
    public init(mutualFriends: Int, kilometres: Double?) {
      self.mutualFriends = mutualFriends
      self.kilometres = kilometres
    }

    var words: String {
      let distance = kilometres.map {
        "their declared places are \(Numerals.fixed($0, decimals: 0)) km apart"
      }
      let friends =
        mutualFriends == 0 ? "no friend" : Numerals.counting(mutualFriends, "friend")
      return
        "The two had \(friends) in common then; \(distance ?? "one of them declares no place")."
    }
  }

  /// An event behind the alert.
  public struct Cited: Sendable, Equatable {
    /// Its number in the run.
    public var number: Int
    /// The event, with the time at which it happened.
    public var event: Event
    /// The account other than the suspect; nil if there is none.
    public var other: Party?
    /// What lay between the suspect and that one.
    public var between: Between?

    /// Makes an event behind an alert.
    public init(number: Int, event: Event, other: Party?, between: Between?) {
      self.number = number
      self.event = event
      self.other = other
      self.between = between
    }
  }
}
