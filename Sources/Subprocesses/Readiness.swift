import Lines
import Vocabulary

/// What a program says of itself and asks for before it is sent anything of the run.
struct Readiness: Sendable, Equatable {
  /// The version of the protocol that is spoken here.
  static let version = 1

  /// What the program wants to be called.
  var name: String?
  /// The kinds of events that it wants to see.
  var kinds: Set<EventKind>
  /// The columns that it wants of each.
  var columns: Set<EventColumn>
  /// Whether it wants the friendships of the start.
  var wantsFriendships: Bool

  /// Reads a program's answer to hello.
  init(_ value: ReceivedValue) throws(Fields.Refused) {
    let fields = try Fields(
      value, at: "ready", keys: ["ready", "name", "kinds", "columns", "friendships"])
    guard case .number(Double(Self.version)) = fields["ready"] else {
      throw fields.refusal(
        "ready", expected: "\(Self.version), the version of the protocol that is spoken here")
    }
    name = try fields.text("name")
    if let name, !Self.isName(name) {
      throw fields.refusal(
        "name", expected: "1 to 40 lower-case letters, digits and hyphens, first a letter")
    }
    let kinds = try fields.names("kinds", of: EventKind.allCases.map(\.name))
    self.kinds = Set(EventKind.allCases.filter { kinds.contains($0.name) })
    let columns = try fields.names("columns", of: EventColumn.allCases.map(\.rawValue))
    self.columns = Set(EventColumn.allCases.filter { columns.contains($0.rawValue) })
    switch fields["friendships"] {
    case nil: wantsFriendships = true
    case .flag(let flag): wantsFriendships = flag
    default: throw fields.refusal("friendships", expected: "true or false")
    }
  }

  private static func isName(_ name: String) -> Bool {
    (1...40).contains(name.utf8.count) && name.first?.isLetter == true
      && name.utf8.allSatisfy {
        ("a"..."z").contains(Character(Unicode.Scalar($0)))
          || ("0"..."9").contains(Character(Unicode.Scalar($0))) || $0 == UInt8(ascii: "-")
      }
  }
}

/// A column of the events that a program is sent.
enum EventColumn: String, CaseIterable, Sendable {
  case number, time, kind, actor, target, detail, count
  case mutualFriends = "mutual_friends"
  case distance = "distance_km"
  case facts
}
