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
  /// Whether that column goes on in the next line in place of being shortened.
  var wrapsElasticColumn = false

  /// The gap between columns.
  private static let gap = "  "

  /// The table's lines, none wider than `width` columns.
  ///
  /// Where it does not fit, one column is shortened, down to 8 columns.
  func lines(width: Int = Paragraph.width) -> [String] {
    let widths = columnWidths(within: width)
    let rule = String(repeating: "-", count: Self.lineWidth(widths))
    let lines = wrapsElasticColumn ? rows.flatMap { wrapped($0, widths) } : rows
    return stackedHeaders.map { render($0, widths) } + [rule] + lines.map { render($0, widths) }
  }

  /// A row as lines, its words broken behind a character that is no letter where that can be.
  private func wrapped(_ row: [String], _ widths: [Int]) -> [[String]] {
    var rest = row[elasticColumn][...]
    var lines: [[String]] = []
    while rest.count > widths[elasticColumn] {
      let head = rest.prefix(widths[elasticColumn])
      let end = head.lastIndex { !$0.isLetter && !$0.isNumber }.map { rest.index(after: $0) }
      let first = rest[..<(end ?? head.endIndex)]
      lines.append(row.map { _ in "" })
      lines[lines.count - 1][elasticColumn] = String(first)
      rest = rest[first.endIndex...]
    }
    lines.append(row.map { _ in "" })
    lines[lines.count - 1][elasticColumn] = String(rest)
    for column in row.indices where column != elasticColumn { lines[0][column] = row[column] }
    return lines
  }

  /// The table in parts that fit a width; in one part where it fits.
  ///
  /// Each begins with the first `leading` columns. The last `trailing` columns stay side by side.
  func broken(leading: Int, trailing: Int, width: Int = Paragraph.width) -> [TextTable] {
    let end = headers.count - trailing
    let groups = (leading..<end).map { $0..<$0 + 1 } + [end..<headers.count]
    var tables: [[Int]] = []
    for group in groups {
      if let columns = tables.last, keeping(columns + group).naturalWidth <= width {
        tables[tables.count - 1] = columns + group
      } else {
        tables.append(Array(0..<leading) + group)
      }
    }
    return tables.map(keeping)
  }

  private func keeping(_ columns: [Int]) -> TextTable {
    TextTable(
      headers: columns.map { headers[$0] }, rows: rows.map { row in columns.map { row[$0] } },
      wordColumns: Set(columns.indices.filter { wordColumns.contains(columns[$0]) }),
      elasticColumn: columns.firstIndex(of: elasticColumn) ?? 0,
      wrapsElasticColumn: wrapsElasticColumn)
  }

  /// The lines of the headers, those of fewer words filled up from above.
  private var stackedHeaders: [[String]] {
    let headerLines = headers.map { $0.split(separator: "\n").map(String.init) }
    let depth = headerLines.map(\.count).max() ?? 0
    return (0..<depth).map { line in
      headerLines.map { words in
        let position = line - (depth - words.count)
        return position < 0 ? "" : words[position]
      }
    }
  }

  /// The width of the lines with no column shortened.
  var naturalWidth: Int { Self.lineWidth(columnWidths(within: .max)) }

  private static func lineWidth(_ widths: [Int]) -> Int {
    widths.reduce(0, +) + gap.count * (widths.count - 1)
  }

  private func columnWidths(within width: Int) -> [Int] {
    let lines = stackedHeaders + rows
    var widths = headers.indices.map { column in
      lines.map { $0[column].displayWidth }.max() ?? 0
    }
    let excess = Self.lineWidth(widths) - width
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
