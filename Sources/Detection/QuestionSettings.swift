public import Settings

/// A detector that is a question to the graph, asked each night: in SQL or as a pattern.
public struct QuestionSettings: SettingsSection {
  /// Its name.
  public var name = ""
  /// Whether it runs.
  public var enabled = true
  /// The question in SQL; empty if it is a pattern.
  public var sql = ""
  /// The question as `tocsin match` takes it; empty if it is SQL.
  public var match = ""
  /// How many days lie between two nights on which it is asked.
  public var everyDays = 1
  /// The least score that alerts.
  public var leastScore = 0.0
  /// How many million steps of SQLite an answer may take.
  public var millionSteps = 1_000

  /// Makes a question without a name, which must be given.
  public init() {}

  /// One row per key.
  public static let keys: [Key<Self>] = [
    .text(
      "name", \.name, rule: .kebabCase, source: .assumption("each question has its own"),
      about: "The detector's name, for options and tables."
    ).required,
    .flag(
      "enabled", \.enabled, source: .assumption("a question that is asked is answered"),
      about: "Whether this detector runs."),
    .text(
      "sql", \.sql, source: .assumption("none: a question is given in SQL or as a pattern"),
      about: "One SELECT on the graph as the platform knows it that night; gives a column suspect."
    ),
    .text(
      "match", \.match, source: .assumption("none: a question is given in SQL or as a pattern"),
      about: "The same as a pattern, in the language of tocsin match; returns something AS suspect."
    ),
    .number(
      "every-days", \.everyDays, unit: "days", in: 1...365,
      source: .assumption("our choice: every night"),
      about: "How many days lie between two nights on which it is asked."),
    .number(
      "least-score", \.leastScore, in: 0.0...1e12,
      source: .assumption("our choice: whatever the question gives is an alert"),
      about: "The least score that alerts; a question without a column score gives 1."),
    .number(
      "million-steps", \.millionSteps, unit: "million steps", in: 1...1_000_000,
      source: .assumption(
        "our choice: some ten seconds; steps and not seconds, so that no clock changes a result"),
      about: "How many steps of SQLite an answer may take before the question is given up."),
  ]
}
