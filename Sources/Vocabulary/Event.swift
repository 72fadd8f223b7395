/// One thing that happened on the platform, in 16 bytes.
///
/// What `target`, `detail` and `count` mean depends on the kind: see `EventKind`. A post is named
/// by its author and serial number, so a view needs no identifier beside its target and detail.
public struct Event: Hashable, Sendable, BitwiseCopyable {
  /// When it happened.
  public var time: SimTime
  /// Who did it.
  public var actor: AccountID
  /// To whom; `AccountID.none` for a post.
  public var target: AccountID
  /// The cue set of a message, the serial of a post or of the post viewed; otherwise 0.
  public var detail: UInt16
  /// How many messages, posts seen or looks; 1 where it makes no sense.
  ///
  /// A run of more than 255 counts 255.
  public var count: UInt8
  /// What happened.
  public var kind: EventKind

  /// Makes an event.
  public init(
    time: SimTime, kind: EventKind, actor: AccountID, target: AccountID = .none,
    detail: UInt16 = 0, count: UInt8 = 1
  ) {
    self.time = time
    self.actor = actor
    self.target = target
    self.detail = detail
    self.count = count
    self.kind = kind
  }

  /// The cues of a message.
  public var cues: CueSet { CueSet(rawValue: detail) }
}

extension Event: Comparable {
  /// The total order of events: time, then kind, then actor, target, detail and count.
  ///
  /// Two events that are equal in all of these are the same bytes, so their order cannot matter.
  public static func < (left: Event, right: Event) -> Bool {
    if left.time != right.time { return left.time < right.time }
    if left.kind != right.kind { return left.kind.rawValue < right.kind.rawValue }
    if left.actor != right.actor { return left.actor < right.actor }
    if left.target != right.target { return left.target < right.target }
    if left.detail != right.detail { return left.detail < right.detail }
    return left.count < right.count
  }
}
