/// A probability distribution that values can be drawn from.
///
/// A conformer is a value: it holds its parameters and what follows from them, never the state of a
/// generator, so one can be shared by any number of streams. Its file says which values it gives,
/// how many numbers a draw takes from the stream, and where the method comes from.
///
/// Implement `sample(using:)` as a pure function of the parameters and the stream. Parameters that
/// make no sense are a programmer's mistake and stop the program in the initialiser.
public protocol Distribution<Value>: Sendable {
  /// What is drawn.
  associatedtype Value

  /// Draws one value.
  ///
  /// - Parameter stream: The stream the randomness is taken from; it moves on.
  /// - Returns: A value with this distribution, independent of earlier ones.
  func sample(using stream: inout RandomStream) -> Value
}
