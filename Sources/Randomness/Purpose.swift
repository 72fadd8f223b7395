/// What a random number is for: one of the coordinates of every stream.
///
/// Two purposes never share a number, so code that starts to draw for a new purpose leaves the
/// draws of all others as they were.
///
/// To add one, write a case with a number that no case has or ever had, and a comment that says
/// what is drawn and what the entity and the counter of its streams are. The order of the cases
/// means nothing. A number is never changed and never given out again: when a case goes, its number
/// stays behind in a comment. The top numbers, from 0xFFF0, are for tests.
public enum Purpose: UInt16, CaseIterable, Sendable {
  /// For tests.
  case test = 0xFFFF
  /// For tests that need a second purpose beside `test`.
  case otherTest = 0xFFFE
}
