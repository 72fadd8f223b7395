import Scoring

extension ReportSection {
  /// Whether detectors find the same groomers, and blame the same innocents.
  static let agreement = ReportSection(id: "agreement", title: "Do detectors agree?") { report in
    guard !report.agreement.isEmpty else { return [] }
    func percent(_ share: Estimate?) -> String {
      share.map { "\(Numerals.percent($0.value)) (\(Numerals.percentRange($0.low, $0.high)))" }
        ?? Numerals.unknown
    }
    func kappa(_ kappa: Estimate?) -> String {
      kappa.map {
        "\(Numerals.fixed($0.value, decimals: 2)) (\(Numerals.fixed($0.low, decimals: 2))"
          + ($0.low < 0 ? " to " : "-") + "\(Numerals.fixed($0.high, decimals: 2)))"
      } ?? Numerals.unknown
    }
    let table = TextTable(
      headers: [
        "first", "second", "groomers: both", "first alone", "second alone", "neither",
        "kappa", "innocents: both of either", "shared, %",
      ],
      rows: report.agreement.map { pair in
        pair.detectors
          + [
            pair.groomersByBoth, pair.groomersByFirst, pair.groomersBySecond,
            pair.groomersByNeither,
          ].map(Numerals.count) + [kappa(pair.kappa)]
          + [
            "\(Numerals.count(pair.innocentByBoth)) of \(Numerals.count(pair.innocentByEither))",
            percent(pair.jaccard),
          ]
      }, wordColumns: [0, 1])
    return [
      .paragraph(
        "Two detectors that find the same groomers are worth little more than one; two that blame "
          + "the same innocents may rest on the same cue. Kappa is how much more the two agree on "
          + "adults' accounts than chance would make two that alert as often: 0 is chance, 1 is "
          + "always. Shared is how many of the innocent accounts flagged by either were flagged by "
          + "both."),
      table.markup(caption: "Accounts flagged by two detectors at any time, with 95 % intervals"),
    ]
  }
}
