public import Vocabulary

/// A groomer and a child who met, and when each detector first alerted on the groomer.
///
/// An alert counts for every case of the groomer it is about, also one that names a child: whoever
/// examines the account sees all its conversations. It may lie before the first contact, when the
/// groomer was noticed for approaching others.
public struct ScoredCase: Sendable, Equatable {
  /// The groomer's account.
  public var groomer: AccountID
  /// The child's account.
  public var child: AccountID
  /// The first event between them, in seconds since the start of the run.
  public var firstContact: SimTime
  /// When they first met, in seconds since the start of the run.
  public var meeting: SimTime
  /// When the groomer was knowable, in seconds since the start of the run: from the oracle's
  /// evidence; nil (absent in JSON) if never, or if nobody worked it out.
  public var knowable: SimTime?
  /// The first alert of each detector on the groomer, in seconds since the start of the run, in
  /// the order of `Evaluation.detectors`; nil (null in JSON) where it raised none.
  public var firstAlerts: [SimTime?]

  /// Makes a scored case.
  public init(
    groomer: AccountID, child: AccountID, firstContact: SimTime, meeting: SimTime,
    knowable: SimTime? = nil, firstAlerts: [SimTime?]
  ) {
    self.groomer = groomer
    self.child = child
    self.firstContact = firstContact
    self.meeting = meeting
    self.knowable = knowable
    self.firstAlerts = firstAlerts
  }

  /// Seconds from a detector's first alert to the meeting: above 0 is early, 0 and below is not,
  /// nil is a miss.
  public func leadSeconds(ofDetectorAt position: Int) -> Int? {
    firstAlerts[position].map { Int(meeting.rawValue) - Int($0.rawValue) }
  }

  /// Seconds from when the groomer was knowable to a detector's first alert; nil where one is missing.
  public func delayBeyondKnowableSeconds(ofDetectorAt position: Int) -> Int? {
    guard let knowable, let alert = firstAlerts[position] else { return nil }
    return Int(alert.rawValue) - Int(knowable.rawValue)
  }

  /// Seconds from first contact to a detector's first alert; below 0 if the alert came before.
  public func delaySeconds(ofDetectorAt position: Int) -> Int? {
    firstAlerts[position].map { Int($0.rawValue) - Int(firstContact.rawValue) }
  }
}

extension ScoredCase: Codable {
  private enum CodingKeys: String, CodingKey {
    case groomer, child, firstContact, meeting, knowable, firstAlerts
  }

  /// Writes every key, absent times as null.
  ///
  /// - Throws: What the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(groomer, forKey: .groomer)
    try container.encode(child, forKey: .child)
    try container.encode(firstContact, forKey: .firstContact)
    try container.encode(meeting, forKey: .meeting)
    try container.encode(knowable, forKey: .knowable)
    try container.encode(firstAlerts, forKey: .firstAlerts)
  }
}
