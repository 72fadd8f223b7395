/// How likely something is to have happened by a time, where other things may forestall it and some
/// are still under way: the estimate of Aalen and Johansen.
///
/// F(t) = Σ S(t_i−) d_i / n_i over the times t_i ≤ t of endings, with d_i endings of the kind looked
/// for among the n_i still under way, and S the share (Kaplan and Meier's) with no ending of any kind
/// before. Aalen and Johansen 1978, Scandinavian Journal of Statistics 5, 141-150 (MEMORY; held
/// against an independent implementation in the tests).
struct CumulativeIncidence {
  /// One course of things.
  struct Course {
    /// How long it went on, until its ending or until it was last seen.
    var days: Double
    /// What ended it.
    var ending: Ending
    /// Whom it goes together with.
    var cluster: Int
  }

  /// What ends a course; of one time, those that still go on come last.
  enum Ending: Int {
    /// What is looked for.
    case event
    /// Something else, which forestalls it.
    case other
    /// Nothing as yet.
    case ongoing
  }

  /// Courses by their time, those that still go on last of one time.
  private let courses: [Course]

  init(_ courses: [Course]) {
    self.courses = courses.sorted { ($0.days, $0.ending.rawValue) < ($1.days, $1.ending.rawValue) }
  }

  /// F at a time and at the end.
  ///
  /// - Parameters:
  ///   - time: the time.
  ///   - isLeftOut: which clusters are left out.
  /// - Returns: both values.
  /// - Complexity: linear in courses.
  func values(
    at time: Double, without isLeftOut: (_ cluster: Int) -> Bool = { _ in false }
  ) -> (then: Double, finally: Double) {
    var underWay = courses.count { !isLeftOut($0.cluster) }
    var survival = 1.0
    var incidence = 0.0
    var then = 0.0
    // One ending after the other gives the same as those of one time taken together: of d endings
    // among n, S falls by 1/n of S in each of d steps.
    for course in courses where !isLeftOut(course.cluster) {
      let step = survival / Double(underWay)
      underWay -= 1
      if course.ending == .ongoing { continue }
      if course.ending == .event { incidence += step }
      survival -= step
      if course.days <= time { then = incidence }
    }
    return (then, incidence)
  }
}
