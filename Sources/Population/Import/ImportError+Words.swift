import Settings

extension ImportError.Problem {
  /// What was found, what was expected and what to do.
  var words: String {
    switch self {
    case .line(let fault): return fault.words
    case .missing: return "there is no such file; check the path"
    case .unreadable: return "the file cannot be read; check its permissions"
    case .noHeader:
      return "no line names the columns; write account and the names of further columns, with "
        + "commas between, and the accounts below it"
    case .noAccountColumn(let found):
      return "found \(Self.shown(found)), expected the names of columns, account among them; "
        + "write them on this line, with commas between"
    case .unknownColumn(let found, let nearest):
      let known = AccountColumn.allCases.map(\.rawValue).joined(separator: ", ")
      return "found a column \(Self.shown(found)), expected some of \(known); "
        + (nearest.map { "did you mean \($0)?" } ?? "rename the column, or remove it")
    case .repeatedColumn(let column):
      return "found two columns \(column); remove one of them"
    case .values(let found, let columns):
      return "found \(found) value\(found == 1 ? "" : "s"), expected \(columns.count): "
        + "\(columns.joined(separator: ",")); put commas between values, and quotation marks "
        + "around a value that holds a comma"
    case .value(let column, let found, let expected):
      return "\(column): found \(Self.shown(found)), expected \(expected); correct it"
    case .unknownPlace(let column, let found, let nearest):
      return "\(column): found \(Self.shown(found)), expected a name in the table of places; "
        + (nearest.map { "did you mean \($0)?" } ?? "add the place to population.places")
    case .repeatedAccount(let name, let line):
      return "account: found \(Self.shown(name)) again, which is on line \(line); "
        + "give each account one line"
    case .oneCoordinate(let given, let missing):
      return "\(given): found no \(missing) beside it, expected both or neither; add the other"
    case .contradiction(let column, let found, let other, let otherFound):
      return "\(column): found \(Self.shown(found)), which \(other) \(Self.shown(otherFound)) "
        + "rules out; correct one of them"
    case .disagreement(let column, let group, let name, let line):
      return "\(column): line \(line) says otherwise of the \(group) \(Self.shown(name)); "
        + "make the two agree"
    case .tooMany(let column, let limit):
      return "\(column): found more than \(limit) different values, expected at most that; "
        + "give fewer"
    case .header(let found):
      return "found \(Self.shown(found)), which looks like names of columns, expected two ids; "
        + "write account,friend on this line, or remove it"
    case .ids(let found):
      return "found \(found) value\(found == 1 ? "" : "s"), expected the ids of two accounts; "
        + "put a comma or a space between them, and remove weights and other columns"
    case .loop(let name):
      return "found \(Self.shown(name)) as its own friend, expected two accounts; remove the line"
    case .unknownAccount(let name, let accounts):
      return "found \(Self.shown(name)), expected an account of \(accounts); "
        + "add the account to that file, or remove the line"
    case .onePerson(let one, let other, let accounts):
      return "found \(Self.shown(one)) and \(Self.shown(other)) as friends, which are of one "
        + "person in \(accounts), expected accounts of two; correct the person there, or remove "
        + "the line"
    case .twoPlatforms(let one, let platform, let other, let otherPlatform, let accounts):
      return "found \(Self.shown(one)) on \(Self.shown(platform)) and \(Self.shown(other)) on "
        + "\(Self.shown(otherPlatform)) as friends, expected two accounts of one platform; correct "
        + "the platform in \(accounts), or remove the line"
    case .otherTie(let line):
      return "tie: line \(line) gives this friendship another tie; make the two agree"
    case .markup(let column):
      return "column \(column): found what is no XML, or its end too early, expected a graph in "
        + "GraphML or GEXF; write the file once more with the program that made it"
    case .rootElement(let name):
      return "found the element \(Self.shown(name)), expected graphml or gexf; "
        + "write the graph in one of the two formats"
    case .element(let name):
      return "found \(name), expected nodes and edges between two of them; remove it"
    case .noColumn(let name, let found):
      return "found \(Self.shown(found)), expected names of columns, \(name) among them; "
        + "write them on this line, with commas between"
    case .placeNowhere(let name):
      return "found the place \(Self.shown(name)), and no account that declares it with a latitude "
        + "and longitude; name a table of places (--places)"
    case .noFriendships(let others):
      return "found no friendships" + (others.isEmpty ? "" : ", but ")
        + others.joined(separator: ", ")
        + ", expected edges without a type or of the type friendship; add at least one"
    case .accountsTwice(let path):
      return "found accounts here and in \(Self.shown(path)), expected one of them; "
        + "leave out --accounts, which goes with a list of friendships"
    case .empty(let noun): return "no \(noun); add at least one line"
    }
  }

  private static func shown(_ text: String) -> String {
    text.isEmpty ? "nothing" : "\"\(Excerpt.shortened(text))\""
  }
}
