// The one file that knows how SQLite lays out the pages of a keyed table or an index
// (https://www.sqlite.org/fileformat.html, 1.6, 2.1, 2.4): rows that are all known and in order need no
// search for their place, which is what SQLite spends most of its time with. `unsafe` marks stores
// and copies within arrays, to places that were counted before.

/// An entry of a tree as its pages hold it: the length of its record, and the record.
struct TreeEntry {
  /// Two bytes of lengths, a type for each cell, and as much as a last store of 8 bytes may reach.
  private var bytes = [UInt8](repeating: 0, count: 2 + RowCells.most * 9 + 8)
  private(set) var count = 0

  /// Replaces the entry by a row.
  ///
  /// Every length is below 128 and so takes one byte.
  mutating func encode(_ row: RowCells) {
    var end = 2 + row.count
    let size = unsafe bytes.withUnsafeMutableBytes { bytes in
      for column in 0..<row.count {
        let value = row.value(column)
        let (type, length) = Self.type(of: value, isKnown: row.isKnown(column))
        unsafe bytes[2 + column] = type
        let upper = (value << Int64(64 - 8 * length)).bigEndian
        unsafe bytes.storeBytes(of: upper, toByteOffset: end, as: Int64.self)
        end += length
      }
      unsafe bytes[0] = UInt8(end - 1)
      unsafe bytes[1] = UInt8(1 + row.count)
      return end
    }
    count = size
  }

  /// The type of a value in a record, and how many bytes it takes.
  private static func type(of value: Int64, isKnown: Bool) -> (UInt8, Int) {
    guard isKnown else { return (0, 0) }
    if value == 0 { return (8, 0) }
    if value == 1 { return (9, 0) }
    let bits = 65 - (value ^ value >> 63).leadingZeroBitCount
    switch bits {
    case ...32: return (UInt8((bits + 7) / 8), (bits + 7) / 8)
    case ...48: return (5, 6)
    default: return (6, 8)
    }
  }

  /// Copies the entry to a place in a page.
  fileprivate func copy(to page: inout [UInt8], at place: Int) {
    precondition(place >= 0 && place + count <= page.count, "an entry lies within its page")
    unsafe page.withUnsafeMutableBytes { page in
      unsafe bytes.withUnsafeBytes {
        unsafe UnsafeMutableRawBufferPointer(rebasing: page[place...])
          .copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[..<count]))
      }
    }
  }

  /// Replaces the entry by one that lies in a page.
  fileprivate mutating func read(from page: [UInt8], at place: Int) {
    count = Int(page[place]) + 1
    for byte in 0..<count { bytes[byte] = page[place + byte] }
  }
}

/// A page that is being filled with entries in ascending order.
private struct TreePage {
  private let headerBytes: Int
  private let isLeaf: Bool
  private var bytes: [UInt8]
  private var cellCount = 0
  /// Entries grow from the end of the page downward, and the list of their places upward.
  private var contentStart: Int

  init(isLeaf: Bool, size: Int) {
    self.isLeaf = isLeaf
    headerBytes = isLeaf ? 8 : 12
    bytes = Array(repeating: 0, count: size)
    contentStart = size
  }

  /// Adds an entry, with the page whose entries come before it, if there is room.
  mutating func add(_ entry: TreeEntry, child: UInt32) -> Bool {
    let size = entry.count + (isLeaf ? 0 : 4)
    let place = headerBytes + 2 * cellCount
    guard contentStart - size >= place + 2 else { return false }
    contentStart -= size
    if !isLeaf { bytes.store(child, at: contentStart) }
    entry.copy(to: &bytes, at: contentStart + (isLeaf ? 0 : 4))
    bytes.store(UInt16(contentStart), at: place)
    cellCount += 1
    return true
  }

  /// Takes the last entry away.
  ///
  /// - Returns: the page whose entries come before it.
  mutating func removeLast(into entry: inout TreeEntry) -> UInt32 {
    precondition(cellCount > 1, "a page has room for more than one entry")
    let child = isLeaf ? 0 : bytes.word(at: contentStart)
    entry.read(from: bytes, at: contentStart + (isLeaf ? 0 : 4))
    contentStart += entry.count + (isLeaf ? 0 : 4)
    cellCount -= 1
    return child
  }

  /// The page as it is stored; after this, it is empty again.
  mutating func close(rightChild: UInt32) -> [UInt8] {
    bytes[0] = isLeaf ? 0x0A : 0x02
    bytes.store(UInt16(cellCount), at: 3)
    // 0 stands for 65,536.
    bytes.store(UInt16(truncatingIfNeeded: contentStart), at: 5)
    if !isLeaf { bytes.store(rightChild, at: 8) }
    for gap in headerBytes + 2 * cellCount..<contentStart { bytes[gap] = 0 }
    let page = bytes
    cellCount = 0
    contentStart = page.count
    return page
  }
}

/// Makes the pages of a tree out of its entries in ascending order.
///
/// An entry is in one page alone: where a page is full, its last one moves up, to the page above.
struct TreeBuilder {
  private let pageSize: Int
  private var levels: [TreePage]
  /// An entry on its way up.
  private var risen = TreeEntry()

  init(pageSize: Int) {
    self.pageSize = pageSize
    levels = [TreePage(isLeaf: true, size: pageSize)]
  }

  /// Adds an entry behind all others.
  mutating func add(_ entry: TreeEntry, to output: inout PageOutput) throws(FileSystem.Failure) {
    if levels[0].add(entry, child: 0) { return }
    try rise(from: 0, to: &output)
    let isThere = levels[0].add(entry, child: 0)
    precondition(isThere, "an empty page has room for an entry")
  }

  /// Stores the full page of a level and moves its last entry up.
  private mutating func rise(
    from level: Int, to output: inout PageOutput
  ) throws(FileSystem.Failure) {
    let child = levels[level].removeLast(into: &risen)
    let number = try output.append(levels[level].close(rightChild: child))
    if level + 1 == levels.count { levels.append(TreePage(isLeaf: false, size: pageSize)) }
    if levels[level + 1].add(risen, child: number) { return }
    let entry = risen
    try rise(from: level + 1, to: &output)
    let isThere = levels[level + 1].add(entry, child: number)
    precondition(isThere, "an empty page has room for an entry")
  }

  /// Stores what is left, but for the page at the top.
  ///
  /// - Returns: the page at the top.
  consuming func finish(to output: inout PageOutput) throws(FileSystem.Failure) -> [UInt8] {
    var right: UInt32 = 0
    for level in 0..<levels.count - 1 {
      right = try output.append(levels[level].close(rightChild: right))
    }
    return levels[levels.count - 1].close(rightChild: right)
  }
}

extension [UInt8] {
  /// Stores a number as the bytes of pages, the highest first.
  mutating func store(_ value: some FixedWidthInteger, at place: Int) {
    let bytes = value.bitWidth / 8
    for byte in 0..<bytes {
      self[place + byte] = UInt8(truncatingIfNeeded: value >> (8 * (bytes - 1 - byte)))
    }
  }

  /// A number of 32 bits in a page.
  func word(at place: Int) -> UInt32 {
    self[place..<place + 4].reduce(0) { $0 << 8 | UInt32($1) }
  }
}
