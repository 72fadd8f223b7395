extension String {
  /// The text with a mark doubled wherever it stands, as inside quotes of SQL and CSV.
  ///
  /// It goes by Unicode scalars, as the readers of those formats do: to Swift, a quote with a
  /// combining accent behind it is one other character and no quote.
  ///
  /// - Parameter mark: the quote, such as `"`.
  /// - Returns: the text; put it between two marks.
  /// - Complexity: linear in the length of the text.
  public func doubling(_ mark: Unicode.Scalar) -> String {
    var doubled = UnicodeScalarView()
    for scalar in unicodeScalars {
      doubled.append(scalar)
      if scalar == mark { doubled.append(mark) }
    }
    return String(doubled)
  }
}
