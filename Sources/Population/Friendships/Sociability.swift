import RealModule

/// How many friends members want, in steps of an eighth of a factor e: one byte a member, so that
/// comparing two members seldom waits for memory.
struct Sociability: Sendable {
  private let levels: [UInt8]

  /// Steps apart within which two want about as many: one at most 1.5 times what the other wants.
  private static let alike: UInt8 = 3

  /// Makes levels of how many friends each member wants.
  init(wanted: [Float]) {
    levels = wanted.map { UInt8(min(Float.log(max($0, 1)) * 8, 255)) }
  }

  /// Whether two members want about as many friends.
  ///
  /// Who is not alike thinks again; so degrees are assortative (Ugander, Karrer, Backstrom and
  /// Marlow 2011, arXiv 1111.4503).
  func areAlike(_ a: Int, _ b: Int) -> Bool {
    let (x, y) = (levels[a], levels[b])
    return (x > y ? x - y : y - x) <= Self.alike
  }
}
