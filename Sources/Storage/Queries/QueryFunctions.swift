import Graphs
import Settings
import Vocabulary

/// A function that SQL has on a run's file, beside those of SQLite.
public struct QueryFunction: Sendable {
  /// Its name.
  public let name: String
  /// What it takes, in order.
  public let arguments: [String]
  /// How many of the last arguments may be left out.
  public let optionalCount: Int
  /// What it gives, in one line.
  public let summary: String
  let body: @Sendable (borrowing QueryArguments, QueryState) throws -> Cell

  /// How it is called, such as `mutual_friends(a, b, at)`.
  public var call: String { "\(name)(\(arguments.joined(separator: ", ")))" }

  /// Every function.
  ///
  /// Where the time `at` is left out, the end of the run is meant. Of NULL, each makes NULL.
  public static let all = [mutualFriends, areFriends, distance, calendar, moment]

  private static let mutualFriends = QueryFunction(
    name: "mutual_friends", arguments: ["a", "b", "at"], optionalCount: 1,
    summary: "how many friends two accounts have in common at a time"
  ) { arguments, state in
    guard let (a, b, time) = try arguments.pair(state) else { return .null }
    return .integer(Int64(try state.withFriends { $0.mutualCount(a, b, at: time) }))
  }

  private static let areFriends = QueryFunction(
    name: "are_friends", arguments: ["a", "b", "at"], optionalCount: 1,
    summary: "1 if two accounts are friends at a time, 0 if not"
  ) { arguments, state in
    guard let (a, b, time) = try arguments.pair(state) else { return .null }
    return .integer(try state.withFriends { $0.contains(a, b, at: time) } ? 1 : 0)
  }

  private static let distance = QueryFunction(
    name: "distance_km", arguments: ["a", "b"], optionalCount: 0,
    summary: "kilometres between declared places; NULL where one declares none"
  ) { arguments, state in
    guard let a = try arguments.account(0, state), let b = try arguments.account(1, state) else {
      return .null
    }
    let kilometres = try state.withAccounts { $0.kilometres(a, b) }
    return kilometres.isNaN ? .null : .real(kilometres)
  }

  private static let calendar = QueryFunction(
    name: "calendar", arguments: ["time"], optionalCount: 0,
    summary: "a time as text, such as '2017-04-03 14:05:00'"
  ) { arguments, state in
    guard let time = try arguments.time(0, state) else { return .null }
    return CalendarMoment(seconds: Int(time), since: state.start).map { .text("\($0)") } ?? .null
  }

  private static let moment = QueryFunction(
    name: "moment", arguments: ["calendar"], optionalCount: 0,
    summary: "the time that a text such as '2017-04-03 14:05' names"
  ) { arguments, state in
    guard let text = try arguments.text(0, expected: "a text such as '2017-04-03 14:05'") else {
      return .null
    }
    guard let moment = CalendarMoment(text) else {
      throw arguments.fault(0, expected: "a day such as '2017-04-03', or '2017-04-03 14:05:00'")
    }
    return .integer(Int64(moment.seconds(since: state.start)))
  }
}

extension QueryArguments {
  /// Two accounts and a time; nothing where one of them is NULL.
  fileprivate func pair(_ state: QueryState) throws -> (Int, Int, Int32)? {
    guard let a = try account(0, state), let b = try account(1, state),
      let time = try time(2, state)
    else { return nil }
    return (a, b, time)
  }
}

/// An argument that a function cannot make anything of, in words.
struct ArgumentFault: Error, CustomStringConvertible {
  let description: String
}
