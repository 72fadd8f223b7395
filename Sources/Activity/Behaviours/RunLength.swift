import Randomness
import RealModule

/// How many messages a run has: a log-normal number, rounded up and held to 255.
///
/// Drawn from a table of the 255 probabilities: one draw and two reads.
struct RunLength: Sendable {
  private let lengths: Categorical

  /// The most that an event can count.
  private static let most = 255

  init(_ settings: MessageSettings) {
    let cumulative = (1..<Self.most).map { length in
      Self.probability(atMost: Double(length), settings)
    }
    lengths = Categorical(
      weights: zip(cumulative + [1], [0] + cumulative).map { max($0 - $1, 0) })
  }

  /// Draws a length.
  func sample(using stream: inout RandomStream) -> UInt8 {
    UInt8(lengths.sample(using: &stream) + 1)
  }

  private static func probability(atMost length: Double, _ settings: MessageSettings) -> Double {
    let distance = Double.log(length / settings.runLengthMedian)
    guard settings.runLengthSigma > 0 else { return distance >= 0 ? 1 : 0 }
    return 0.5 * Double.erfc(-distance / settings.runLengthSigma / Double.sqrt(2))
  }
}
