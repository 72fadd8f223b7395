import Foundation
import Validation

extension Plot {
  /// How often friends of an account are friends of each other, by how many there are.
  static let clustering = Plot(
    fileName: "clustering.svg", numbers: { numbers(of: $0.clustering) }
  ) { curves, report in
    let curve = curves.clustering
    let sheet = Sheet(
      title: "How often an account's friends know each other", reading: reading(of: curve),
      notes: [
        "Drawn: mean share of the pairs of an account's friends who are friends themselves, by its "
          + "number of friends; of at most \(Numerals.count(ClusteringByDegree.accountsPerBin)) "
          + "accounts a point. The band is two standard errors to each side, accounts of one school "
          + "year, workplace or household taken together; points of a single such group have none.",
        "Published: \(ValidationRow.clustering.sourceWords).",
      ], footer: report.plotFooter)
    return Drawing(sheet: sheet, chart: chart(of: curve, in: sheet))
  }

  private static func numbers(of clustering: ClusteringByDegree) -> TextTable {
    TextTable(
      headers: ["friends", "accounts", "clustering", "standard error"],
      rows: clustering.bins.map { bin in
        let friends = bin.friends
        return [
          friends.count == 1
            ? "\(friends.lowerBound)" : "\(friends.lowerBound) to \(friends.upperBound)",
          Numerals.count(bin.accounts), Numerals.fixed(bin.clustering.value, decimals: 4),
          bin.clustering.standardError.map { Numerals.fixed($0, decimals: 4) } ?? Numerals.unknown,
        ]
      })
  }

  private static func reading(of curve: ClusteringByDegree) -> String {
    let many = curve.bins.filter { $0.accounts >= 30 }
    guard let median = curve.median, let first = many.first, let last = many.last,
      let typical = clustering(of: curve, at: Double(median))
    else { return "too few accounts here have two friends for a curve to mean anything." }
    let falls = last.clustering.value < first.clustering.value
    return "of the pairs of friends of somebody with a typical number of friends "
      + "(\(Numerals.count(median))), \(Numerals.percent(typical)) % are friends "
      + "themselves; published are \(Axis.percent(PublishedClustering.atMedian.lower ?? 0)). "
      + (falls
        ? "The more friends, the fewer of them know each other, as published."
        : "It should fall as friends become more, as published; here it does not.")
  }

  /// The curve at a number of friends, between the two nearest points.
  private static func clustering(of curve: ClusteringByDegree, at friends: Double) -> Double? {
    guard let after = curve.bins.firstIndex(where: { $0.meanFriends >= friends }) else {
      return curve.bins.last?.clustering.value
    }
    let next = curve.bins[after]
    guard after > 0 else { return next.clustering.value }
    let last = curve.bins[after - 1]
    let part = log(friends / last.meanFriends) / log(next.meanFriends / last.meanFriends)
    return last.clustering.value + part * (next.clustering.value - last.clustering.value)
  }

  private static func chart(of curve: ClusteringByDegree, in sheet: Sheet) -> [Markup] {
    guard let last = curve.bins.last else {
      return sheet.nothing(because: "nobody has two friends")
    }
    let highest = curve.bins.map { $0.clustering.value + 2 * ($0.clustering.standardError ?? 0) }
    let top = min(1, max((((highest.max() ?? 0) + 0.02) * 10).rounded(.up) / 10, 0.4))
    let frame = Frame(
      area: sheet.chartArea,
      x: Axis(
        title: "Friends of an account",
        scale: Scale(.logarithmic, from: 1, to: max(last.meanFriends * 1.15, 10)), tickCount: 11,
        label: Axis.plain),
      y: Axis(
        title: "Pairs of friends who are friends", scale: Scale(.linear, from: 0, to: top),
        tickCount: 6, label: Axis.percent))
    let line = Stroke(colour: .here, width: 2.5)
    let points = curve.bins.map { (x: $0.meanFriends, y: $0.clustering.value) }
    return frame.elements + target(of: curve, in: frame)
      + [
        frame.ribbon(
          curve.bins.map { bin in
            let reach = 2 * (bin.clustering.standardError ?? 0)
            return (bin.meanFriends, bin.clustering.value - reach, bin.clustering.value + reach)
          }, fill: .here, opacity: 0.22), frame.line(points, line),
      ]
      + points.map { Marker.disc.element(at: frame.dot($0.x, $0.y), size: 8, colour: .here) }
      + published(of: curve, in: frame)
      + legend.elements(in: frame.area, .topRight)
  }

  private static let acceptedEdge = Stroke(colour: .published, width: 1.5, dashes: [3, 3])

  /// Where the published figure holds: at the median, give or take a fifth.
  private static func target(of curve: ClusteringByDegree, in frame: Frame) -> [Markup] {
    guard let median = curve.median.map({ Double($0) }), median >= 1,
      let lower = PublishedClustering.accepted.lower, let upper = PublishedClustering.accepted.upper
    else { return [] }
    let reach = PublishedClustering.reach
    let box = frame.box(x: median * (1 - reach)...median * (1 + reach), y: lower...upper)
    return frame.upright(
      at: median, "median: \(Numerals.count(Int(median)))",
      Stroke(colour: .softInk, dashes: [2, 4]))
      + [.rectangle(box, fill: .accepted, opacity: 0.8, acceptedEdge)]
  }

  private static func published(of curve: ClusteringByDegree, in frame: Frame) -> [Markup] {
    guard let median = curve.median, median >= 1, let value = PublishedClustering.atMedian.lower
    else { return [] }
    return [
      Marker.diamond.element(at: frame.dot(Double(median), value), size: 13, colour: .published)
    ]
  }

  private static let legend = Legend(entries: [
    .init(sample: .line(Stroke(colour: .here, width: 2.5), .disc), words: "this world"),
    .init(sample: .marker(.diamond, .published), words: "published, at the median: 14 %"),
    .init(sample: .fill(.accepted, acceptedEdge), words: "accepted there: 10 % to 30 %"),
  ])
}
