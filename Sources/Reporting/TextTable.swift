/// A table in plain text: words to the left, numbers to the right, headers of several lines.
struct TextTable {
  /// One header per column; line breaks stack its words, so that columns stay narrow.
  var headers: [String]
  /// The cells, as many in every row as there are headers.
  var rows: [[String]]
  /// The columns that hold words and stand to the left; all others stand to the right.
  var wordColumns: Set<Int> = [0]
  /// The column that is shortened where the table is too wide.
  var elasticColumn = 0

  /// The gap between columns.
  private static let gap = "  "

  /// The table's lines, none wider than `width` columns.
  ///
  /// Where it does not fit, one column is shortened, down to 8 columns.
  func lines(width: Int = Paragraph.width) -> [String] {
    let headerLines = headers.map { $0.split(separator: "\n").map(String.init) }
    let depth = headerLines.map(\.count).max() ?? 0
    let stacked = (0..<depth).map { line in
      headerLines.map { words in
        let position = line - (depth - words.count)
        return position < 0 ? "" : words[position]
      }
    }
    let widths = columnWidths(of: stacked + rows, within: width)
    let rule = String(
      repeating: "-", count: widths.reduce(0, +) + Self.gap.count * (widths.count - 1))
    return stacked.map { render($0, widths) } + [rule] + rows.map { render($0, widths) }
  }

  private func columnWidths(of lines: [[String]], within width: Int) -> [Int] {
    var widths = headers.indices.map { column in
      lines.map { $0[column].displayWidth }.max() ?? 0
    }
    let excess = widths.reduce(0, +) + Self.gap.count * (widths.count - 1) - width
    if excess > 0, !widths.isEmpty {
      widths[elasticColumn] = max(8, widths[elasticColumn] - excess)
    }
    return widths
  }

  private func render(_ cells: [String], _ widths: [Int]) -> String {
    let padded = zip(cells, widths).enumerated().map { column, cell in
      let text = cell.0.shortened(to: cell.1)
      let padding = String(repeating: " ", count: cell.1 - text.displayWidth)
      return wordColumns.contains(column) ? text + padding : padding + text
    }
    var line = padded.joined(separator: Self.gap)
    while line.last == " " { line.removeLast() }
    return line
  }
}
