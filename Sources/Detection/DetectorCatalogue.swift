import Vocabulary

/// Every built-in detector, in the order in which reports list them.
public enum DetectorCatalogue {
  /// The entries; a new detector adds a line.
  public static let entries: [Entry] = [
    UnconnectedOutreach.entry,
    RejectedByChildren.entry,
    ViewSpike.entry,
    ConversationCues.entry,
  ]

  /// A detector as help, reports and the engine know it.
  public struct Entry: Sendable {
    /// The name in files, options and tables.
    public let name: String
    /// What it looks for, in one sentence.
    public let about: String
    /// Whether the settings have it run.
    public let isEnabled: @Sendable (DetectionSettings) -> Bool
    /// Has the detector alert from a score on: sets its threshold, and nothing else.
    ///
    /// Every score is at least 0, so that 0 is the most permissive threshold. One that the settings
    /// cannot express, such as half an account, becomes the next stricter.
    public let setThreshold: @Sendable (inout DetectionSettings, Double) -> Void
    let make: @Sendable (DetectionSettings, DeclaredAccounts) -> any Detector
  }

  /// The entry with a name.
  public static func entry(named name: String) -> Entry? {
    entries.first { $0.name == name }
  }
}
