import Population
import Vocabulary

/// What one detector did in one run: all that a metric may be computed from.
struct DetectorRecord {
  /// The person who grooms in each case, in the order of the case table: the cluster that the case
  /// belongs to, as intervals have it.
  let caseGroomers: [UInt32]
  /// Seconds from first alert to meeting, one per case; nil for a miss.
  let leads: [Int?]
  /// Seconds from first contact to first alert, one per case; nil for a miss.
  let delays: [Int?]
  /// Seconds from when the groomer was knowable to the first alert, one per case; nil where one of
  /// the two is missing.
  let delaysBeyondKnowable: [Int?]
  /// All alerts, repeats included.
  let alerts: Int
  /// Accounts with at least one alert.
  let accountsAlerted: Int
  /// Groomers with at least one alert.
  let groomersAlerted: Int
  /// Groomers who met a child, with at least one alert at any time.
  let groomersWithMeetingAlerted: Int
  /// Innocent adult accounts with at least one alert.
  let innocentAdultsAlerted: Int
  /// Innocent accounts of each role with at least one alert, indexed by `Role.rawValue`.
  let innocentAlertedByRole: [Int]
  /// All alerts on innocent adults' accounts, repeats included.
  let alertsOnInnocentAdults: Int
  /// What came of reviewing the alerts, one per `WeeklyRate.capacities`; nil where scores cannot be
  /// compared.
  let reviews: [Review]?
  /// What the detector gives at every price; nil where its rising alerts were not worked out.
  let tradeOff: TradeOff?
  /// Accounts and cases by each division of them that is known.
  let groups: [GroupCounts]
  /// What there was to find.
  let scope: Scope
  /// Innocent accounts of each role, indexed by `Role.rawValue`.
  let innocentByRole: [Int]
  /// All sustained contacts, in the order of `GroundTruth.cases`.
  let contacts: [ScoredContact]
  /// Accounts of groomers, in the order of `GroundTruth.groomers`.
  let groomers: [ScoredGroomer]
  /// What the first alert on each account claimed, by account; nil where alerts state no
  /// probability.
  let claims: [AlertClaim]?

  /// Gathers what one detector did.
  init(
    at position: Int, cases: [ScoredCase], raised: Replay.Raised, census: Census,
    sightings: Sightings = Sightings(), tradeOff: TradeOff? = nil
  ) {
    caseGroomers = cases.map { census.subjects.owners[$0.groomer.index] }
    leads = cases.map { $0.leadSeconds(ofDetectorAt: position) }
    delays = cases.map { $0.delaySeconds(ofDetectorAt: position) }
    delaysBeyondKnowable = cases.map { $0.delayBeyondKnowableSeconds(ofDetectorAt: position) }
    alerts = raised.alerts
    accountsAlerted = raised.first.count
    groomersAlerted = census.groomers.count { raised.first[$0] != nil }
    groomersWithMeetingAlerted = census.groomersWithMeeting.count { raised.first[$0] != nil }
    var byRole = Array(repeating: 0, count: Role.allCases.count)
    var adults = 0
    for account in raised.first.keys where !census.groomers.contains(account) {
      byRole[Int(census.subjects.roles[account.index].rawValue)] += 1
      adults += census.subjects.ages[account.index] >= Subjects.adultAge ? 1 : 0
    }
    innocentAlertedByRole = byRole
    innocentAdultsAlerted = adults
    alertsOnInnocentAdults = raised.count { census.isInnocentAdult($0) }
    reviews = raised.ranked.map { alerts in
      WeeklyRate.capacities.map { capacity in
        Review(alerts, at: capacity, cases: cases, census: census, firstAlerts: raised.first)
      }
    }
    self.tradeOff = tradeOff
    groups = census.divisions.map {
      GroupCounts(of: $0, alerted: raised.first, cases: cases, census: census)
    }
    scope = census.scope
    innocentByRole = census.innocentByRole
    contacts = census.contacts(alertedOn: raised)
    groomers = census.groomers(alertedOn: raised, sightings)
    claims = AlertClaim.all(of: raised, census: census)
  }

  /// What one detector did in several worlds, taken together: counts are summed, cases stand one after
  /// the other, and no two worlds share a person.
  ///
  /// - Precondition: there is at least one.
  init(pooling worlds: [DetectorRecord]) {
    var offsets: [UInt32] = [0]
    for world in worlds {
      let persons =
        world.caseGroomers + world.contacts.map(\.person) + world.groomers.map(\.person)
        + (world.claims ?? []).map(\.person)
      offsets.append((offsets.last ?? 0) + (persons.max() ?? 0) + 1)
    }
    func sum(_ property: KeyPath<DetectorRecord, Int>) -> Int {
      worlds.reduce(0) { $0 + $1[keyPath: property] }
    }
    func sums(_ property: KeyPath<DetectorRecord, [Int]>) -> [Int] {
      Role.allCases.indices.map { role in
        worlds.reduce(0) { $0 + $1[keyPath: property][role] }
      }
    }
    caseGroomers = zip(worlds, offsets).flatMap { world, offset in
      world.caseGroomers.map { $0 + offset }
    }
    contacts = zip(worlds, offsets).flatMap { world, offset in
      world.contacts.map { $0.shifted(by: offset) }
    }
    groomers = zip(worlds, offsets).flatMap { world, offset in
      world.groomers.map { $0.shifted(by: offset) }
    }
    let claims = zip(worlds, offsets).compactMap { world, offset in
      world.claims.map { $0.map { $0.shifted(by: offset) } }
    }
    // A world without an alert has nothing to say of what alerts state.
    self.claims =
      claims.count < worlds.count(where: { $0.alerts > 0 }) || claims.isEmpty
      ? nil : claims.flatMap(\.self)
    leads = worlds.flatMap(\.leads)
    delays = worlds.flatMap(\.delays)
    delaysBeyondKnowable = worlds.flatMap(\.delaysBeyondKnowable)
    alerts = sum(\.alerts)
    accountsAlerted = sum(\.accountsAlerted)
    groomersAlerted = sum(\.groomersAlerted)
    groomersWithMeetingAlerted = sum(\.groomersWithMeetingAlerted)
    innocentAdultsAlerted = sum(\.innocentAdultsAlerted)
    innocentAlertedByRole = sums(\.innocentAlertedByRole)
    innocentByRole = sums(\.innocentByRole)
    alertsOnInnocentAdults = sum(\.alertsOnInnocentAdults)
    let reviews = worlds.compactMap(\.reviews)
    self.reviews =
      reviews.count < worlds.count
      ? nil : WeeklyRate.capacities.indices.map { at in Review(pooling: reviews.map { $0[at] }) }
    let tradeOffs = worlds.compactMap(\.tradeOff)
    tradeOff = tradeOffs.count < worlds.count ? nil : TradeOff(pooling: tradeOffs)
    groups = GroupCounts.pooling(worlds.map(\.groups))
    scope = Scope(pooling: worlds.map(\.scope))
  }

  /// The numbers of accounts and weeks that a workload of one per 1,000 accounts a week makes.
  var thousandAccountWeeks: Double {
    Double(scope.accounts) / 1_000 * scope.days / 7
  }
}
