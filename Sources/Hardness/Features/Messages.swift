import Vocabulary

extension Feature {
  /// Whom an account writes to, and which cues the platform's classifier saw.
  static let ofMessages: [Feature] =
    [
      Feature(.messages, "runs", "Runs of messages.") {
        Double($0.acts.runs)
      },
      Feature(.messages, "runs-to-minors", "Runs of messages to minors.") {
        Double($0.runsToMinors)
      },
      Feature(.messages, "runs-to-minors-share", "Minors' share of its runs of messages.") {
        ratio($0.runsToMinors, of: $0.acts.runs)
      },
      Feature(.messages, "minors-talked-to", "Different minors it wrote to.") {
        Double($0.minorsTalkedTo)
      },
      Feature(.messages, "runs-per-minor", "Runs of messages for each minor it wrote to.") {
        ratio($0.runsToMinors, of: $0.minorsTalkedTo)
      },
      Feature(.messages, "own-share-of-talk", "Its own runs among all between it and minors.") {
        ratio($0.runsToMinors, of: $0.runsToMinors + $0.runsFromMinors)
      },
      Feature(.messages, "cue-runs", "Runs to minors with any cue.") {
        Double($0.cueRuns)
      },
      Feature(.messages, "any-cue-rate", "Share of its runs to minors with any cue.") {
        ratio($0.cueRuns, of: $0.runsToMinors)
      },
      Feature(
        .messages, "most-cues-in-a-thread", "The most different cues in its messages to one minor."
      ) {
        Double($0.mostCuesInAThread)
      },
      Feature(.messages, "most-cue-runs-in-a-thread", "The most runs with a cue to one minor.") {
        Double($0.mostCueRunsInAThread)
      },
    ] + cueRates

  /// The rate of each cue, one feature a cue.
  private static let cueRates = Cue.allCases.map { cue in
    Feature(
      .messages, "rate-of-\(cue.rawValue)",
      "Share of its runs to minors with the cue \(cue.rawValue)."
    ) {
      ratio($0.runsByCue[cue.bit], of: $0.runsToMinors)
    }
  }
}
