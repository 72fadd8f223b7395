import RealModule

/// Votes that spread over requests from trusted accounts, and what ratings they give.
///
/// VoteTrust (Yang, Xue, Yang, Wang, Dai, INFOCOM 2013; Xue et al. 2016, doi
/// 10.1109/TDSC.2015.2410792). First, each account gets votes: all begin at the seeds and go along
/// requests, from who asks to who is asked,
/// `votes(u) = d * sum over v who asked u of votes(v) / asked(v) + (1 - d) * initial(u)`;
/// what accounts that asked nobody would pass on goes to all alike, as in the example of the authors'
/// slides. Then the answers are votes on who asked: see `ratings`.
struct VoteAssignment {
  /// A request, with what came of it.
  struct Request {
    var from: Int
    var to: Int
    /// Whether it was accepted; nil while it is open.
    var isAccepted: Bool?
  }

  /// The votes of each account; one per account in sum.
  private(set) var votes: [Double]
  private let requests: [Request]

  /// The share of votes that are passed on, in the example of the authors' slides.
  static let damping = 0.85

  /// Assigns votes.
  ///
  /// - Parameters:
  ///   - accounts: how many accounts there are.
  ///   - requests: one for each pair at most, ascending by who asked.
  ///   - seeds: the accounts that votes begin at.
  /// - Complexity: accounts and requests, times some tens.
  init(accounts: Int, requests: [Request], seeds: [Int]) {
    self.requests = requests
    var asked = [Int](repeating: 0, count: accounts)
    for request in requests { asked[request.from] += 1 }
    var initial = [Double](repeating: 0, count: accounts)
    for seed in seeds { initial[seed] = Double(accounts) / Double(seeds.count) }
    votes = initial
    var difference = Double.infinity
    // Each round leaves at most 0.85 of the difference: 150 would be enough for 1e-10.
    while difference > 1e-10 * Double(accounts) {
      var passed = [Double](repeating: 0, count: accounts)
      var stuck = 0.0
      for account in 0..<accounts where asked[account] == 0 { stuck += votes[account] }
      for request in requests {
        passed[request.to] += votes[request.from] / Double(asked[request.from])
      }
      difference = 0
      for account in 0..<accounts {
        let new =
          Self.damping * (passed[account] + stuck / Double(accounts))
          + (1 - Self.damping) * initial[account]
        difference += abs(new - votes[account])
        votes[account] = new
      }
    }
  }

  /// The rating of each account, from 0 for one whose requests trusted accounts turn down to 1; 0.5
  /// for who got no answer.
  ///
  /// The share of votes that accept, each vote weighted with the voter's votes and own rating, drawn
  /// to one half as far as answers are few: the centre of Wilson's interval at 95 %. Again until the
  /// ratings stay, from 0.5 for all, or 100 times.
  ///
  /// - Complexity: accounts and requests, times some tens.
  func ratings() -> [Double] {
    let accounts = votes.count
    var answers = [Int](repeating: 0, count: accounts)
    for request in requests where request.isAccepted != nil { answers[request.from] += 1 }
    var ratings = [Double](repeating: 0.5, count: accounts)
    for _ in 0..<100 {
      var accepting = [Double](repeating: 0, count: accounts)
      var all = accepting
      for request in requests {
        guard let isAccepted = request.isAccepted else { continue }
        let weight = votes[request.to] * ratings[request.to]
        all[request.from] += weight
        if isAccepted { accepting[request.from] += weight }
      }
      var difference = 0.0
      for account in 0..<accounts where all[account] > 0 {
        let new = Self.centre(
          share: accepting[account] / all[account], answers: Double(answers[account]))
        difference += abs(new - ratings[account])
        ratings[account] = new
      }
      if difference < 1e-9 * Double(accounts) { break }
    }
    return ratings
  }

  /// The centre of the interval of a share of answers (Wilson 1927, doi
  /// 10.1080/01621459.1927.10502953) at 95 %.
  private static func centre(share: Double, answers: Double) -> Double {
    // 1.959963984540054 squared, the 0.95 quantile of chi-squared with one degree of freedom.
    let square = 3.841458820694124
    return (share + square / (2 * answers)) / (1 + square / answers)
  }
}
