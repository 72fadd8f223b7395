import Randomness

/// What a child does when it ends an uncomfortable contact; several things may go together.
struct ChildResponse: OptionSet, Sendable {
  let rawValue: Int

  /// Blocks the account.
  static let block = Self(rawValue: 1)
  /// Reports it to the platform.
  static let report = Self(rawValue: 2)
  /// Tells an adult, of which the platform sees nothing.
  static let tellAdult = Self(rawValue: 4)

  /// Responses with the shares that a scenario gives, overlaps and all.
  ///
  /// Among those who do anything each thing is taken to be done independently, given that one is:
  /// with the probabilities t·w of the three shares w among them, where t is found so that the
  /// shares come out, t = 1 - (1 - t·w1)(1 - t·w2)(1 - t·w3).
  struct Draw: Sendable {
    /// One of the eight combinations, by raw value.
    private let choice: Categorical

    init(_ settings: ChildResponseSettings) {
      let active = 1 - settings.nothing
      let shares = [settings.block, settings.report, settings.tellAdult].map {
        active > 0 ? min($0 / active, 1) : 0
      }
      // From above, because the right side is concave in t and 0 solves it too.
      var t = 1.0
      for _ in 0..<500 { t = 1 - shares.reduce(1) { $0 * (1 - $1 * t) } }
      let weights = (1..<8).map { combination in
        shares.indices.reduce(1.0) { product, index in
          product * (combination >> index & 1 == 1 ? t * shares[index] : 1 - t * shares[index])
        }
      }
      let sum = weights.reduce(0, +)
      choice = Categorical(
        weights: [sum > 0 ? settings.nothing : 1] + weights.map { $0 * active / max(sum, 1e-300) })
    }

    /// Draws what one child does.
    func sample(using stream: inout RandomStream) -> ChildResponse {
      ChildResponse(rawValue: choice.sample(using: &stream))
    }
  }
}
