public import Detection
import Patterns
public import Settings
import Storage
import Vocabulary

/// The detectors of a scenario that are questions to its graph.
public enum Questions {
  /// An entry for each question, in the scenario's order.
  ///
  /// - Parameters:
  ///   - settings: the detectors' parameters.
  ///   - isInterrupted: asked several times a second while a question is answered, on any thread;
  ///     whether somebody wants to stop. The question is then given up.
  /// - Returns: the entries.
  public static func entries(
    of settings: DetectionSettings, isInterrupted: @escaping @Sendable () -> Bool = { false }
  ) -> [DetectorCatalogue.Entry] {
    settings.questions.map { question in
      let name = question.name
      return DetectorCatalogue.Entry(
        name: name, group: .outside, about: "A question of the scenario, asked each night.",
        isEnabled: { $0.question(named: name)?.enabled ?? false },
        setThreshold: { settings, score in
          guard let index = settings.questions.firstIndex(where: { $0.name == name }) else {
            return
          }
          settings.questions[index].leastScore = score
        },
        make: { settings, view in
          NightlyQuestion(
            settings.question(named: name) ?? question, on: view, isInterrupted: isInterrupted)
        })
    }
  }

  /// What is wrong with the questions of a scenario: each is tried on a graph without accounts.
  ///
  /// - Parameters:
  ///   - settings: the detectors' parameters.
  ///   - path: where they stand in the document.
  /// - Returns: an objection for each that cannot be asked, in order.
  public static func objections(
    to settings: DetectionSettings, at path: Objection.KeyPath
  ) -> [Objection] {
    var objections: [Objection] = []
    for (index, question) in settings.questions.enumerated() {
      let path = path.key("questions").index(index)
      if DetectorCatalogue.isTaken(question.name) {
        objections.append(
          Objection(
            at: path.key("name"),
            "found \(question.name), the name of a built-in detector or of a group; give it another"
          ))
      }
      guard question.sql.isEmpty != question.match.isEmpty else {
        objections.append(
          Objection(
            at: path,
            "found \(question.sql.isEmpty ? "neither" : "both") of sql and match, expected one "
              + "of the two; \(question.sql.isEmpty ? "add" : "remove") one"))
        continue
      }
      do throws(QuestionError) {
        try LiveGraph.check(try question.question().get())
      } catch {
        objections.append(
          Objection(at: path.key(question.sql.isEmpty ? "match" : "sql"), "\(error)"))
      }
    }
    return objections
  }
}

extension DetectionSettings {
  fileprivate func question(named name: String) -> QuestionSettings? {
    questions.first { $0.name == name }
  }
}

extension QuestionSettings {
  /// The question in SQL, a pattern translated.
  func question() -> Result<GraphQuestion, QuestionError> {
    let limit = millionSteps * 1_000_000
    guard sql.isEmpty else {
      let sql = sql
      return .success(GraphQuestion(stepLimit: limit) { _ in (sql, []) })
    }
    do throws(PatternError) {
      let pattern = try PatternQuery(match)
      // Whether it can be translated does not depend on the moment.
      _ = try Self.statement(of: pattern, at: SimTime(day: 0))
      return .success(
        GraphQuestion(stepLimit: limit) { now in
          guard let statement = try? Self.statement(of: pattern, at: now) else { return ("", []) }
          return (statement.sql, statement.bindings)
        })
    } catch {
      let words = error.fault.words { NearestName(to: $0).among($1) }
      return .failure(
        .query(.sql(message: words, text: match, position: error.position(in: match))))
    }
  }

  private static func statement(
    of pattern: PatternQuery, at now: SimTime
  ) throws(PatternError) -> PatternStatement {
    try pattern.statement(
      asOf: now,
      parameters: [
        "now": .integer(Int64(now.rawValue)), "day": .integer(Int64(now.day)),
      ])
  }
}
