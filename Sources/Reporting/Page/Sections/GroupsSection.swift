import Scoring
import Vocabulary

extension ReportSection {
  /// Whom detectors serve worse: false alarms and meetings preceded, by age, sex and region.
  static let groups = ReportSection(id: "groups", title: "Whom it serves worse") { report in
    let figures = [
      GroupFigure(
        id: "groups-flagged", title: "Innocent accounts flagged, by group", of: \.falseAlarms,
        ends: "Share of innocent accounts flagged by any detector",
        counted: "innocent accounts", in: report),
      GroupFigure(
        id: "groups-preceded", title: "Meetings with an alert before, by the child's group",
        of: \.preceded, ends: "Share of meetings with an alert of any detector before",
        counted: "meetings", in: report),
    ]
    let drawn = figures.flatMap(\.markup)
    guard !drawn.isEmpty else { return [] }
    let untold = figures.filter { $0.markup.isEmpty }.map { figure in
      Markup.paragraph(
        "\(figure.title): no two groups have \(GroupRates.smallest) \(figure.counted) each, too few to "
          + "tell them apart.", class: "note")
    }
    return drawn + untold + [
      .paragraph(
        "Accounts and people are invented; that one group is flagged more than another follows from "
          + "how the scenario lets it live, and says nothing of any real group.", class: "note")
    ]
  }
}

/// Shares by group, of all detectors together as a chart and of each in the numbers.
struct GroupFigure {
  let id: String
  let title: String
  let shares: KeyPath<GroupRates, GroupRates.Shares>
  /// The title of the axis.
  let ends: String
  /// What is counted in a group, such as `meetings`.
  let counted: String
  let report: RunReport

  /// Regions that are drawn at most, those with most to count: our choice.
  static let mostRegions = 12

  init(
    id: String, title: String, of shares: KeyPath<GroupRates, GroupRates.Shares>, ends: String,
    counted: String, in report: RunReport
  ) {
    (self.id, self.title, self.shares, self.ends) = (id, title, shares, ends)
    (self.counted, self.report) = (counted, report)
  }

  /// The chart, what to make of its ends, and how far they are apart detector by detector.
  var markup: [Markup] {
    let rows = divided.flatMap(rows)
    guard !rows.isEmpty else { return [] }
    let highest = rows.compactMap(\.high).max() ?? 0
    let chart = DotChart(
      x: Axis(
        title: ends, scale: Scale(.linear, from: 0, to: min(1, max(highest * 1.05, 0.01))),
        tickCount: 5, label: Axis.percent),
      rows: rows)
    return [
      PageFigure(
        id: id, title: title, reading: reading, drawing: chart.drawing, numbers: numbers
      ).markup
    ] + warnings + [spreads].compactMap(\.self)
  }

  /// The rates of all detectors together.
  private var together: [GroupRates] {
    report.groups.first { $0.name == Evaluation.anyDetector }?.rates ?? []
  }

  /// Those of divisions with two groups at least: one alone tells nobody apart.
  private var divided: [GroupRates] {
    together.filter { $0[keyPath: shares].groups.count > 1 }
  }

  /// The rows of one division: of many regions those with most to count.
  private func rows(_ rates: GroupRates) -> [DotChart.Row] {
    let groups = rates[keyPath: shares].groups
    let least = groups.map(\.total).sorted(by: >).prefix(Self.mostRegions).last ?? 0
    let drawn = groups.filter { rates.division != .region || $0.total >= least }
      .prefix(rates.division == .region ? Self.mostRegions : groups.count)
    return drawn.map { group in
      DotChart.Row(
        name: "\(Self.words(for: group.name, by: rates.division)) (\(Numerals.count(group.total)))",
        value: group.share.value, low: group.share.low, high: group.share.high,
        look: .at(Division.allCases.firstIndex(of: rates.division) ?? 0))
    }
  }

  private var reading: String {
    let undivided = together.filter { $0[keyPath: shares].groups.count < 2 }
      .map(\.division.rawValue)
    let regions = together.first { $0.division == .region }?[keyPath: shares].groups.count ?? 0
    let small = divided.compactMap { rates in
      rates[keyPath: shares].groups.first { !$0.members.isEmpty }.map {
        "\(Self.words(for: $0.name, by: rates.division)) stands for \(Self.listed($0.members))"
      }
    }
    let suppressed = divided.compactMap { rates in
      let names = rates[keyPath: shares].suppressed
      return names.isEmpty ? nil : "\(rates.division.rawValue) \(Self.listed(names))"
    }
    return
      "A dot is the share in a group, with its 95 % interval; beside it, "
      + "how many \(counted) there are. Groups of fewer than \(GroupRates.smallest) are put together"
      + (small.isEmpty ? ". " : ": \(small.joined(separator: "; ")). ")
      + (suppressed.isEmpty
        ? "" : "Left out, as too small even together: \(suppressed.joined(separator: "; ")). ")
      + (undivided.isEmpty
        ? ""
        : "By \(undivided.joined(separator: " and ")) there are too few to tell groups apart. ")
      + (regions > Self.mostRegions
        ? "Drawn are the \(Self.mostRegions) regions with most; the numbers have all \(regions). "
        : "")
  }

  /// What to make of the largest ratios of all detectors together.
  private var warnings: [Markup] {
    together.compactMap { rates in
      rates[keyPath: shares].spread.map { spread in
        let (highest, lowest) = (spread.highest, spread.lowest)
        return .paragraph(
          "By \(rates.division.rawValue), \(highest) has \(Self.ratio(spread)) times the share of "
            + lowest
            + (spread.groups > 2
              ? ": the highest of \(Numerals.count(spread.groups)) groups against the lowest. The "
                + "highest of many is high by luck too. " : ". ")
            + "If all were served alike, chance alone would make a gap as large in "
            + "\(Numerals.percent(spread.chance)) % of draws"
            + (spread.chance < 0.05 ? "." : ", so luck may be all there is to it."),
          class: spread.chance < 0.05 ? "warning" : nil)
      }
    }
  }

  private var spreads: Markup? {
    let rows = report.groups.flatMap { detector in
      detector.rates.compactMap { rates in
        rates[keyPath: shares].spread.map { spread in
          [
            detector.title, rates.division.rawValue, spread.highest, spread.lowest,
            Numerals.count(spread.groups), Self.ratio(spread),
            "\(Numerals.percent(spread.gap.value)) "
              + "(\(Numerals.percentRange(spread.gap.low, spread.gap.high)))",
            Numerals.percent(spread.gapByChance), Numerals.percent(spread.chance),
          ]
        }
      }
    }
    guard !rows.isEmpty else { return nil }
    let table = TextTable(
      headers: [
        "detector", "by", "highest", "lowest", "groups", "highest over lowest", "gap, points",
        "gap by chance, points", "chance makes as large a gap, %",
      ], rows: rows, wordColumns: [0, 1, 2, 3])
    return .details(
      "How far apart the groups are, detector by detector",
      [
        .paragraph(
          "The intervals are those of two groups that were picked before looking, and are too "
            + "narrow for two that were picked by looking. With many detectors and divisions some "
            + "gaps are rare by chance alone: one in twenty of these lines would have 5 % or less.",
          class: "note"),
        table.markup(caption: "How far apart the groups are: " + title),
      ])
  }

  private var numbers: TextTable {
    let keys = report.groups.reduce(into: [(division: Division, name: String, total: Int)]()) {
      keys, detector in
      for rates in detector.rates {
        for group in rates[keyPath: shares].groups
        where !keys.contains(where: { $0.division == rates.division && $0.name == group.name }) {
          keys.append((rates.division, group.name, group.total))
        }
      }
    }
    return TextTable(
      headers: ["group", "how many"] + report.groups.map { "\($0.title), %" },
      rows: keys.map { key in
        [Self.words(for: key.name, by: key.division), Numerals.count(key.total)]
          + report.groups.map { detector in
            detector.rates.first { $0.division == key.division }?[keyPath: shares].groups
              .first { $0.name == key.name }
              .map {
                "\(Numerals.percent($0.share.value)) "
                  + "(\(Numerals.percentRange($0.share.low, $0.share.high)))"
              } ?? Numerals.unknown
          }
      })
  }

  private static func ratio(_ spread: GroupSpread) -> String {
    func written(_ ratio: Double) -> String { Numerals.significant(ratio, digits: 2) }
    return "\(written(spread.ratio.value)) (\(written(spread.ratio.low))-"
      + "\(written(spread.ratio.high)))"
  }

  private static func words(for name: String, by division: Division) -> String {
    switch division {
    case .age: name == "others" ? "other ages" : "age \(name)"
    case .sex: name
    case .region: name == "others" ? "other regions" : name
    }
  }

  /// A few names, and how many more there are.
  private static func listed(_ names: [String]) -> String {
    let told = names.prefix(6).joined(separator: ", ")
    return names.count > 6 ? "\(told) and \(Numerals.counting(names.count - 6, "other"))" : told
  }
}
