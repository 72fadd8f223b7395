public import Vocabulary

/// How an event is laid out as JSON.
public enum EventLayout: Sendable {
  /// An object of the event's own fields.
  case plain
  /// An object of `id`, `name` and `data`, as rule engines take it in.
  case named
}

extension RunFile {
  /// Writes the events that the file holds as lines of JSON, in order.
  ///
  /// - Parameters:
  ///   - layout: how an event is laid out.
  ///   - moment: the moment before which they happened; nothing for all.
  ///   - output: where, in place of an earlier file.
  ///   - keepGoing: asked often, with how many events are written; whether to go on.
  /// - Throws: `stopped`; `corrupt`; `wouldReplaceDatabase`; `diskFull` and other failures to write.
  /// - Complexity: a pass over the events, in the memory of one chunk.
  public func writeEvents(
    as layout: EventLayout, before moment: SimTime? = nil, to output: String,
    keepGoing: (_ written: Int) -> Bool
  ) throws(StorageError) {
    let file = try TextOutput(output)
    var source = events()
    var log = EventLog()
    var written = 0
    chunks: while try source.next(into: &log) {
      for row in 0..<log.count {
        if let moment, log.times[row] >= moment.rawValue { break chunks }
        file.write { log.appendJSON(of: row, as: layout, to: &$0) }
        written += 1
      }
      guard keepGoing(written) else { throw .stopped(path: output) }
    }
    try file.publish()
  }
}

extension EventLog {
  /// Appends the line of an event.
  fileprivate borrowing func appendJSON(
    of row: Int, as layout: EventLayout, to bytes: inout [UInt8]
  ) {
    let event = self[row]
    func text(_ text: String) { bytes.append(contentsOf: text.utf8) }
    func field(_ name: String, _ value: some BinaryInteger) {
      text(name)
      text("\(value)")
    }
    func kind(_ name: String) {
      text(name)
      text(event.kind.name)
      text("\"")
    }
    switch layout {
    case .plain:
      field("{\"number\":", number(of: row))
      kind(",\"kind\":\"")
      field(",\"time\":", event.time.rawValue)
    case .named:
      field("{\"id\":", number(of: row))
      kind(",\"name\":\"")
      field(",\"data\":{\"time\":", event.time.rawValue)
    }
    field(",\"actor\":", event.actor.rawValue)
    if event.target != .none { field(",\"target\":", event.target.rawValue) }
    if event.kind == .post || event.kind == .view { field(",\"serial\":", event.detail) }
    if event.kind == .message {
      let cues = event.cues.cues.map { "\"\($0.rawValue)\"" }.joined(separator: ",")
      text(",\"cues\":[")
      text(cues + "]")
    }
    field(",\"count\":", event.count)
    text(layout == .named ? "}}\n" : "}\n")
  }
}
