import Randomness
import RealModule

/// A step along the line of homes whose length falls with the inverse of the homes passed.
///
/// Rank-based distance as Liben-Nowell et al. 2005 (doi 10.1073/pnas.0503018102) found it for
/// friendships; that commutes and families follow it as well is our choice.
struct RankStep: Distribution {
  /// The longest step, in homes; at least 1.
  let farthest: Double

  /// Draws a step, as often one way as the other.
  func sample(using stream: inout RandomStream) -> Double {
    let length = Double.exp(stream.uniform() * Double.log(farthest + 1)) - 1
    return stream.chance(0.5) ? length : -length
  }
}
