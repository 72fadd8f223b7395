import Vocabulary

/// One slice of a day: what came about in it, put in order and laid out as columns.
struct DaySlice: Sendable {
  /// The events, in their total order.
  var log = EventLog()
  private var sorter = EventSorter()

  /// Gathers the events of a slice from all drafts and from the changes, and puts them in order.
  ///
  /// - Parameters:
  ///   - slice: which slice of the day.
  ///   - drafts: all drafts of the day, cut into slices.
  ///   - changes: the changes that came about in the slice.
  ///   - exclusions: what of the drafts does not come about.
  mutating func lay(
    _ slice: Int, of drafts: [DayDraft], changes: ArraySlice<Event>, except exclusions: Exclusions
  ) {
    sorter.removeAll()
    for draft in drafts {
      for event in draft.events[draft.sliceStarts[slice]..<draft.sliceStarts[slice + 1]]
      where !exclusions.exclude(event) {
        sorter.add(event)
      }
    }
    for event in changes { sorter.add(event) }
    sorter.sort()
    log.replaceAll(with: sorter.keys)
  }
}
