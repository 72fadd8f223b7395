import Population
import Vocabulary

/// What children of 10 to 15 would tell the Crime Survey for England and Wales of their last year
/// online, one answer sheet per child.
///
/// Asked are children with an account, who stand for those who go online, of what happened to any of
/// their accounts in the first 365 days.
struct Survey: Sendable, Equatable {
  /// The ages asked.
  static let ages = 10...15
  /// Until when answers count: a year.
  private static let end = SimTime(day: 365)
  /// How many years older than declared is "much older": our choice.
  static let muchOlderYears = 5

  /// What a child may tell.
  struct Answers: OptionSet, Sendable {
    let rawValue: UInt8

    /// Accepted a friend request of somebody unknown.
    static let acceptedStranger = Answers(rawValue: 1)
    /// Wrote to somebody unknown.
    static let wroteToStranger = Answers(rawValue: 2)
    /// Wrote to somebody unknown who is much older than the account says.
    static let wroteToMuchOlder = Answers(rawValue: 4)
    /// Met somebody known from online only.
    static let metOnlineContact = Answers(rawValue: 8)
  }

  /// The person behind each account.
  private let owners: [UInt32]
  private let isAsked: [Bool]
  private var answers: [Answers]

  /// Hands out an empty sheet to every child.
  init(world: World) {
    owners = world.owners
    var isAsked = [Bool](repeating: false, count: world.persons.count)
    for owner in world.owners {
      isAsked[Int(owner)] = Self.ages.contains(Int(world.persons.ages[Int(owner)]))
    }
    self.isAsked = isAsked
    answers = Array(repeating: [], count: world.persons.count)
  }

  /// Whether something happens within the year that is asked for.
  static func isWithinYear(_ time: SimTime) -> Bool { time < end }

  /// Whether the owner of an account is much older than it declares.
  static func isMuchOlderThanDeclared(_ account: Int, in world: World) -> Bool {
    let declared = world.declared.ages[account]
    return declared != DeclaredAccounts.unknownAge
      && world.age(of: account) >= Int(declared) + muchOlderYears
  }

  /// Takes note of an answer of the owner of an account, if asked.
  mutating func note(_ answer: Answers, of account: Int) {
    answers[Int(owners[account])].insert(answer)
  }

  /// The share of children with an answer; nil if there are no children.
  func share(of answer: Answers) -> Estimate? {
    let asked = isAsked.indices.filter { isAsked[$0] }
    return Estimate(successes: asked.count { answers[$0].contains(answer) }, of: asked.count)
  }
}
