/// The version of Tocsin; the same scenario, seed and version give the same bytes.
public enum TocsinVersion {
  /// The version of this build.
  public static let current = "0.1.0"
}
