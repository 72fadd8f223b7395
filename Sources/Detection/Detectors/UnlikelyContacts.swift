import RealModule
public import Settings
import Vocabulary

/// Adults whose requests and follows to under-18s are unlikely ones, for distance, friends in common
/// and age taken together.
///
/// The surprise of a contact is the negative logarithm of how likely one is at such a distance, with
/// so many friends in common and with such a gap in age, the three as if independent. Distance goes
/// by the kernel of Backstrom, Sun and Marlow (WWW 2010); the other two by how often they were among
/// the contacts of all adults with under-18s before. An account's contacts in a window are held
/// against all adults' by a standard score of their mean: the mean alone would blame whoever had one
/// odd contact, the sum whoever had many ordinary ones.
struct UnlikelyContacts: Detector {
  static let entry = DetectorCatalogue.Entry(
    name: "unlikely-contacts", group: .peer,
    about: "Requests and follows to under-18s that distance, mutual friends and age make unlikely.",
    because:
      "asked or followed {minors} under-18s who were unlikely for it by distance, friends in common "
      + "and age: a surprise of {mean-surprise} each, where {usual-surprise} is usual",
    isEnabled: { $0.unlikelyContacts.enabled },
    setThreshold: { $0.unlikelyContacts.limit = max(0, $1) }
  ) { settings, view in
    UnlikelyContacts(settings: settings.unlikelyContacts, ages: view.accounts.ages)
  }

  private let settings: UnlikelyContactsSettings
  /// The declared age of each account; one per account, ascending id.
  private let ages: [UInt8]
  private var contacts: [UInt32: SlidingWindow<Contact>] = [:]
  private var surprises = RunningMoments()
  /// The surprise by distance where it is known.
  private var distances = RunningMoments()
  /// How many contacts had how many friends in common: none, 1 or 2, 3 to 10, more.
  private var mutualBands = Frequencies(bands: 4)
  /// How many contacts had a gap in age of how many decades; 5 is that or more.
  private var ageBands = Frequencies(bands: 6)

  private struct Contact {
    let child: UInt32
    let event: Int
    let surprise: Double
  }

  /// How often each of some bands occurred.
  struct Frequencies: Sendable {
    private var counts: [Double]
    private var total = 0.0

    init(bands: Int) {
      counts = Array(repeating: 0, count: bands)
    }

    /// The negative logarithm of a band's share, by Laplace's rule, and counts it afterwards.
    mutating func surprise(of band: Int) -> Double {
      defer {
        counts[band] += 1
        total += 1
      }
      return -Double.log((counts[band] + 1) / (total + Double(counts.count)))
    }
  }

  init(settings: UnlikelyContactsSettings, ages: [UInt8]) {
    self.settings = settings
    self.ages = ages
  }

  mutating func observe(_ batch: borrowing EventBatch, _ alerts: inout AlertSink) {
    for row in 0..<batch.events.count {
      let kind = batch.events.kinds[row]
      guard kind == EventKind.request.rawValue || kind == EventKind.follow.rawValue,
        batch.features.facts[row].contains(.adultToMinor)
      else { continue }
      let (adult, child) = (batch.events.actors[row], batch.events.targets[row])
      let contact = Contact(
        child: child, event: batch.events.number(of: row), surprise: surprise(at: row, of: batch))
      surprises.add(contact.surprise)
      contacts[adult, default: SlidingWindow(days: settings.windowDays)]
        .append(contact, at: batch.events.times[row])
      judge(AccountID(rawValue: adult), at: row, of: batch, &alerts)
    }
  }

  /// The surprise of a contact, by what was seen before it, in nats.
  private mutating func surprise(at row: Int, of batch: borrowing EventBatch) -> Double {
    let mutual = batch.features.mutualFriends[row]
    let band = mutual == 0 ? 0 : mutual <= 2 ? 1 : mutual <= 10 ? 2 : 3
    let gap =
      Int(ages[Int(batch.events.actors[row])]) - Int(ages[Int(batch.events.targets[row])])
    return distanceSurprise(Double(batch.features.distancesKilometres[row]))
      + mutualBands.surprise(of: band) + ageBands.surprise(of: min(max(gap, 0) / 10, 5))
  }

  /// That of a distance, 0 at the same place; the usual one where a place is not declared.
  private mutating func distanceSurprise(_ kilometres: Double) -> Double {
    guard !kilometres.isNaN else { return distances.mean }
    let surprise =
      settings.distanceExponent
      * Double.log((kilometres + settings.nearKilometres) / settings.nearKilometres)
    distances.add(surprise)
    return surprise
  }

  private func judge(
    _ suspect: AccountID, at row: Int, of batch: borrowing EventBatch, _ alerts: inout AlertSink
  ) {
    guard surprises.count >= Double(settings.learningContacts), surprises.deviation > 0,
      alerts.wants(suspect, at: row, of: batch),
      let recent = contacts[suspect.rawValue]?.values
    else { return }
    // Each child once, with the last contact: asking and following one is no second surprise.
    var children: Set<UInt32> = []
    let last = recent.reversed().filter { children.insert($0.child).inserted }
    guard last.count >= settings.minimumMinors else { return }
    let mean = last.reduce(0) { $0 + $1.surprise } / Double(last.count)
    let score = max(
      0, (mean - surprises.mean) / surprises.deviation * Double.sqrt(Double(last.count)))
    guard score >= settings.limit else { return }
    alerts.raise(
      suspect, at: row, of: batch, score: score,
      reasons: [
        Alert.Reason(
          name: "minors", value: Double(last.count), unit: "accounts",
          events: last.prefix(8).reversed().map(\.event)),
        Alert.Reason(name: "mean-surprise", value: mean, unit: "nats"),
        Alert.Reason(name: "usual-surprise", value: surprises.mean, unit: "nats"),
      ])
  }
}

/// Parameters of the detector of unlikely contacts.
public struct UnlikelyContactsSettings: SettingsSection {
  /// Whether the detector runs.
  public var enabled = false
  /// Length of the sliding window, in days.
  public var windowDays = 28.0
  /// Different under-18s in the window below which nothing is said.
  public var minimumMinors = 3
  /// Contacts of all adults with under-18s to learn from before anything is said.
  public var learningContacts = 50
  /// The exponent of the kernel of distance.
  public var distanceExponent = 1.05
  /// The distance that the kernel adds, in kilometres.
  public var nearKilometres = 0.3154
  /// The standard score from which there is an alert.
  public var limit = 3.0

  /// Makes the default parameters.
  public init() {}

  /// One row per key.
  public static let keys: [Key<Self>] = [
    .enabled(\.enabled),
    .number(
      "window-days", \.windowDays, unit: "days", in: 0.1...365.0,
      source: .assumption("our choice"), about: "Length of the sliding window."),
    .number(
      "minimum-minors", \.minimumMinors, unit: "accounts", in: 1...SlidingWindowLimit.values,
      source: .assumption("our choice: of fewer a mean says little"),
      about: "Different under-18s in the window below which nothing is said."),
    .number(
      "learning-contacts", \.learningContacts, unit: "contacts", in: 2...1_000_000,
      source: .assumption("our choice: enough for a mean and a deviation"),
      about: "Contacts of all adults with under-18s to learn from before anything is said."),
    .number(
      "distance-exponent", \.distanceExponent, in: 0.0...5.0,
      source: .published(
        "Backstrom, Sun and Marlow 2010, section 3: p(d) = 0.0019 (d + 0.196)^-1.05, d in miles",
        .memoryHigh), about: "The exponent of the kernel of distance."),
    .number(
      "near-kilometres", \.nearKilometres, unit: "km", in: 0.001...100.0,
      source: .published(
        "Backstrom, Sun and Marlow 2010, section 3: 0.196 miles, times 1.609344", .memoryHigh),
      about: "The distance that the kernel adds, so that next door is not infinitely likely."),
    .number(
      "limit", \.limit, unit: "standard errors", in: 0.0...1_000.0,
      source: .assumption("our choice; sweep it to trade lead time for false alarms"),
      about: "The standard score from which there is an alert."),
  ]
}
