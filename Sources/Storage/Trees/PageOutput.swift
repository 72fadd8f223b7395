/// Appends pages to a database file.
struct PageOutput {
  /// Where no page may lie that anything is stored in (https://www.sqlite.org/fileformat.html, 1.4).
  static let lockByte = 1 << 30
  /// How many bytes are written at a time: our choice, which gains nothing beyond.
  private static let bufferBytes = 1 << 18

  private let file: Int32
  private let pageSize: Int
  /// The number of the page that nothing is stored in.
  private let lockPage: Int
  /// The number that the next page gets; the first of a file is 1.
  private(set) var next: UInt32
  private var buffer: [UInt8] = []

  /// Appends behind so many pages; tests have another byte locked than SQLite.
  init(behind pages: UInt32, pageSize: Int, to file: Int32, lockByte: Int = Self.lockByte) {
    lockPage = lockByte / pageSize + 1
    self.file = file
    self.pageSize = pageSize
    next = pages + 1
    buffer.reserveCapacity(Self.bufferBytes + 2 * pageSize)
  }

  /// How many pages there are, with those before.
  var pageCount: UInt32 { next - 1 }

  /// Adds a page.
  ///
  /// - Returns: its number.
  mutating func append(_ page: [UInt8]) throws(FileSystem.Failure) -> UInt32 {
    if Int(next) == lockPage {
      buffer.append(contentsOf: repeatElement(0, count: pageSize))
      next += 1
    }
    buffer.append(contentsOf: page)
    next += 1
    let number = next - 1
    if buffer.count >= Self.bufferBytes { try flush() }
    return number
  }

  /// Writes what is left.
  mutating func flush() throws(FileSystem.Failure) {
    let start = Int(pageCount) * pageSize - buffer.count
    try FileSystem.write(buffer, to: file, at: start)
    buffer.removeAll(keepingCapacity: true)
  }
}
