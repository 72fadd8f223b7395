import RealModule

/// How often somebody is asked to be friends, and accepts, by whether the two have a friend in common.
struct RequestHabits: Sendable {
  /// Requests by accounts with no friend in common.
  var strangers = Answers()
  /// Requests by accounts with friends in common.
  var acquainted = Answers()

  /// Requests of one sort, and what came of them.
  struct Answers: Sendable {
    var requests = 0.0
    var answered = 0.0
    var accepted = 0.0

    /// The share that is accepted, drawn towards a usual share as if by so many answers more.
    func acceptance(usual: Double, weight: Double) -> Double {
      (accepted + weight * usual) / (answered + weight)
    }

    /// The share that is accepted, by Laplace's rule of succession.
    var acceptance: Double { (accepted + 1) / (answered + 2) }
  }

  /// How often a request is a stranger's, by Laplace's rule of succession.
  private var strangeness: Double {
    (strangers.requests + 1) / (strangers.requests + acquainted.requests + 2)
  }

  /// How much more this target is chosen by strangers than by others, as a log-likelihood ratio.
  ///
  /// The logarithm of (its share of all requests by strangers) / (its share of all other requests),
  /// which is the logarithm of the odds that a request to it is a stranger's, less that of the odds
  /// for everybody's requests.
  ///
  /// - Parameters:
  ///   - everybody: the habits of all targets together.
  ///   - weight: as many requests as if it had had more, of the usual sort.
  /// - Returns: nats; positive where strangers choose it more.
  func choice(among everybody: RequestHabits, weight: Double) -> Double {
    let usual = everybody.strangeness
    let requests = strangers.requests + acquainted.requests
    let own = (strangers.requests + weight * usual) / (requests + weight)
    return Double.log(own / (1 - own)) - Double.log(usual / (1 - usual))
  }

  /// How much likelier an answer is to a stranger than to others, as a log-likelihood ratio.
  func response(accepted: Bool, among everybody: RequestHabits, weight: Double) -> Double {
    let stranger = strangers.acceptance(usual: everybody.strangers.acceptance, weight: weight)
    let other = acquainted.acceptance(usual: everybody.acquainted.acceptance, weight: weight)
    return accepted ? Double.log(stranger / other) : Double.log((1 - stranger) / (1 - other))
  }
}
