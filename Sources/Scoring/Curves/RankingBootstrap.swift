import Parallelism
import Randomness

/// How much the areas of a ranking vary when those who were scored are drawn again, with replacement.
///
/// Efron 1979, Annals of Statistics 7, 1-26, doi 10.1214/aos/1176344552. Scores are put in order once; a
/// draw is a whole number per score, and its areas are one pass in that order. Those without a score
/// are drawn as two numbers, as they are all tied. The scores of a person are drawn together.
public struct RankingBootstrap: Sendable {
  /// Where each group of ties ends: for each score from the highest, 1 if it is the last of its.
  private let isLast: [Bool]
  /// For each score from the highest, 1 if it is a positive's.
  private let labels: [UInt16]
  /// Those without a score who have no other.
  private let unscored: (positives: Int, negatives: Int)
  /// The places of scores that are drawn by themselves; empty where all are.
  private let alone: [Int]
  /// Persons who are drawn with all their scores.
  private let persons: [Person]

  /// Where the scores of a person stand, and how many are not there.
  private struct Person {
    var places: [Int]
    var unscored: (positives: Int, negatives: Int)
  }

  /// The areas of one draw.
  public struct Draw: Sendable, Equatable {
    /// The area under the ROC curve; nil where one of the groups was not drawn.
    public var area: Double?
    /// The average precision; nil without a positive.
    public var averagePrecision: Double?
  }

  /// Puts scores in order; see `RankedScores`.
  ///
  /// Negatives who have several scores of which none is there are drawn one by one: that changes next to
  /// nothing, as there are many and all are tied.
  ///
  /// - Complexity: O(n log n).
  public init(
    scores: [Double], labels: [Bool],
    unscored: (positives: Int, negatives: Int) = (positives: 0, negatives: 0),
    persons: [ScoredPerson] = []
  ) {
    precondition(scores.count == labels.count, "every score has a label")
    let order = scores.indices.sorted { scores[$0] > scores[$1] }
    self.labels = order.map { labels[$0] ? 1 : 0 }
    isLast = order.indices.map { position in
      position + 1 == order.count || scores[order[position + 1]] != scores[order[position]]
    }
    // Any place with the score and the label will do, as long as nobody else takes it.
    var free: [ScoredPlace: [Int]] = [:]
    if !persons.isEmpty {
      for (position, index) in order.enumerated().reversed() {
        free[ScoredPlace(score: scores[index], hasLabel: labels[index]), default: []] += [position]
      }
    }
    var together: [Person] = []
    var left = unscored
    for person in persons where person.hasLabel || person.scores.contains(where: { $0 != nil }) {
      let hidden = person.scores.count { $0 == nil }
      let places = person.scores.compactMap { score in
        score.flatMap { free[ScoredPlace(score: $0, hasLabel: person.hasLabel)]?.popLast() }
      }
      precondition(places.count + hidden == person.scores.count, "a person's scores are all there")
      let counts = person.hasLabel ? (hidden, 0) : (0, hidden)
      left = (left.positives - counts.0, left.negatives - counts.1)
      together.append(Person(places: places, unscored: counts))
    }
    self.unscored = left
    self.persons = together
    let taken = Set(together.flatMap(\.places))
    alone = together.isEmpty ? [] : order.indices.filter { !taken.contains($0) }
  }

  private struct ScoredPlace: Hashable {
    var score: Double
    var hasLabel: Bool
  }

  /// Draws as often as told.
  ///
  /// - Parameters:
  ///   - count: how many draws.
  ///   - seed: what they are a function of, with their number.
  ///   - threads: how many threads may work; changes no result.
  /// - Returns: the areas of each draw.
  /// - Complexity: O(draws · scores), however many there are without one.
  public func draws(_ count: Int, seed: UInt64, threads: Int = 1) -> [Draw] {
    parallelMap(
      count: count, threads: threads,
      scratch: {
        (
          places: [UInt16](repeating: 0, count: labels.count),
          units: [UInt16](repeating: 0, count: persons.isEmpty ? 0 : alone.count + persons.count)
        )
      }
    ) { number, counts in
      draw(RandomStream(seed: seed, purpose: .resampledScores, entity: UInt64(number)), &counts)
    }
  }

  private func draw(
    _ stream: consuming RandomStream, _ counts: inout (places: [UInt16], units: [UInt16])
  ) -> Draw {
    let hidden = unscored.positives + unscored.negatives
    let scoredUnits = persons.isEmpty ? labels.count : counts.units.count
    let all = scoredUnits + hidden
    var (scored, positives) = (all, 0)
    if hidden > 0 {
      scored = Binomial(trials: all, probability: Double(scoredUnits) / Double(all))
        .sample(using: &stream)
      positives = Binomial(
        trials: all - scored, probability: Double(unscored.positives) / Double(hidden)
      ).sample(using: &stream)
    }
    var negatives = all - scored - positives
    for index in counts.places.indices { counts.places[index] = 0 }
    guard !persons.isEmpty else {
      stream.tally(scored, into: &counts.places)
      return areas(counts.places, unscored: (positives, negatives))
    }
    for index in counts.units.indices { counts.units[index] = 0 }
    stream.tally(scored, into: &counts.units)
    for (unit, place) in alone.enumerated() { counts.places[place] = counts.units[unit] }
    for (person, times) in zip(persons, counts.units[alone.count...]) {
      for place in person.places { counts.places[place] = times }
      positives += Int(times) * person.unscored.positives
      negatives += Int(times) * person.unscored.negatives
    }
    return areas(counts.places, unscored: (positives, negatives))
  }

  /// The areas where each score comes as often as told.
  private func areas(
    _ counts: [UInt16], unscored: (positives: Int, negatives: Int)
  ) -> Draw {
    let (counts, labels, isLast) = (counts.span, labels.span, isLast.span)
    var (hits, alarms, wins, precision) = (0, 0, 0, 0.0)
    var (all, positives) = (0, 0)
    func add() {
      wins &+= (all &- positives) &* (2 &* hits &+ positives)
      hits &+= positives
      alarms &+= all &- positives
      if positives > 0 { precision += Double(positives * hits) / Double(hits &+ alarms) }
      (all, positives) = (0, 0)
    }
    for index in counts.indices {
      let count = counts[index]
      all &+= Int(count)
      positives &+= Int(count &* labels[index])
      if isLast[index] { add() }
    }
    (all, positives) = (unscored.positives + unscored.negatives, unscored.positives)
    add()
    return Draw(
      area: hits > 0 && alarms > 0 ? Double(wins) / (2 * Double(hits) * Double(alarms)) : nil,
      averagePrecision: hits > 0 ? precision / Double(hits) : nil)
  }
}
