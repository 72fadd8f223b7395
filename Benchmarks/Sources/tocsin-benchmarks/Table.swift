import Foundation

/// The results as Markdown: the table, then what it was measured on.
struct Table {
  let results: Results
  let repeats: Int
  let days: Int

  var markdown: String {
    let header = [
      "| stage | unit | count | seconds, 1 thread | a second, 1 thread | a second, 2 threads "
        + "| 2 : 1 |",
      "|---|---|--:|--:|--:|--:|--:|",
    ]
    return (header + results.rows.map(line) + ["", setting]).joined(separator: "\n")
  }

  private func line(_ row: Results.Row) -> String {
    let two = row.rates.count > 1 ? row.rates[1] : nil
    let cells = [
      row.stage, row.unit, Self.grouped(Double(row.count)),
      String(format: "%.3f", row.seconds[0]), Self.rounded(row.rates[0]),
      two.map(Self.rounded) ?? "one thread",
      two.map { String(format: "%.2f", $0 / row.rates[0]) } ?? "",
    ]
    return "| " + cells.joined(separator: " | ") + " |"
  }

  private var setting: String {
    let bytes = Double(results.fileBytes) / Double(max(1, results.events))
    return """
      \(Self.grouped(Double(results.accounts))) accounts, \(days) days, \
      \(Self.grouped(Double(results.events))) events. The file takes \
      \(String(format: "%.1f", bytes)) bytes per event with all its tables, 16 of them for the \
      event itself. Each time is the fastest of \(repeats) after a warm-up.
      Machine: \(Machine.description).
      """
  }

  /// A rate with three digits that mean something.
  private static func rounded(_ rate: Double) -> String {
    guard rate >= 1_000 else { return String(format: "%.0f", rate) }
    let step = pow(10, floor(log10(rate)) - 2)
    return grouped((rate / step).rounded() * step)
  }

  /// A whole number with a comma between thousands.
  private static func grouped(_ number: Double) -> String {
    var text = String(format: "%.0f", number)
    var end = text.index(text.endIndex, offsetBy: -3, limitedBy: text.startIndex)
    while let position = end, position > text.startIndex {
      text.insert(",", at: position)
      end = text.index(position, offsetBy: -3, limitedBy: text.startIndex)
    }
    return text
  }
}
