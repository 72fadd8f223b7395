import Scoring
import Vocabulary

extension ReportSection {
  /// Whether the probabilities that alerts state are true.
  static let probabilities = ReportSection(
    id: "probabilities", title: "Are the probabilities true?"
  ) { report in
    guard let table = ThresholdTables(evaluation: report.evaluation).probabilities else {
      return []
    }
    return report.calibrations.map { sentence(on: $0) }
      + report.calibrations.map { figure(of: $0) }
      + [
        table.markup(caption: "What first alerts claimed, with 95 % intervals"),
        .paragraph(ThresholdTables.readingOfProbabilities, class: "note"),
      ]
  }

  private static func sentence(on found: AlertCalibration) -> Markup {
    let share = Double(found.groomers) / Double(found.accounts)
    return .paragraph(
      "The detector \(found.detector) flagged \(Numerals.counting(found.accounts, "account")), which it called "
        + "\(Numerals.percent(found.claimed)) % likely to be groomers' on average; "
        + "\(Numerals.percent(share)) % were. If its probabilities were true, chance alone would put "
        + "them as far from what happened in \(Numerals.percent(found.chance)) % of draws"
        + (found.chance < 0.05 ? ": here they are not true." : "."))
  }

  private static func figure(of found: AlertCalibration) -> Markup {
    func axis(_ title: String) -> Axis {
      Axis(
        title: title, scale: Scale(.linear, from: 0, to: 1), tickCount: 5, label: Axis.percent)
    }
    // Flat within a block, straight from one to the next.
    let corners = found.fit.blocks.flatMap { block -> [LineChart.Series.Point] in
      let places = block.lowest == block.highest ? [block.lowest] : [block.lowest, block.highest]
      return places.map { ($0, block.share, nil, nil) }
    }
    let lone = found.fit.blocks.count == 1 && corners.count == 1
    let chart = LineChart(
      x: axis("Probability that the first alert stated"),
      y: axis("Share that were groomers' accounts"),
      series: [
        LineChart.Series(
          name: "if they were true",
          points: found.band.map { ($0.probability, $0.probability, $0.low, $0.high) },
          look: SeriesLook(colour: .softInk, dashes: [2, 4], marker: .disc)),
        LineChart.Series(
          name: found.detector, points: corners, isShaded: false,
          mark: lone ? corners.first.map { (x: $0.x, y: $0.y) } : nil, look: .at(0)),
      ])
    return PageFigure(
      id:
        "probabilities-\(found.detector.map { $0.isLetter || $0.isNumber ? String($0) : "-" }.joined())",
      title: "What \(found.detector) claimed, and what was true",
      reading: "Below the dotted line it claims too much, above it too little. Shaded is where the "
        + "line would lie in 95 of 100 draws if every probability were true. The line is the one that "
        + "never falls and fits best.",
      drawing: chart.drawing,
      numbers: TextTable(
        headers: ["probability stated, %", "accounts", "groomers'", "share, %"],
        rows: found.fit.blocks.map { block in
          [
            block.lowest == block.highest
              ? Numerals.percent(block.lowest)
              : Numerals.percentRange(block.lowest, block.highest),
            Numerals.count(Int(block.weight)), Numerals.count(Int(block.hits)),
            Numerals.percent(block.share),
          ]
        })
    ).markup
  }
}
