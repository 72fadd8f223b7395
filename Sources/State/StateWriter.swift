/// The state of something that goes on from day to day, on its way into bytes.
///
/// Values are written as they lie in memory, for the same build of the program on the same machine
/// to read back in the same order. It is no format to keep anything in.
@safe public struct StateWriter {
  /// The bytes so far.
  public private(set) var bytes: [UInt8] = []

  /// Makes a writer that nothing was written to.
  public init() {}

  /// Writes a value.
  public mutating func write<Value: BitwiseCopyable>(_ value: Value) {
    unsafe withUnsafeBytes(of: value) { unsafe bytes.append(contentsOf: $0) }
  }

  /// Writes values, with how many there are and how large each is.
  public mutating func write<Value: BitwiseCopyable>(_ values: [Value]) {
    write(StateExtent(count: values.count, stride: MemoryLayout<Value>.stride))
    unsafe values.withUnsafeBytes { unsafe bytes.append(contentsOf: $0) }
  }
}

/// How many values follow, and the size of each.
struct StateExtent: BitwiseCopyable {
  var count: Int
  var stride: Int
}
