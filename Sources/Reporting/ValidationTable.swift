import Validation

/// The table of a validation: a line per figure.
struct ValidationTable {
  /// What was measured.
  let rows: [RowFinding]
  /// What gives the values: a world or a run.
  var of = "world"

  /// The table's lines.
  var lines: [String] { table.lines() }

  /// The table.
  var table: TextTable {
    TextTable(
      headers: [
        "", "what", "published", "accepted", "this\n\(of)", "error", "verdict", "source",
      ],
      rows: rows.flatMap(Self.lines(of:)), wordColumns: [0, 1, 6, 7], elasticColumn: 7)
  }

  /// How a verdict reads.
  static func word(for verdict: Verdict) -> String {
    switch verdict {
    case .pass: "ok"
    case .fail: "FAIL"
    case .unsure: "unsure"
    case .notShown: "not shown"
    }
  }

  /// The id and the source stand on the first line of a row alone.
  private static func lines(of finding: RowFinding) -> [[String]] {
    finding.figures.enumerated().map { index, figure in
      let (value, error) = numbers(of: figure)
      return [
        index == 0 ? finding.row.id + (finding.row.isWeak ? "*" : "") : "", figure.label,
        Numerals.band(figure.target, decimals: figure.decimals),
        Numerals.band(figure.accepted, decimals: figure.decimals), value, error,
        word(for: figure.verdict), index == 0 ? finding.row.citation : "",
      ]
    }
  }

  private static func numbers(of figure: Figure) -> (value: String, error: String) {
    guard let estimate = figure.estimate else { return (Numerals.unknown, "") }
    return (
      Numerals.value(estimate.value, decimals: figure.decimals),
      estimate.standardError.map { Numerals.error($0, decimals: figure.decimals) } ?? ""
    )
  }
}

extension Numerals {
  /// A band of values: `0.42..0.63`, `4.5`, `>=0.98` or `<1`, without zeros at the end.
  static func band(_ band: Band, decimals: Int) -> String {
    func write(_ value: Double) -> String { trimmed(value, decimals: decimals) }
    switch (band.lower, band.upper) {
    case (nil, nil): return unknown
    case (let lower?, nil): return ">=" + write(lower)
    case (nil, let upper?): return (band.upperIsExcluded ? "<" : "<=") + write(upper)
    case (let lower?, let upper?):
      return lower == upper ? write(lower) : write(lower) + ".." + write(upper)
    }
  }

  /// A value with so many decimals, and a comma between thousands.
  static func value(_ value: Double, decimals: Int) -> String {
    let text = fixed(value, decimals: decimals)
    guard abs(value) >= 1_000 else { return text }
    let whole = text.prefix { $0 != "." }
    return (Int(whole).map(count) ?? String(whole)) + text.dropFirst(whole.count)
  }

  /// A standard error with so many decimals; one that is not 0 never reads as 0.
  static func error(_ error: Double, decimals: Int) -> String {
    let text = value(error, decimals: decimals)
    guard error > 0, text.allSatisfy({ "0.".contains($0) }) else { return text }
    return "<" + (decimals == 0 ? "1" : "0." + String(repeating: "0", count: decimals - 1) + "1")
  }

  private static func trimmed(_ number: Double, decimals: Int) -> String {
    var text = value(number, decimals: decimals)
    guard text.contains(".") else { return text }
    while text.last == "0" { text.removeLast() }
    if text.last == "." { text.removeLast() }
    return text
  }
}
