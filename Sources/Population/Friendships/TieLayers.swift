import Randomness
import RealModule
import Vocabulary

/// All kinds of ties that foci and distance make, and the picks from them.
struct TieLayers: Sendable {
  private let seed: UInt64
  private let density: Double
  private let ownShare: Double
  private let strangerShare: Double
  private let members: Members
  private let layers: [CircleLayer]
  /// Where the circles of each school are in the school layer, by focus.
  let classes: [Int32: Range<Int>]

  init(
    settings: FriendshipSettings, seed: UInt64, threads: Int, persons: Persons, kin: [Int32],
    members: Members, wanted: [Float]
  ) {
    self.seed = seed
    self.members = members
    density = settings.circleDensity
    ownShare = settings.ownCircleShare
    strangerShare = settings.strangerShare
    let budget = TieBudget(settings: settings, seed: seed, members: members, wanted: wanted)
    let build = LayerBuilder(
      settings: settings, seed: seed, threads: threads, persons: persons, members: members,
      wanted: wanted)
    var layers = [
      build.family(kin: kin), build.school(), build.club(),
      build.work(size: budget.circleSize(of: .work)),
      build.nearby(size: budget.circleSize(of: .nearby)),
      build.online(size: budget.circleSize(of: .online)),
    ]
    budget.spend(on: &layers, threads: threads)
    self.layers = layers
    classes = build.classesOfSchools(layers[1])
  }

  /// Members of a class, whose number is of the school layer.
  func pupils(ofClass circle: Int) -> ArraySlice<UInt32> { layers[1].members(of: circle) }

  /// Members of the extended family of a member, the member included.
  func kin(of member: Int) -> ArraySlice<UInt32> {
    layers[0].members(of: Int(layers[0].circleOf[member]))
  }

  /// Picks the friends a member looks for, and appends them packed.
  func pick(for member: Int, into picked: inout [UInt32]) {
    for index in layers.indices {
      // Most have nothing to look for in some layer; to copy one costs more than to look.
      guard layers[index].stubs[member] > 0, layers[index].circleOf[member] >= 0 else { continue }
      let layer = layers[index]
      let stubs = Int(layer.stubs[member])
      let circle = Int(layer.circleOf[member])
      var stream = RandomStream(
        seed: seed, purpose: .ties, entity: UInt64(members.persons[member]),
        counter: UInt32(layer.tie.rawValue))
      let strangers = layer.tie == .online ? strangers(among: stubs, using: &stream) : 0
      pick(strangers, strangersTo: member, in: layer, using: &stream, into: &picked)
      let range = range(
        of: stubs - strangers, in: layer, circleSize: layer.circleSize(of: member))
      for _ in 0..<range.picks {
        let draw = stream.next()
        // 16 bits say whether it is the own circle, 16 which other one, 32 who of it.
        let isOwn = range.turns == 0 || draw >> 48 < range.own
        let turn = Int(((draw >> 32 & 0xFFFF) * UInt64(range.turns)) >> 16)
        let target = isOwn ? circle : Int(layer.others[circle * CircleLayer.turns + turn])
        let friend = layer.member(of: target, draw: UInt32(truncatingIfNeeded: draw))
        if let friend, friend != UInt32(member) {
          picked.append(PackedTie.pack(friend, layer.tie))
        }
      }
    }
  }

  /// How many of the friends that are looked for online are strangers.
  private func strangers(among stubs: Int, using stream: inout RandomStream) -> Int {
    let mean = strangerShare * Double(stubs)
    let whole = mean.rounded(.down)
    return min(Int(whole) + (stream.chance(mean - whole) ? 1 : 0), stubs)
  }

  /// Picks strangers: anybody as old and about as sociable.
  private func pick(
    _ count: Int, strangersTo member: Int, in layer: CircleLayer, using stream: inout RandomStream,
    into picked: inout [UInt32]
  ) {
    for _ in 0..<count {
      let draw = stream.next()
      let circle = layer.likeCircle(of: member, draw: UInt32(truncatingIfNeeded: draw >> 32))
      let friend = layer.member(of: circle, draw: UInt32(truncatingIfNeeded: draw))
      if let friend, friend != UInt32(member) {
        picked.append(PackedTie.pack(friend, layer.tie))
      }
    }
  }

  /// How far a member ranges.
  private struct Roaming {
    /// The chance of the own circle, in units of 2 to the power of -16.
    var own: UInt64 = 0
    /// How many other circles the member goes to.
    var turns = 0
    /// How many picks it takes to find as many friends as the member looks for.
    var picks: Int
  }

  /// How far a member ranges.
  ///
  /// Nobody befriends more than about `density` of a circle, so the sociable go to more circles,
  /// and fewer of their friends know each other, as published (Ugander et al. 2011, Fig. 4).
  private func range(of stubs: Int, in layer: CircleLayer, circleSize: Int) -> Roaming {
    let others = Double(circleSize - 1)
    guard stubs > 0 else { return Roaming(picks: 0) }
    guard !layer.others.isEmpty else {
      return Roaming(picks: Self.picks(toFind: stubs, among: others))
    }
    // A member finds half of its friends, and is found by the other half.
    let own = min(Double(stubs) * ownShare, density / 2 * others)
    let elsewhere = Double(stubs) - own
    let wanted = (2 * elsewhere / (density * layer.meanSize)).rounded(.up)
    let turns = min(max(wanted, 1), Double(CircleLayer.turns))
    return Roaming(
      own: UInt64(own / Double(stubs) * 65_536), turns: Int(turns),
      picks: Self.picks(toFind: stubs, among: others + turns * layer.meanSize))
  }

  /// How many picks, with repetition and from both sides, make so many pairs on average.
  ///
  /// Of pairs that either end picks with q picks on average, 1 - exp(-2q) are made.
  private static func picks(toFind stubs: Int, among candidates: Double) -> Int {
    let density = min(2 * Double(stubs) / max(candidates, 1), 0.9)
    return Int((-Double.log(1 - density) / density * Double(stubs)).rounded(.toNearestOrEven))
  }
}
