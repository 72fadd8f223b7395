import Testing

@testable import Population

@Suite("Files of friendships")
struct FriendshipsFileTests {
  private static func pairs(_ text: String) throws -> [[UInt32]] {
    try FriendshipsFile.parse(Array(text.utf8), path: "f").friendships
      .map { [$0.lower, $0.higher] }
  }

  @Test(
    "are read with commas, spaces or tabs, any line ends, comments and a byte-order mark",
    arguments: [
      "account,friend\n1,2\n2,10\n", "# SNAP\n% too\n1\t2\n2\t10\n", "1 2\r\n\r\n2   10\r\n",
      "1,2\n2, 10", "\u{FEFF}account,friend,tie\r\n1,2,\r\n2,10,\r\n", "\u{FEFF}1 2\n10 2",
      "account,friend\n\"1\",2\n 2 ,\"10\"\n",
    ])
  func forms(text: String) throws {
    let graph = try FriendshipsFile.parse(Array(text.utf8), path: "f")
    #expect(graph.accounts.names == ["1", "2", "10"])
    #expect(graph.friendships.map { [$0.lower, $0.higher] } == [[0, 1], [1, 2]])
    #expect(graph.friendships.allSatisfy { $0.tie == nil })
    #expect(graph.repeatedEdges == 0)
  }

  @Test("count a friendship that stands again, in either direction, and take it once")
  func repeated() throws {
    let graph = try FriendshipsFile.parse(Array("1 2\n2 1\n3 1\n1 2\n".utf8), path: "f")
    #expect(graph.friendships.map { [$0.lower, $0.higher] } == [[0, 1], [0, 2]])
    #expect(graph.repeatedEdges == 2)
  }

  @Test("number accounts by value, then by their bytes, whatever the order of lines")
  func numbers() throws {
    let graph = try FriendshipsFile.parse(Array("b 10\na 9\n9 b\n010 9\n".utf8), path: "f")
    #expect(graph.accounts.names == ["9", "010", "10", "a", "b"])
    #expect(try Self.pairs("3 1\n2 1\n") == Self.pairs("1 2\n1 3\n"))
  }

  @Test("take the accounts' numbers from their file, and ties where they are given")
  func accounts() throws {
    let list = ImportedAccounts(names: ["x", "Mary, of two", "z"])
    let text = "account,friend,tie\nz,\"Mary, of two\",school\nx,z,\nz,x,work\n"
    let graph = try FriendshipsFile.parse(Array(text.utf8), path: "f", accounts: (list, "a"))
    #expect(
      graph.friendships == [
        ImportedFriendship(lower: 0, higher: 2, tie: .work),
        ImportedFriendship(lower: 1, higher: 2, tie: .school),
      ])
    #expect(graph.repeatedEdges == 1)
  }

  @Test("hold the karate club's 34 accounts and 78 friendships")
  func karateClub() throws {
    let graph = try ImportedGraphs.read("karate-club.txt")
    #expect(graph.accounts.names == (0..<34).map { "\($0)" })
    #expect(graph.friendships.count == 78 && graph.repeatedEdges == 0)
  }

  @Test("of words alone are no header, but words above numbers are")
  func header() throws {
    #expect(try Self.pairs("anne bob\nbob carl\n").count == 2)
    let error = #expect(throws: ImportError.self) { try Self.pairs("source,target\n1,2\n2,3\n") }
    #expect(error?.faults.map(\.line) == [1])
  }

  @Test("are told apart from bad ones after ten lines at fault")
  func tenProblems() throws {
    let text = String(repeating: "7 7\n", count: 1_000)
    let error = #expect(throws: ImportError.self) { try Self.pairs(text) }
    #expect(error?.faults.map(\.line) == Array(1...10))
  }
}
