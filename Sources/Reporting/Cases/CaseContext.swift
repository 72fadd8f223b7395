public import Vocabulary

/// What a report on a case says besides its timeline.
public struct CaseContext: Sendable {
  /// The case's number in its file, from 0.
  public var number: Int
  /// How many cases the file has.
  public var caseCount: Int
  /// The title of the scenario.
  public var scenario: String
  /// The seed of the run.
  public var seed: UInt64
  /// The version of Tocsin that made the run.
  public var version: String
  /// The name of the campaign's profile.
  public var profile: String
  /// Who grooms.
  public var groomer: CaseParty
  /// Whom.
  public var child: CaseParty
  /// How far apart the declared places are; nil unless both declare one.
  public var declaredKilometres: Double?
  /// Friends in common just before the first contact.
  public var mutualFriends: Int
  /// Why each detector alerts, by its name: its wording, with reasons in braces.
  public var because: [String: String]
  /// What else a reader should know, a sentence or two each.
  public var notes: [String]
  /// Writes a moment as people do, such as `2017-04-03 14:05`.
  public var calendar: @Sendable (SimTime) -> String

  /// Makes a context.
  public init(
    number: Int, caseCount: Int, scenario: String, seed: UInt64, version: String, profile: String,
    groomer: CaseParty, child: CaseParty, declaredKilometres: Double?, mutualFriends: Int,
    because: [String: String] = [:], notes: [String] = [],
    calendar: @escaping @Sendable (SimTime) -> String
  ) {
    self.number = number
    self.caseCount = caseCount
    self.scenario = scenario
    self.seed = seed
    self.version = version
    self.profile = profile
    self.groomer = groomer
    self.child = child
    self.declaredKilometres = declaredKilometres
    self.mutualFriends = mutualFriends
    self.because = because
    self.notes = notes
    self.calendar = calendar
  }
}

/// One of the two, as the account says and as it is.
public struct CaseParty: Sendable, Equatable, Codable {
  /// The age that the account declares, in years; nil if none.
  public var declaredAge: Int?
  /// The name of the place that the account declares; nil if none.
  public var declaredPlace: String?
  /// The real age in years at the start.
  public var age: Int
  /// What the owner is to children, such as `teacher`.
  public var role: String
  /// The name of the place where the owner lives.
  public var place: String

  /// Makes one of the two.
  public init(
    declaredAge: Int?, declaredPlace: String?, age: Int, role: String, place: String
  ) {
    self.declaredAge = declaredAge
    self.declaredPlace = declaredPlace
    self.age = age
    self.role = role
    self.place = place
  }

  /// What the account says.
  var declared: String {
    "\(declaredAge.map { "age \($0)" } ?? "no age"), \(declaredPlace ?? "no place")"
  }

  /// What is so.
  var inTruth: String { "age \(age), \(place), \(role)" }
}
