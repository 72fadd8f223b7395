import Graphs
import Parallelism
public import Population
import RealModule
public import Settings
public import State
public import Vocabulary

/// Follows the events of a run and counts what each adult's account does: the features of hardness,
/// in one pass.
///
/// It is fed every event of a run while it is simulated. Memory is a few hundred bytes for each
/// adult's account, and some for each pair of an adult and a minor who wrote or looked. What it
/// counts, a platform could count; only whose accounts are adults' is the truth. Accounts of one
/// person are taken as independent: with several accounts to a groomer, errors are too small.
public struct ConductSurvey: Sendable {
  /// The accounts whose owner is an adult, groomers among them, ascending.
  let accounts: [UInt32]
  /// What the owner of each of them is to children.
  let roles: [Role]
  /// The platform of each of them.
  let platforms: [UInt8]
  /// When each of them was opened.
  let opened: [Int32]
  /// What each of them did, but for `acts`.
  private(set) var conducts: [Conduct]
  /// What belongs to each as `Conduct.acts`.
  private var acts: [Acts]

  private let declared: DeclaredAccounts
  private let isMinor: [Bool]
  /// The position of each account in `accounts`; -1 for those of children.
  private let positions: [Int32]
  private let firstWeekday: CalendarDate.Weekday
  private var friends: GrowingAdjacency
  private var pairs: [UInt64: Pair] = [:]
  private var moment: Moment

  /// From this distance on, a minor is far: the one that the outreach detector begins with.
  static let farKilometres = 15.0

  /// What there was from one adult to one minor.
  private struct Pair: Sendable {
    var cues = CueSet()
    var cueRuns: UInt32 = 0
    var hasWritten = false
    var hasViewed = false
  }

  /// Makes a survey that is about to see the first event.
  ///
  /// - Parameters:
  ///   - world: the world before it.
  ///   - start: the first simulated day.
  public init(of world: World, from start: CalendarDate) {
    let adults = (0..<world.accountCount).filter { world.age(of: $0) >= DeclaredAccounts.adultAge }
    var positions = [Int32](repeating: -1, count: world.accountCount)
    for (position, account) in adults.enumerated() { positions[account] = Int32(position) }
    let declared = world.declared
    let graph = world.friendships.adjacency()
    accounts = adults.map { UInt32($0) }
    roles = adults.map(world.role(of:))
    platforms = adults.map { world.accountPlatforms[$0] }
    opened = adults.map { declared.opened[$0] }
    conducts = adults.map { account in
      var conduct = Conduct()
      let age = declared.ages[account]
      conduct.friendsAtStart = UInt32(graph.degree(of: account))
      conduct.declaredAge = age == DeclaredAccounts.unknownAge ? nil : age
      conduct.declaresPlace = declared.places[account] >= 0
      return conduct
    }
    acts = Array(repeating: Acts(), count: adults.count)
    isMinor = (0..<declared.count).map(declared.isMinor)
    self.declared = declared
    self.positions = positions
    firstWeekday = start.weekday
    friends = GrowingAdjacency(graph)
    moment = Moment(at: 0, startingOn: start.weekday)
  }

  /// Takes in the next events of the run.
  ///
  /// - Precondition: events come in their total order.
  public mutating func consume(_ log: borrowing EventLog) {
    var first = 0
    while first < log.count {
      if log.times[first] >= moment.end {
        moment = Moment(at: log.times[first], startingOn: firstWeekday)
      }
      let end = log.times[first...].firstIndex { [moment] in $0 >= moment.end } ?? log.count
      countActs(in: log, rows: first..<end)
      for row in first..<end { follow(log, row) }
      first = end
    }
  }

  /// Counts who did something, in one part of a day.
  ///
  /// In a loop of its own, which waits for the memory of many accounts at a time.
  private mutating func countActs(in log: borrowing EventLog, rows: Range<Int>) {
    let (positions, moment) = (positions, moment)
    var acts = acts.mutableSpan
    for row in rows {
      let position = Int(positions[Int(log.actors[row])])
      let kind = log.kinds[row]
      guard position >= 0, kind != EventKind.expiry.rawValue else { continue }
      acts[position].all += 1
      acts[position].night += moment.night
      acts[position].schoolHours += moment.schoolHours
      acts[position].weekend += moment.weekend
      acts[position].sittings += kind == EventKind.view.rawValue ? 1 : 0
      acts[position].runs += kind == EventKind.message.rawValue ? 1 : 0
      acts[position].days += acts[position].lastDay == moment.day ? 0 : 1
      acts[position].lastDay = moment.day
    }
  }

  /// Counts what is between two accounts.
  private mutating func follow(_ log: borrowing EventLog, _ row: Int) {
    guard let kind = EventKind(rawValue: log.kinds[row]), kind != .post else { return }
    let (actor, target) = (Int(log.actors[row]), Int(log.targets[row]))
    if positions[actor] >= 0 {
      count(kind, by: Int(positions[actor]), actor, on: target, detail: log.details[row])
    }
    if positions[target] >= 0 { count(kind, from: actor, metBy: Int(positions[target])) }
    switch kind {
    case .acceptance: friends.insert(actor, target)
    case .unfriend, .block: friends.remove(actor, target)
    default: break
    }
  }

  /// Counts what an adult does.
  private mutating func count(
    _ kind: EventKind, by position: Int, _ actor: Int, on target: Int, detail: UInt16
  ) {
    switch kind {
    case .view:
      if isMinor[target] { countSitting(of: position, actor, with: target) }
    case .message:
      if isMinor[target] {
        countRun(of: position, actor, to: target, cues: CueSet(rawValue: detail))
      }
    case .request, .follow:
      conducts[position].outreach += 1
      if isMinor[target] { countOutreach(of: position, actor, to: target) }
    case .profileView:
      if isMinor[target] { conducts[position].minorProfileViews += 1 }
    case .post, .acceptance, .refusal, .expiry, .unfriend, .block, .report: break
    }
  }

  private mutating func countSitting(of position: Int, _ viewer: Int, with minor: Int) {
    conducts[position].minorSittings += 1
    if !friends.contains(viewer, minor) { conducts[position].strangerSittings += 1 }
    if conducts[position].lastSittingDay != moment.day {
      conducts[position].lastSittingDay = moment.day
      conducts[position].sittingsThatDay = 0
    }
    conducts[position].sittingsThatDay += 1
    conducts[position].mostSittingsInADay = max(
      conducts[position].mostSittingsInADay, conducts[position].sittingsThatDay)
    let isFirst = notice(viewer, minor) { pair in
      defer { pair.hasViewed = true }
      return !pair.hasViewed
    }
    conducts[position].minorsViewed += isFirst ? 1 : 0
  }

  private mutating func countRun(of position: Int, _ sender: Int, to minor: Int, cues: CueSet) {
    conducts[position].runsToMinors += 1
    let isFirst = notice(sender, minor) { pair in
      defer { pair.hasWritten = true }
      return !pair.hasWritten
    }
    conducts[position].minorsTalkedTo += isFirst ? 1 : 0
    guard !cues.isEmpty else { return }
    conducts[position].cueRuns += 1
    for cue in cues.cues { conducts[position].runsByCue[cue.bit] += 1 }
    let (different, runs) = notice(sender, minor) { pair in
      pair.cues.formUnion(cues)
      pair.cueRuns += 1
      return (UInt32(pair.cues.rawValue.nonzeroBitCount), pair.cueRuns)
    }
    conducts[position].mostCuesInAThread = max(conducts[position].mostCuesInAThread, different)
    conducts[position].mostCueRunsInAThread = max(conducts[position].mostCueRunsInAThread, runs)
  }

  private mutating func countOutreach(of position: Int, _ sender: Int, to minor: Int) {
    let mutuals = friends.mutualCount(sender, minor)
    let isFar = !isNear(sender, minor)
    conducts[position].outreachToMinors += 1
    conducts[position].mutualsWithMinorsAsked += UInt32(mutuals)
    conducts[position].unconnectedMinors += mutuals == 0 ? 1 : 0
    conducts[position].farMinors += isFar ? 1 : 0
    conducts[position].strangeMinors += mutuals == 0 && isFar ? 1 : 0
  }

  /// Counts what an adult meets with.
  private mutating func count(_ kind: EventKind, from actor: Int, metBy position: Int) {
    let fromMinor: UInt32 = isMinor[actor] ? 1 : 0
    switch kind {
    case .message: if fromMinor > 0 { conducts[position].runsFromMinors += 1 }
    case .block: conducts[position].blockedByMinors += fromMinor
    case .report: conducts[position].reportedByMinors += fromMinor
    case .acceptance, .refusal, .expiry:
      conducts[position].requestsSettled += 1
      conducts[position].minorsSettled += fromMinor
      if kind == .refusal {
        conducts[position].requestsDeclined += 1
        conducts[position].declinedByMinors += fromMinor
      } else if kind == .expiry {
        conducts[position].ignoredByMinors += fromMinor
      }
    case .post, .view, .profileView, .follow, .request, .unfriend: break
    }
  }

  private mutating func notice<Result>(
    _ adult: Int, _ minor: Int, _ change: (inout Pair) -> Result
  ) -> Result {
    change(&pairs[UInt64(adult) << 32 | UInt64(minor), default: Pair()])
  }

  /// Whether two accounts declare places less than 15 km apart.
  ///
  /// By the chord between the two, of a sphere of the Earth's mean radius, 6,371.0 km.
  private func isNear(_ a: Int, _ b: Int) -> Bool {
    let (from, to) = (direction(of: a), direction(of: b))
    let half = Self.farKilometres / 6_371.0 / 2
    let chord = 2 * Double.sin(half)
    // Not a number where a place is not declared: then the two are not near.
    return ((from - to) * (from - to)).sum() < chord * chord
  }

  /// The declared place as a point of the unit sphere.
  private func direction(of account: Int) -> SIMD3<Double> {
    let north = Double(declared.latitudes[account]) * .pi / 180
    let east = Double(declared.longitudes[account]) * .pi / 180
    return SIMD3(
      Double.cos(north) * Double.cos(east), Double.cos(north) * Double.sin(east), Double.sin(north))
  }
}

extension ConductSurvey {
  /// Writes down what was counted so far.
  public func save(to state: inout StateWriter) {
    friends.save(to: &state)
    state.write(conducts)
    state.write(acts)
    let pairs = pairs.sorted { $0.key < $1.key }
    state.write(pairs.map(\.key))
    state.write(pairs.map(\.value))
  }

  /// Goes on from what was counted so far.
  ///
  /// - Precondition: it is of the same world, and has seen no event.
  /// - Throws: `StateMismatch` if the state is another build's or damaged; the survey is then of no
  ///   use.
  public mutating func restore(from state: inout StateReader) throws(StateMismatch) {
    friends = try GrowingAdjacency(from: &state)
    let counted = try state.readAll(Conduct.self)
    let acts = try state.readAll(Acts.self)
    let keys = try state.readAll(UInt64.self)
    let values = try state.readAll(Pair.self)
    guard friends.vertexCount == positions.count, counted.count == conducts.count,
      acts.count == counted.count, keys.count == values.count
    else { throw StateMismatch() }
    conducts = counted
    self.acts = acts
    pairs = Dictionary(zip(keys, values), uniquingKeysWith: { first, _ in first })
  }

  /// What each adult's account did, with what the graph is like now.
  ///
  /// - Parameter threads: how many threads may work; changes nothing.
  /// - Returns: one value for each of `accounts`.
  /// - Complexity: as counting the triangles of the graph.
  func finished(threads: Int) -> [Conduct] {
    let graph = friends.frozen()
    let clustering = Triangles(in: graph, threads: threads).localClustering
    let size = 1_024
    let blocks = parallelMap(count: (accounts.count + size - 1) / size, threads: threads) { block in
      (block * size..<min((block + 1) * size, accounts.count)).map { position in
        let account = Int(accounts[position])
        var conduct = conducts[position]
        conduct.acts = acts[position]
        conduct.friends = UInt32(graph.degree(of: account))
        conduct.clustering = clustering[account]
        for friend in graph.neighbours(of: account) where isMinor[Int(friend)] {
          conduct.minorFriends += 1
          conduct.mutualsWithMinorFriends += UInt32(graph.mutualCount(account, Int(friend)))
        }
        return conduct
      }
    }
    return blocks.flatMap(\.self)
  }
}
