import ArgumentParser
import Foundation
import Population
import Reporting
import Settings
import Storage
import Vocabulary

/// `tocsin graph`: the network around an account.
struct GraphCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "graph",
    abstract: "Show the network around an account as of any moment, as text or as a picture.",
    usage: "tocsin graph <file> <account> [<options>]",
    discussion: """
      Lists who is friends with the account at that moment: the age and place that each declares, \
      how far away that is, how many friends they have in common, since when, and, as truth, what \
      made a friendship that stood before the run. --svg draws the same: rings by hops, sectors by \
      place.

      Exit codes: 0 done, 1 failed, 2 bad input, 130 interrupted.
      """)

  @Argument(help: "The results file.", completion: .file(extensions: ["sqlite"]))
  var file: String

  @Argument(help: "The number of the account.")
  var account: Int

  @OptionGroup var moment: AtOption

  @Option(
    parsing: .unconditional, help: "How many friendships may lead to those around, 1 to 3.")
  var hops = 1

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("How many accounts are listed.", valueName: "accounts"))
  var limit = 40

  @Option(
    help: ArgumentHelp("Also draw the network into an SVG file.", valueName: "file"),
    completion: .file(extensions: ["svg"]))
  var svg: String?

  @Flag(help: "Print JSON, all nodes and edges, instead of text.")
  var json = false

  func validate() throws {
    guard (1...3).contains(hops) else {
      throw ValidationError("--hops: found \(hops), expected a number from 1 to 3.")
    }
    guard limit >= 0 else {
      throw ValidationError("--limit: found \(limit), expected a whole number from 0.")
    }
  }

  func run() throws {
    let results = try RunFile(opening: file)
    guard (0..<results.accountCount).contains(account) else {
      throw BadInput(
        "<account>: found \(account), expected a number from 0 to \(results.accountCount - 1)")
    }
    let time = try moment.time(in: results.header())
    let report = try EgoReport(around: AccountID(account), hops: hops, at: time, in: results)
    if let svg { try draw(report, into: svg) }
    print(json ? try report.json() : report.text(limit: limit), terminator: "")
  }

  private func draw(_ report: EgoReport, into path: String) throws {
    let output = try TextOutput(path)
    output.write(report.svg())
    try output.publish()
  }
}

extension EgoReport {
  /// Gathers what a file knows of an account and those around it.
  fileprivate init(
    around account: AccountID, hops: Int, at time: SimTime, in file: RunFile
  ) throws {
    let store = GraphStore(file)
    let header = try file.header()
    let declared = try file.declaredAccounts()
    let places = try file.places()
    let network = try store.egoNetwork(of: account, hops: hops, at: time)
    let friendships = try store.friendships(of: account, at: time)
    let since = Dictionary(uniqueKeysWithValues: friendships.map { ($0.friend, $0.since) })
    let ties = file.hasTruth ? try file.tiesAtStart(of: account) : [:]
    let friends = Set(since.keys)
    var members: [Member] = []
    for one in network.accounts {
      let age = declared.ages[one.account.index]
      let place = Int(declared.places[one.account.index])
      let kilometres = declared.kilometres(account.index, one.account.index)
      let began = since[one.account]
      members.append(
        Member(
          account: one.account, hops: one.hops,
          declaredAge: age == DeclaredAccounts.unknownAge ? nil : Int(age),
          declaredPlace: place < 0 ? nil : places[place].name,
          kilometres: kilometres.isNaN ? nil : kilometres,
          mutualFriends: try store.neighbours(of: one.account, at: time).count(
            where: friends.contains),
          since: began,
          madeBy: began.flatMap { $0 <= .before ? ties[one.account]?.name : nil }))
    }
    self.init(
      members: members, ties: network.friendships.map { ($0.lower, $0.higher) },
      facts: try Self.facts(on: account, at: time, in: store),
      context: Context(
        moment: try header.calendar()(time), hops: hops, scenario: header.scenarioName,
        seed: header.seed, version: header.tocsinVersion, calendar: try header.calendar()))
  }

  /// What the account had done by then, besides making friends.
  private static func facts(
    on account: AccountID, at time: SimTime, in store: GraphStore
  ) throws -> [String] {
    let requests = try store.requests(of: account, at: time)
    let sent = requests.filter { $0.sender == account }
    let outcomes = RequestOutcome.allCases.compactMap { outcome -> String? in
      let count = sent.count { $0.outcome == outcome }
      return count > 0 ? "\(count.grouped) \(outcome.name)" : nil
    }
    let talks = try store.conversations(of: account, at: time)
    return [
      "In the run so far it sent \(sent.count.counting("request"))"
        + (outcomes.isEmpty ? "" : " (\(outcomes.joined(separator: ", ")))")
        + ", was sent \((requests.count - sent.count).grouped), and exchanged messages with "
        + "\(talks.count.counting("account"))."
    ]
  }
}
