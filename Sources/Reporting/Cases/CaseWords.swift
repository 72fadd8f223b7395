import Activity
import Scoring
import Vocabulary

/// What happens in a case, in sentences.
struct CaseWords {
  /// What really was.
  let contact: GroundTruth.Case
  /// Writes a moment as people do.
  let calendar: @Sendable (SimTime) -> String
  /// Why each detector alerts, by its name.
  let because: [String: String]

  /// A sentence or two on an entry of the timeline.
  func sentence(for entry: CaseTimeline.Entry) -> String {
    switch entry.happening {
    case .act(let party, let kind): "The \(party.rawValue) \(verb(of: kind, by: party))."
    case .day(let sum): "\(Self.sum(sum))\(until(sum, from: entry.time))."
    case .stage(let stage): "Stage '\(stage.name)' begins: \(Self.meaning(of: stage))."
    case .movedOffPlatform:
      "The conversation moves off the platform, which sees nothing of it from here on."
    case .told: "The child tells an adult."
    case .ended: "The contact ends without a meeting."
    case .meeting: "They meet."
    case .alert(let alert): self.alert(alert)
    case .runEnded: "The run ends; they are still in contact."
    }
  }

  private func verb(of kind: EventKind, by party: CaseTimeline.Party) -> String {
    let other = party == .groomer ? "child" : "groomer"
    return switch kind {
    case .request: "asks the \(other) to be friends"
    case .acceptance: "accepts; they are friends"
    case .refusal: "declines"
    case .expiry: "has not answered, and the request lapses"
    case .follow: "follows the \(other)"
    case .unfriend: "ends the friendship"
    case .block: "blocks the \(other)"
    case .report: "reports the \(other) to the moderators"
    case .post, .view, .profileView, .message: "does \(kind.name)"
    }
  }

  /// What the two did in a day.
  private static func sum(_ sum: DaySum) -> String {
    let clauses = CaseTimeline.Party.allCases.compactMap { party -> String? in
      let share = sum.share(of: party)
      guard share.events > 0 else { return nil }
      let other = party == .groomer ? "child" : "groomer"
      let count = Numerals.count(share.count)
      let plural = share.count == 1 ? "" : "s"
      let act =
        switch sum.topic {
        case .views: "looks at \(count) post\(plural) of the \(other)"
        case .profileViews: "opens the \(other)'s profile \(count) time\(plural)"
        case .messages: "sends \(count) message\(plural)\(cues(in: share))"
        }
      return "the \(party.rawValue) \(act)"
    }
    let text = clauses.joined(separator: ", ")
    return text.prefix(1).uppercased() + text.dropFirst()
  }

  /// The cues of messages, with how many runs bore each.
  private static func cues(in share: DaySum.Share) -> String {
    let names = Cue.allCases.filter { share.cues[$0.bit] > 0 }.map { cue in
      share.cues[cue.bit] > 1 ? "\(cue.rawValue) x\(share.cues[cue.bit])" : cue.rawValue
    }
    return names.isEmpty ? "" : " (\(names.joined(separator: ", ")))"
  }

  /// Until when a day's sum goes, where that is not its beginning.
  private func until(_ sum: DaySum, from first: SimTime) -> String {
    let last = calendar(sum.last)
    return last == calendar(first) ? "" : ", until \(last.suffix(5))"
  }

  private func alert(_ alert: Alert) -> String {
    var words = "ALERT by \(alert.detector.printable) on the groomer"
    if alert.child == contact.child { words += ", naming this child" }
    if let other = alert.child, other != contact.child { words += ", naming child \(other)" }
    let sentence = AlertSentence(of: alert, because: because[alert.detector] ?? "")
    let reasons = sentence.predicate.map { "it \($0)" } ?? sentence.listed
    if !reasons.isEmpty { words += "; \(reasons)" }
    if let meeting = contact.firstMeeting {
      let days = meeting.days(since: alert.time)
      words += ". \(Numerals.days(days.magnitude)) days "
      words += days > 0 ? "before the meeting" : "after the meeting"
    }
    return words + "."
  }

  private static func meaning(of stage: Stage) -> String {
    switch stage {
    case .approach: "a request or a first message"
    case .rapport: "ordinary-looking talk that builds trust"
    case .isolation: "asking about circumstances, secrecy and other platforms"
    case .arranging: "arranging to meet"
    }
  }
}
