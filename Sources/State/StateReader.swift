/// State on its way back from bytes, in the order in which it was written.
@safe public struct StateReader {
  private let bytes: [UInt8]
  private var position: Int

  /// Begins with the first of some bytes.
  ///
  /// - Precondition: they are as a `StateWriter` of this build wrote them.
  public init(_ bytes: [UInt8], from position: Int = 0) {
    self.bytes = bytes
    self.position = position
  }

  /// Reads the next value.
  ///
  /// - Throws: `StateMismatch` if there are not as many bytes.
  public mutating func read<Value: BitwiseCopyable>(
    _ type: Value.Type = Value.self
  ) throws(StateMismatch) -> Value {
    let size = MemoryLayout<Value>.size
    guard bytes.count - position >= size else { throw StateMismatch() }
    defer { position += size }
    return unsafe bytes.withUnsafeBytes {
      unsafe $0.loadUnaligned(fromByteOffset: position, as: Value.self)
    }
  }

  /// Reads the next values.
  ///
  /// - Throws: `StateMismatch` if they are of another size or there are not as many bytes.
  public mutating func readAll<Value: BitwiseCopyable>(
    _ type: Value.Type = Value.self
  ) throws(StateMismatch) -> [Value] {
    let extent = try read(StateExtent.self)
    let size = MemoryLayout<Value>.stride
    guard extent.stride == size, extent.count >= 0,
      (bytes.count - position) / size >= extent.count
    else { throw StateMismatch() }
    defer { position += extent.count * size }
    return unsafe [Value](unsafeUninitializedCapacity: extent.count) { values, count in
      unsafe bytes.withUnsafeBytes { source in
        let part = unsafe UnsafeRawBufferPointer(
          rebasing: source[position..<position + extent.count * size])
        unsafe UnsafeMutableRawBufferPointer(values).copyMemory(from: part)
      }
      count = extent.count
    }
  }

  /// Makes sure that everything was read.
  ///
  /// - Throws: `StateMismatch` if anything is left.
  public func expectEnd() throws(StateMismatch) {
    guard position == bytes.count else { throw StateMismatch() }
  }
}

/// The state was written by another build of the program, or is damaged.
public struct StateMismatch: Error, Equatable {
  /// Makes the error.
  public init() {}
}
