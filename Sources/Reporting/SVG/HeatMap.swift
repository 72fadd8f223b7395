/// A table of numbers as coloured cells, the darker the more, each with its number.
struct HeatMap {
  /// A cell: a share of the darkest colour, and what is written in it.
  typealias Cell = (share: Double, words: String)

  /// Words beside each row.
  var rows: [String]
  /// Words under each column.
  var columns: [String]
  /// How wide columns are, compared with each other.
  var columnWeights: [Double]
  /// The row and column before which a line is drawn, if any.
  var divider: Int?
  /// The cells, row by row; one without a value is crossed out.
  var cells: [[Cell?]]

  /// The table in an area, its rows from the top.
  func elements(in area: Box) -> [Markup] {
    let height = area.height / Double(max(rows.count, 1))
    let lefts = edges(in: area)
    let numbers = Lettering(size: min(11, height * 0.55), anchor: .middle)
    var elements: [Markup] = []
    for (row, line) in cells.enumerated() {
      for (column, cell) in line.enumerated() {
        let box = Box(
          left: lefts[column], top: area.top + Double(row) * height,
          width: lefts[column + 1] - lefts[column], height: height)
        elements += Self.cell(cell, in: box, numbers)
      }
    }
    return elements + dividers(in: area, lefts, height) + labels(in: area, lefts, height)
  }

  /// The left edge of each column, and the right edge of the last.
  private func edges(in area: Box) -> [Double] {
    let total = columnWeights.reduce(0, +)
    var edges = [area.left]
    var before = 0.0
    for weight in columnWeights {
      before += weight
      edges.append(area.left + area.width * before / total)
    }
    return edges
  }

  private static func cell(_ cell: Cell?, in box: Box, _ lettering: Lettering) -> [Markup] {
    let edge = Stroke(colour: .paper)
    guard let cell else {
      let line = Stroke(colour: .grid)
      return [
        .rectangle(box, fill: .paper, line),
        .line(
          from: Dot(x: box.left, y: box.bottom), to: Dot(x: box.right, y: box.top), line),
      ]
    }
    let colour = ColourRamp.colour(at: cell.share)
    var words = lettering
    words.colour = ColourRamp.ink(on: colour)
    let place = Dot(x: box.middle.x, y: box.middle.y + lettering.size * 0.36)
    return [.rectangle(box, fill: colour, edge)]
      + (cell.words.isEmpty ? [] : [words.element(cell.words, at: place)])
  }

  private func dividers(in area: Box, _ lefts: [Double], _ height: Double) -> [Markup] {
    guard let divider, divider > 0 else { return [] }
    let (x, y) = (lefts[divider], area.top + Double(divider) * height)
    let stroke = Stroke(colour: .softInk, width: 1.5)
    return [
      .line(from: Dot(x: x, y: area.top), to: Dot(x: x, y: area.bottom), stroke),
      .line(from: Dot(x: area.left, y: y), to: Dot(x: area.right, y: y), stroke),
    ]
  }

  private func labels(in area: Box, _ lefts: [Double], _ height: Double) -> [Markup] {
    let left = Lettering(size: 11, colour: .softInk, anchor: .end)
    let foot = Lettering(size: 11, colour: .softInk, anchor: .middle)
    return rows.enumerated().map { number, words in
      left.element(
        words, at: Dot(x: area.left - 6, y: area.top + (Double(number) + 0.5) * height + 4))
    }
      + columns.enumerated().map { number, words in
        foot.element(
          words, at: Dot(x: (lefts[number] + lefts[number + 1]) / 2, y: area.bottom + 15))
      }
  }
}
