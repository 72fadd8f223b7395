/// A name in a query, and where it stands; names are equal wherever they stand.
struct Name: Equatable, Sendable {
  var text: String
  var range: Range<Int>

  static func == (one: Name, other: Name) -> Bool { one.text == other.text }
}
