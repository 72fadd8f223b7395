/// A file of friendships while it is read.
struct EdgeTable {
  private let accounts: (list: ImportedAccounts, path: String)?
  private var ids = NameList()
  private var numberOfAccount: [String: Int] = [:]
  private var edges: [Edge] = []
  private var form = Form.unknown
  /// The first edge of a plain list, which may be names of columns.
  private var firstEdge: (line: TableLine, hasDigit: Bool)?
  private var allOthersHaveDigits = true

  /// A line's friendship.
  private struct Edge {
    /// The two accounts packed, the lower on top.
    var pair: UInt64
    var line: UInt32
    var tie: Friendships.Tie?
  }

  /// How the lines are written.
  private enum Form: Equatable {
    case unknown
    case plain
    case table(columns: [String])
  }

  private static let headers = [["account", "friend"], ["account", "friend", "tie"]]

  init(accounts: (list: ImportedAccounts, path: String)?) {
    self.accounts = accounts
    guard let list = accounts?.list else { return }
    numberOfAccount = Dictionary(
      uniqueKeysWithValues: list.names.enumerated().map { ($0.element, $0.offset) })
  }

  /// Adds the friendship of a line.
  ///
  /// - Throws: what is wrong with the line; nothing is then added.
  mutating func read(_ line: TableLine) throws(ImportError.Problem) {
    let values = try values(of: line)
    if form == .unknown {
      let isHeader = Self.headers.contains(values)
      form = isHeader ? .table(columns: values) : .plain
      if isHeader { return }
    }
    var tie: Friendships.Tie?
    switch form {
    case .table(let columns):
      guard values.count == columns.count else {
        throw .values(found: values.count, columns: columns)
      }
      if columns.count == 3 { tie = try Self.tie(values[2]) }
    case .plain, .unknown:
      guard values.count == 2 else { throw .ids(found: values.count) }
      noteDigits(of: values, line)
    }
    let (one, other) = (values[0], values[1])
    guard !one.isEmpty, !other.isEmpty else {
      let columns = Self.headers[0]
      throw .value(column: columns[one.isEmpty ? 0 : 1], found: "", expected: "an account")
    }
    guard one != other else { throw .loop(one) }
    let (a, b) = (try number(of: one), try number(of: other))
    try check(a, b)
    edges.append(
      Edge(pair: UInt64(min(a, b)) << 32 | UInt64(max(a, b)), line: UInt32(line.number), tie: tie))
  }

  private func values(of line: TableLine) throws(ImportError.Problem) -> [String] {
    do {
      let isCut = form != .plain || line.bytes.contains(UInt8(ascii: ","))
      let values = try isCut ? line.values() : line.words()
      // Before the form is known, a line without a comma is a plain one.
      return form == .unknown && values.count == 1 ? try line.words() : values
    } catch {
      throw .line(error)
    }
  }

  private static func tie(_ text: String) throws(ImportError.Problem) -> Friendships.Tie? {
    guard !text.isEmpty else { return nil }
    guard let tie = Friendships.Tie.allCases.first(where: { $0.name == text }) else {
      let names = Friendships.Tie.allCases.map(\.name).joined(separator: ", ")
      throw .value(column: "tie", found: text, expected: "one of \(names)")
    }
    return tie
  }

  private mutating func number(of id: String) throws(ImportError.Problem) -> Int {
    guard let accounts else {
      let number = ids.position(of: id)
      guard number < AccountsFile.accountLimit else {
        throw .tooMany(.account, limit: AccountsFile.accountLimit)
      }
      return number
    }
    guard let number = numberOfAccount[id] else {
      throw .unknownAccount(id, accounts: accounts.path)
    }
    return number
  }

  /// Refuses friends who cannot be: accounts of one person, and those on different platforms.
  private func check(_ one: Int, _ other: Int) throws(ImportError.Problem) {
    guard let accounts else { return }
    let list = accounts.list
    guard list.owners[one] != list.owners[other] else {
      throw .onePerson(list.names[one], list.names[other], accounts: accounts.path)
    }
    guard list.platforms[one] == list.platforms[other] else {
      throw .twoPlatforms(
        list.names[one], on: list.platformNames[Int(list.platforms[one])], list.names[other],
        andOn: list.platformNames[Int(list.platforms[other])], accounts: accounts.path)
    }
  }

  /// Keeps what tells whether the first line of a plain list names columns.
  private mutating func noteDigits(of values: [String], _ line: TableLine) {
    guard accounts == nil else { return }
    func hasDigit(_ text: String) -> Bool { text.utf8.contains { (48...57).contains($0) } }
    if firstEdge == nil {
      firstEdge = (line, values.contains(where: hasDigit))
    } else if !values.allSatisfy(hasDigit) {
      allOthersHaveDigits = false
    }
  }
}

extension EdgeTable {
  /// Reports what shows only when all lines are read.
  ///
  /// - Parameters:
  ///   - lineCount: how many lines the file has.
  ///   - faults: gets what is wrong.
  mutating func reportFoundAtTheEnd(lineCount: Int, _ faults: inout ImportFaults) {
    if edges.isEmpty { faults.report(.empty("friendships"), line: lineCount) }
    if let firstEdge, !firstEdge.hasDigit, allOthersHaveDigits, edges.count > 1 {
      faults.report(.header(found: firstEdge.line.text), line: firstEdge.line.number)
    }
    sortEdges()
    var known: Edge?
    for edge in edges {
      if known?.pair != edge.pair { known = nil }
      guard let tie = edge.tie else { continue }
      if let known, known.tie != tie {
        faults.report(.otherTie(earlierLine: Int(known.line)), line: Int(edge.line))
      } else {
        known = edge
      }
    }
  }

  /// The graph of all lines.
  mutating func graph() -> ImportedGraph {
    let list: ImportedAccounts
    if let accounts {
      list = accounts.list
    } else {
      let order = Self.order(of: ids.names)
      var rank = [UInt32](repeating: 0, count: order.count)
      for (position, id) in order.enumerated() { rank[id] = UInt32(position) }
      for index in edges.indices {
        let a = rank[Int(edges[index].pair >> 32)]
        let b = rank[Int(edges[index].pair & 0xFFFF_FFFF)]
        edges[index].pair = UInt64(min(a, b)) << 32 | UInt64(max(a, b))
      }
      list = ImportedAccounts(names: order.map { ids.names[$0] })
    }
    sortEdges()
    var friendships: [ImportedFriendship] = []
    friendships.reserveCapacity(edges.count)
    for edge in edges {
      let (lower, higher) = (UInt32(edge.pair >> 32), UInt32(edge.pair & 0xFFFF_FFFF))
      if let last = friendships.last, last.lower == lower, last.higher == higher {
        if last.tie == nil { friendships[friendships.count - 1].tie = edge.tie }
      } else {
        friendships.append(ImportedFriendship(lower: lower, higher: higher, tie: edge.tie))
      }
    }
    return ImportedGraph(
      accounts: list, friendships: friendships, repeatedEdges: edges.count - friendships.count)
  }

  private mutating func sortEdges() {
    edges.sort { ($0.pair, $0.line) < ($1.pair, $1.line) }
  }

  /// Ids in order: whole numbers by value, then all others by their bytes.
  private static func order(of names: [String]) -> [Int] {
    let numbers = names.map { name -> UInt64? in
      let isPlain = name.utf8.allSatisfy { (48...57).contains($0) }
      return isPlain ? UInt64(name) : nil
    }
    return names.indices.sorted { a, b in
      switch (numbers[a], numbers[b]) {
      case (let x?, let y?) where x != y: x < y
      case (.some, nil): true
      case (nil, .some): false
      default: names[a].utf8.lexicographicallyPrecedes(names[b].utf8)
      }
    }
  }
}
