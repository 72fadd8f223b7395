/// Works out the seals of rows of whole numbers while they pass.
///
/// Unsafe stores are to places within the room of a block, which is made for its rows.
struct RowSealer {
  private static let cellBytes = 9
  private let rowsPerSeal: Int
  private var bytes: [UInt8]
  private var end = 0
  private var rows = 0
  private var seals: [Seal] = []

  /// Begins with no row.
  init(columns: Int, rowsPerSeal: Int = Table.rowsPerSeal) {
    self.rowsPerSeal = rowsPerSeal
    bytes = Array(repeating: 0, count: rowsPerSeal * columns * Self.cellBytes)
  }

  /// Takes in the next row: of each cell what `appendCanonical` says of it.
  mutating func add(_ row: RowCells) {
    precondition(
      bytes.count - end >= row.count * Self.cellBytes, "rows have as many cells as was said")
    let start = end
    end = unsafe bytes.withUnsafeMutableBytes { bytes in
      var end = start
      for column in 0..<row.count {
        let isKnown = row.isKnown(column)
        unsafe bytes[end] = isKnown ? 1 : 0
        guard isKnown else {
          end += 1
          continue
        }
        unsafe bytes.storeBytes(
          of: row.value(column).littleEndian, toByteOffset: end + 1, as: Int64.self)
        end += Self.cellBytes
      }
      return end
    }
    rows += 1
    if rows == rowsPerSeal { close() }
  }

  /// The seals of all rows.
  consuming func finish() -> [Seal] {
    if rows > 0 { close() }
    return seals
  }

  private mutating func close() {
    seals.append(Seal(rows: rows, checksum: Checksum.of(bytes[..<end])))
    (rows, end) = (0, 0)
  }
}
