import State
import Testing

@Suite("State that was written down") struct StateTests {
  private struct Moment: Equatable, BitwiseCopyable {
    var day: Int
    var hour: UInt8
  }

  private func written() -> [UInt8] {
    var writer = StateWriter()
    writer.write(7)
    writer.write([Moment(day: 1, hour: 2), Moment(day: 3, hour: 4)])
    writer.write([] as [UInt16])
    writer.write(true)
    return writer.bytes
  }

  @Test("comes back equal, in the order it was written, and nothing is left")
  func back() throws {
    var reader = StateReader(written())
    #expect(try reader.read(Int.self) == 7)
    #expect(
      try reader.readAll(Moment.self) == [Moment(day: 1, hour: 2), Moment(day: 3, hour: 4)])
    #expect(throws: StateMismatch()) { try reader.expectEnd() }
    #expect(try reader.readAll(UInt16.self) == [])
    #expect(try reader.read(Bool.self))
    try reader.expectEnd()
  }

  @Test("is refused where values are of another size, and where bytes are missing")
  func refused() throws {
    var other = StateReader(written(), from: 8)
    #expect(throws: StateMismatch()) { try other.readAll(UInt32.self) }
    for length in 0..<written().count {
      var reader = StateReader(Array(written().prefix(length)))
      #expect(throws: StateMismatch()) {
        _ = try reader.read(Int.self)
        _ = try reader.readAll(Moment.self)
        _ = try reader.readAll(UInt16.self)
        _ = try reader.read(Bool.self)
      }
    }
  }
}
