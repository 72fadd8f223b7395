/// Counts of very many things in little memory, never too low.
///
/// Each thing adds to one bucket of every row; its count is the lowest of those (Cormode and
/// Muthukrishnan 2005, doi 10.1016/j.jalgor.2003.12.001). Rows hash by multiplication and addition
/// modulo 2⁶⁴ with constants of their own, of which the high bits pick the bucket (Dietzfelbinger
/// 1996, doi 10.1007/3-540-60922-9_46).
struct CountMinSketch: Sendable {
  private let buckets: Int
  private let rows: Int
  /// One per row and bucket, row by row.
  private var counts: [Double]

  /// Makes a sketch in which every count is 0.
  ///
  /// - Precondition: there is at least one row and one bucket.
  init(rows: Int, buckets: Int) {
    precondition(rows > 0 && buckets > 0, "a sketch of \(rows) rows of \(buckets) counts nothing")
    self.rows = rows
    self.buckets = buckets
    counts = Array(repeating: 0, count: rows * buckets)
  }

  /// Adds one to the count of a thing.
  ///
  /// - Returns: its count from now on, which may be that of others as well.
  mutating func add(_ key: UInt64) -> Double {
    var lowest = Double.infinity
    for row in 0..<rows {
      let bucket = row * buckets + bucket(of: key, in: row)
      counts[bucket] += 1
      lowest = min(lowest, counts[bucket])
    }
    return lowest
  }

  /// Multiplies every count by a factor.
  mutating func scale(by factor: Double) {
    for index in counts.indices { counts[index] *= factor }
  }

  private func bucket(of key: UInt64, in row: Int) -> Int {
    // Odd multiples of the golden ratio's bits: any odd numbers do.
    let multiplier = 0x9E37_79B9_7F4A_7C15 &* (2 &* UInt64(row) &+ 1)
    // Keys that differ in their high bits alone would share their low bits: those are mixed in first.
    let hash = (key ^ key >> 32) &* multiplier &+ 0xD1B5_4A32_D192_ED03 &* UInt64(row)
    return Int((hash ^ hash >> 29).multipliedFullWidth(by: UInt64(buckets)).high)
  }
}
