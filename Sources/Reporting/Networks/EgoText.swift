import Vocabulary

extension EgoReport {
  /// The report as plain text of at most 100 columns, with a line break at its end.
  ///
  /// - Parameter limit: how many accounts are listed besides the one in the middle.
  /// - Returns: a summary and a table.
  public func text(limit: Int) -> String {
    [summary, table(limit: limit), Paragraph.list([Self.truthNote, Limits.invented])]
      .map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }

  static let truthNote =
    "'made by (truth)' is what made a friendship that stood before the run: no platform knows it. "
    + "Everything else is what the platform sees; ages and places are as declared."

  private var around: ArraySlice<Member> { members.dropFirst() }

  private var summary: [String] {
    guard let ego else { return [] }
    let friends = around.filter { $0.hops == 1 }
    let isAmong = ties.count { members[$0.one].hops == 1 && members[$0.other].hops == 1 }
    let minors = friends.count { $0.ageGroup == .child }
    let unconnected = friends.count { $0.mutualFriends == 0 }
    var lines = [
      "Account \(ego.account) as of \(context.moment): declares \(Self.declared(ego)).",
      "\(Numerals.count(friends.count)) friend\(friends.count == 1 ? "" : "s"), of whom "
        + "\(Numerals.count(minors)) declare an age under 18 and \(Numerals.count(unconnected)) "
        + "have no other friend in common with it; \(Numerals.count(isAmong)) friendship"
        + (isAmong == 1 ? "" : "s") + " among "
        + "them.",
    ]
    if context.hops > 1 {
      lines.append(
        "\(Numerals.count(around.count)) accounts within \(context.hops) hops, with "
          + "\(Numerals.count(ties.count)) friendships among all of them.")
    }
    lines += facts
    lines.append(
      "\(context.scenario.printable): seed \(context.seed), Tocsin \(context.version.printable).")
    return lines.flatMap { Paragraph.lines($0) }
  }

  private func table(limit: Int) -> [String] {
    guard !around.isEmpty else { return ["Nobody is around it."] }
    let rows = around.prefix(limit).map { member in
      [
        "\(member.account)", String(member.hops), member.declaredAge.map(String.init) ?? "-",
        member.declaredPlace?.printable ?? "-",
        member.kilometres.map { Numerals.fixed($0, decimals: 0) } ?? "-",
        Numerals.count(member.mutualFriends), since(member), member.madeBy ?? "-",
      ]
    }
    let table = TextTable(
      headers: [
        "account", "hops", "age", "place", "km", "friends in\ncommon", "friends since",
        "made by\n(truth)",
      ], rows: rows, wordColumns: [3, 6, 7], elasticColumn: 3)
    let rest = around.count - rows.count
    return table.lines()
      + (rest > 0 ? ["... and \(Numerals.count(rest)) more; --limit lists more."] : [])
  }

  private func since(_ member: Member) -> String {
    guard let since = member.since else { return "-" }
    return since <= .before ? "before the run" : context.calendar(since)
  }

  static func declared(_ member: Member) -> String {
    "\(member.declaredAge.map { "age \($0)" } ?? "no age"), "
      + "\(member.declaredPlace?.printable ?? "no place")"
  }
}
