extension ReportSection {
  /// What the result cannot tell, and which keys rest on no good source.
  static let limits = ReportSection(id: "limits", title: "What this cannot tell") { report in
    let keys = TextTable(
      headers: ["key", "what it is", "default", "in place of a source"],
      rows: report.unsourced.map { [$0.path, $0.about, $0.standard, $0.source] },
      wordColumns: [0, 1, 2, 3])
    return [
      .list(Limits.items(for: report.evaluation)),
      .paragraph(
        "Whoever is worried about a child, or is one: Childline, 0800 1111, free in the United "
          + "Kingdom."),
    ]
      + (report.unsourced.isEmpty
        ? []
        : [
          .details(
            "The \(Numerals.counting(report.unsourced.count, "key")) of a scenario that no good source "
              + "gives",
            [
              keys.markup(
                caption: "Keys without a good source: vary them before relying on a result")
            ])
        ])
  }
}
