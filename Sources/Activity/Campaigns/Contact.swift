import State
import Vocabulary

/// A groomer and a child who has accepted.
struct Contact: Sendable {
  /// The groomer's account.
  var groomer: Int
  var child: Int
  /// Position of the groomer among all.
  var owner: Int
  /// The request.
  var firstContact: SimTime
  var course: Course

  /// The two.
  var pair: Platform.Pair { Platform.Pair(groomer, child) }

  /// The contact as a case of the truth: what happened by the end of the run.
  func truth(end: SimTime) -> GroundTruth.Case {
    func happened(_ time: SimTime?) -> SimTime? { time.flatMap { $0 <= end ? $0 : nil } }
    let approach = GroundTruth.StageStart(stage: .approach, time: firstContact)
    return GroundTruth.Case(
      groomer: AccountID(groomer), child: AccountID(child), firstContact: firstContact,
      stages: [approach] + course.stages.filter { $0.time <= end },
      movedOffPlatform: happened(course.move),
      ended: course.meets ? nil : happened(course.end),
      told: happened(course.told),
      firstMeeting: course.meets ? happened(course.end) : nil)
  }
}

extension Contact {
  /// Writes the contact down.
  func save(to state: inout StateWriter) {
    state.write([groomer, child, owner])
    state.write(firstContact)
    course.save(to: &state)
  }

  /// Takes over a contact that was written down.
  init(from state: inout StateReader) throws(StateMismatch) {
    let numbers = try state.readAll(Int.self)
    guard numbers.count == 3 else { throw StateMismatch() }
    self.init(
      groomer: numbers[0], child: numbers[1], owner: numbers[2], firstContact: try state.read(),
      course: try Course(from: &state))
  }
}
