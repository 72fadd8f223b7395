import Vocabulary

/// An event on its way.
struct Arrival: Comparable {
  var event: Event
  /// The number of the event in the run.
  var number: Int
  /// When it arrives.
  var time: SimTime

  /// Orders arrivals by time; of one second, by what happened first.
  static func < (left: Arrival, right: Arrival) -> Bool {
    (left.time, left.number) < (right.time, right.number)
  }
}
