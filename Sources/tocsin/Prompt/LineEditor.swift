import Foundation

/// Lets a person at a terminal type a line: with a cursor, earlier lines, and completion of words.
struct LineEditor {
  /// How typing ended.
  enum Ending: Equatable {
    case line(String)
    /// Ctrl-C: the line is not meant.
    case cancelled
    /// Ctrl-D on an empty line, or nobody is there any more.
    case over
  }

  /// Earlier lines, oldest first.
  var history: [String]
  /// The words that may stand in place of the beginning of one.
  let completions: (_ line: String, _ word: String) -> [String]

  /// What the terminal sent and was not a whole key yet.
  private var unread: [UInt8] = []
  private var line: [Character] = []
  private var cursor = 0
  private var prompt = ""

  init(history: [String], completions: @escaping (_ line: String, _ word: String) -> [String]) {
    self.history = history
    self.completions = completions
  }

  /// Reads a line.
  mutating func read(prompt: String) -> Ending {
    self.prompt = prompt
    line = []
    cursor = 0
    // The line that is being typed stands behind those of the past.
    var lines = history.map(Array.init) + [[]]
    var position = lines.count - 1
    return RawTerminal.whileRaw {
      draw()
      while let key = nextKey() {
        switch key {
        case .enter:
          cursor = line.count
          draw()
          RawTerminal.write("\n")
          return .line(String(line))
        case .cancel:
          RawTerminal.write("^C\n")
          return .cancelled
        case .endOfInput where line.isEmpty:
          RawTerminal.write("\n")
          return .over
        case .up, .down:
          let next = position + (key == .up ? -1 : 1)
          guard lines.indices.contains(next) else { continue }
          lines[position] = line
          position = next
          line = lines[next]
          cursor = line.count
        case .tab: complete()
        default: edit(key)
        }
        draw()
      }
      return .over
    }
  }

  /// Waits for a key; nil once nobody is there.
  private mutating func nextKey() -> Key? {
    while true {
      if let key = Key.next(from: &unread) { return key }
      guard let bytes = RawTerminal.read() else { return nil }
      unread += bytes
    }
  }

  private mutating func edit(_ key: Key) {
    switch key {
    case .character(let character):
      line.insert(character, at: cursor)
      cursor += 1
    case .backspace where cursor > 0:
      cursor -= 1
      line.remove(at: cursor)
    case .delete where cursor < line.count, .endOfInput where cursor < line.count:
      line.remove(at: cursor)
    case .left: cursor = max(0, cursor - 1)
    case .right: cursor = min(line.count, cursor + 1)
    case .home: cursor = 0
    case .end: cursor = line.count
    case .cutAfter: line.removeSubrange(cursor...)
    case .cutBefore: cut(from: 0)
    case .cutWord:
      let word = line[..<cursor].lastIndex { $0 != " " }
      cut(from: word.flatMap { line[...$0].lastIndex(of: " ").map { $0 + 1 } } ?? 0)
    default: break
    }
  }

  private mutating func cut(from start: Int) {
    line.removeSubrange(start..<cursor)
    cursor = start
  }

  /// Completes the word before the cursor as far as it is certain, or lists what it may be.
  private mutating func complete() {
    let start = line[..<cursor].lastIndex { !Self.isOfWord($0) }.map { $0 + 1 } ?? 0
    let word = String(line[start..<cursor])
    let candidates = completions(String(line), word)
    guard let first = candidates.first else { return }
    let common = candidates.dropFirst().reduce(Array(first)) { common, other in
      zip(common, other).prefix { $0.0 == $0.1 }.map(\.0)
    }
    let certain = candidates.count == 1 ? Array(first + " ") : common
    if certain.count > word.count {
      cut(from: start)
      line.insert(contentsOf: certain, at: cursor)
      cursor += certain.count
    } else {
      RawTerminal.write("\n" + candidates.joined(separator: "  ") + "\n")
    }
  }

  private static func isOfWord(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "_" || character == "."
  }

  /// Shows the part of the line that is around the cursor.
  private func draw() {
    let room = max(8, (Terminal.width ?? 80) - prompt.count - 1)
    let start = max(0, cursor - room)
    let shown = String(line[start..<min(line.count, start + room)])
    RawTerminal.write("\r\(prompt)\(shown)\u{1B}[K\r\u{1B}[\(prompt.count + cursor - start)C")
  }
}
