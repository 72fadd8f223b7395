/// SHA-256 of a text.
public enum TextDigest {
  /// The digest of a text in UTF-8, as 64 hexadecimal digits.
  public static func hexadecimal(of text: String) -> String {
    var hash = SHA256()
    hash.update(Array(text.utf8))
    return hash.hexadecimal()
  }
}
