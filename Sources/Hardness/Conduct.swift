/// What an adult's account did and met with in a whole run, as its platform sees it: counts.
///
/// A minor is an account that declares an age below 18, whatever its owner's real age. Of the two
/// accounts of an event, the other one is what a count is about.
struct Conduct: Sendable {
  /// What it did, by when, and how much of it was looking and writing.
  var acts = Acts()

  /// Requests and follows to anybody.
  var outreach: UInt32 = 0
  /// Requests and follows to minors.
  var outreachToMinors: UInt32 = 0
  /// Of those, to minors who had no friend in common with it then.
  var unconnectedMinors: UInt32 = 0
  /// Of those, to minors who declare a place far away, or where one of the two declares none.
  var farMinors: UInt32 = 0
  /// Of those, both at once.
  var strangeMinors: UInt32 = 0
  /// Friends in common with the minors asked or followed, summed.
  var mutualsWithMinorsAsked: UInt32 = 0

  /// Its requests that were answered or lapsed.
  var requestsSettled: UInt32 = 0
  /// Its requests that were declined.
  var requestsDeclined: UInt32 = 0
  /// Its requests to minors that were answered or lapsed.
  var minorsSettled: UInt32 = 0
  /// Its requests that minors declined.
  var declinedByMinors: UInt32 = 0
  /// Its requests that minors let lapse.
  var ignoredByMinors: UInt32 = 0
  /// Times a minor blocked it.
  var blockedByMinors: UInt32 = 0
  /// Times a minor reported it.
  var reportedByMinors: UInt32 = 0

  /// Sittings with a minor's posts.
  var minorSittings: UInt32 = 0
  /// Of those, with posts of one who was no friend then.
  var strangerSittings: UInt32 = 0
  /// Minors whose posts it looked at.
  var minorsViewed: UInt32 = 0
  /// Sittings with minors' posts on the last day with any.
  var sittingsThatDay: UInt32 = 0
  /// That day.
  var lastSittingDay: Int32 = -1
  /// The most sittings with minors' posts on one day.
  var mostSittingsInADay: UInt32 = 0
  /// Looks at minors' profiles.
  var minorProfileViews: UInt32 = 0

  /// Runs of messages it sent to minors.
  var runsToMinors: UInt32 = 0
  /// Runs of messages that minors sent to it.
  var runsFromMinors: UInt32 = 0
  /// Minors it sent a message.
  var minorsTalkedTo: UInt32 = 0
  /// Runs to minors with any cue.
  var cueRuns: UInt32 = 0
  /// Runs to minors with each cue, by its bit.
  var runsByCue = SIMD8<UInt32>(repeating: 0)
  /// The most different cues in its messages to one minor.
  var mostCuesInAThread: UInt32 = 0
  /// The most runs with a cue to one minor.
  var mostCueRunsInAThread: UInt32 = 0

  /// Friends when the run started.
  var friendsAtStart: UInt32 = 0
  /// Friends when it ended.
  var friends: UInt32 = 0
  /// Minors among them.
  var minorFriends: UInt32 = 0
  /// Friends in common with them, summed.
  var mutualsWithMinorFriends: UInt32 = 0
  /// The share of pairs of friends that are friends.
  var clustering = 0.0

  /// The declared age in years; nil if none is declared.
  var declaredAge: UInt8?
  /// Whether it declares a place.
  var declaresPlace = true
}

/// Counts that nearly every act of an account adds to: apart from all others, as there is no going
/// through events without having these of all accounts at hand.
struct Acts: Sendable {
  /// Everything the account did.
  var all: UInt32 = 0
  /// Of that, between 23:00 and 05:00.
  var night: UInt32 = 0
  /// Of that, between 09:00 and 15:00 from Monday to Friday, holidays included.
  var schoolHours: UInt32 = 0
  /// Of that, on a Saturday or Sunday.
  var weekend: UInt32 = 0
  /// Sittings with anybody's posts.
  var sittings: UInt32 = 0
  /// Runs of messages it sent to anybody.
  var runs: UInt32 = 0
  /// Days on which it did anything.
  var days: UInt32 = 0
  /// The last of them.
  var lastDay: Int32 = -1
}

/// A share or mean; that of nothing is 0, so that every account has a value.
func ratio(_ part: UInt32, of whole: UInt32) -> Double {
  whole == 0 ? 0 : Double(part) / Double(whole)
}
