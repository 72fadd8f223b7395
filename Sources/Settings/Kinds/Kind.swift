/// A kind of value: how it is read, written and described.
///
/// A new kind is a new file beside this one, with a static function here and one on `Key`.
struct Kind<Value: Sendable>: Sendable {
  /// The kind in the catalogue, such as "whole number".
  var word: String
  /// What a problem says was expected, such as "a whole number from 1 to 9 (pupils)".
  var expected: String
  var unit: String?
  /// The bounds in the catalogue; empty if there are none.
  var bounds = ""
  /// The JSON Schema members that say what is accepted.
  var schema: [JSONValue.Member]
  /// What the schema members cannot say, as a sentence for the schema's description.
  var remark = ""
  /// Reads a node over the value so far at a path; reports problems and returns nil if it cannot.
  var read: @Sendable (DocumentNode, Value, String, inout Reading) -> Value?
  /// Writes the value, so that reading gives the same; nil if absence is the way to write it.
  var write: @Sendable (Value) -> DocumentNode?
  /// The name of the elements' key that must differ between them.
  var unique: String?
  var children: @Sendable (Value) -> KeyDescription.Children = { _ in .none }
}
