import Foundation
import Testing

@Suite("Imported graphs, from files to a report", .tags(.endToEnd)) struct ImportTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  /// 120 accounts in rings of twelve, with some of what is known of them; one friendship twice.
  private func write() throws -> String {
    var accounts = ["account,age,school,groomer"]
    var friendships = ["account,friend", "user 1,user 0"]
    for account in 0..<120 {
      let isChild = account % 12 < 8
      let school = isChild ? "\"School \(account / 12), the new one\"" : ""
      accounts.append(
        "user \(account),\(isChild ? 8 + account % 8 : 40),\(school),"
          + (account == 11 || account == 23 ? "1" : "0"))
      for step in 1...4 {
        let friend = account / 12 * 12 + (account + step) % 12
        friendships.append("user \(account),user \(friend)")
      }
      friendships.append("user \(account),user \((account + 12) % 120)")
    }
    _ = try scratch.write(accounts.joined(separator: "\n"), to: "accounts.csv")
    _ = try scratch.write(friendships.joined(separator: "\r\n"), to: "friendships.csv")
    return try scratch.write(
      """
      name: Rings
      calendar:
        days: 20
      population:
        accounts: 5000
        import:
          accounts: accounts.csv
          friendships: friendships.csv
      """, to: "rings.yaml")
  }

  @Test("are told of by the check: what was read, and that the files' number of accounts counts")
  func check() throws {
    _ = try write()
    let ending = try Tocsin.run(["scenario", "check", "rings.yaml"], in: scratch.folder)
    #expect(ending.status == 0 && ending.stderr.isEmpty, "\(ending.stderr)")
    #expect(
      ending.stdout == """
        rings.yaml is fine: Rings, 120 accounts in 1 place, 20 days from 3 April 2017
        imported: 120 accounts of 120 persons, 600 friendships; 1 line gave one again

        """)
  }

  @Test("give a report, and the same file of results on one thread and on two")
  func run() throws {
    let scenario = try write()
    var digests: [String] = []
    for threads in [1, 2] {
      let ending = try Tocsin.run(
        ["run", scenario, "--quiet", "--threads", "\(threads)", "-o", "run.sqlite"],
        in: scratch.folder)
      #expect(ending.status == 0 && ending.stderr.isEmpty, "\(ending.stderr)")
      #expect(
        ending.stdout.contains(
          "120 accounts, 40 of adults (2 of them groomers') and 80 of children; 600 friendships"))
      digests.append(try Tocsin.run(["digest", "run.sqlite"], in: scratch.folder).stdout)
    }
    #expect(digests[0] == digests[1] && !digests[0].isEmpty)
  }

  @Test("are held against published figures, of each platform and from scenario or file alike")
  func validate() throws {
    var accounts = ["account,person,platform"]
    var friendships = ["account,friend"]
    for person in 0..<120 {
      for platform in ["Chat", "Games"] {
        accounts.append("\(platform) \(person),p\(person),\(platform)")
        for step in 1...(platform == "Chat" ? 3 : 5) {
          friendships.append("\(platform) \(person),\(platform) \((person + step) % 120)")
        }
      }
    }
    _ = try scratch.write(accounts.joined(separator: "\n"), to: "accounts.csv")
    _ = try scratch.write(friendships.joined(separator: "\n"), to: "friendships.csv")
    let scenario = try scratch.write(
      "calendar:\n  days: 3\npopulation:\n  import:\n    accounts: accounts.csv\n"
        + "    friendships: friendships.csv\n", to: "two.yaml")
    let run = try Tocsin.run(
      ["run", scenario, "--quiet", "-o", "run.sqlite"], in: scratch.folder)
    #expect(run.status == 0 && run.stderr.isEmpty, "\(run.stderr)")
    for (platform, friends) in [("Chat", "6.0"), ("Games", "10.0")] {
      let arguments = ["--quiet", "--platform", platform]
      let ofScenario = try Tocsin.run(["validate", scenario] + arguments, in: scratch.folder)
      let ofFile = try Tocsin.run(["validate", "run.sqlite"] + arguments, in: scratch.folder)
      // Rings are like no published network.
      #expect(ofScenario.status == 1 && ofFile.status == 1)
      let table = try #require(ofScenario.stdout.split(separator: "\n\n'error'").first)
      #expect(ofFile.stdout.hasPrefix(table))
      let row = ofScenario.stdout.split(separator: "\n").first { $0.hasPrefix("V1 ") } ?? ""
      #expect(row.contains(" \(friends) "), "\(row)")
    }
  }

  @Test("of two accounts are run as well")
  func tiny() throws {
    _ = try scratch.write("a b\n", to: "pair.txt")
    let scenario = try scratch.write(
      "calendar:\n  days: 3\npopulation:\n  import:\n    friendships: pair.txt\n", to: "pair.yaml")
    let ending = try Tocsin.run(
      ["run", scenario, "--quiet", "-o", "run.sqlite"], in: scratch.folder)
    #expect(ending.status == 0 && ending.stderr.isEmpty, "\(ending.stderr)")
    #expect(ending.stdout.contains("2 accounts"))
  }
}
