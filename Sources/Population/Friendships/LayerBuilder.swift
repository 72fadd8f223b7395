import Randomness

/// Puts members into the circles of each kind of tie.
struct LayerBuilder {
  let settings: FriendshipSettings
  let seed: UInt64
  let threads: Int
  let persons: Persons
  let members: Members
  let wanted: [Float]

  /// Bands of age within which people befriend strangers.
  private static let bandStarts: [UInt8] = [0, 9, 13, 16, 20, 30, 50]

  /// Bands of age within which people befriend neighbours: adults of like age, but not of theirs
  /// alone, or a small town would have too few of them.
  private static let neighbourBandStarts: [UInt8] = [0, 9, 13, 16, 20]

  /// Extended families: everybody can know everybody.
  func family(kin: [Int32]) -> CircleLayer {
    layer(.family, cut: nil) { kin[Int(members.households[$0])] }
  }

  /// School classes, which turn to their year, the years next to it and the rest of the school.
  func school() -> CircleLayer {
    // A school has up to 16 years (ages 4 to 19) of up to 64 classes; who has left makes a class.
    var layer = layer(.school, cut: nil) { member in
      let person = Int(members.persons[member])
      let age = Int32(members.ages[member])
      guard age < 20, persons.schools[person] >= 0 else { return -1 }
      let group = Int32(max(persons.classes[person], 0))
      return (persons.schools[person] << 4 | (age - 4)) << 6 | min(group, 63)
    }
    let keys = layer.groups
    layer.regroup(keys.map { $0 >> 10 })
    layer.turn(
      .school(
        years: SchoolYears(ages: keys.map { UInt8($0 >> 6 & 15) + 4 }),
        sameYearShare: settings.sameYearShare),
      seed: seed, threads: threads)
    return layer
  }

  /// Clubs, of which children are members.
  func club() -> CircleLayer {
    layer(.club, cut: nil) { member in
      members.ages[member] < 18 ? persons.clubs[Int(members.persons[member])] : -1
    }
  }

  /// Teams of workplaces.
  func work(size: Double) -> CircleLayer {
    var layer = layer(.work, cut: cut(size: size, ageChunks: 1)) { member in
      members.ages[member] >= 18 ? persons.workplaces[Int(members.persons[member])] : -1
    }
    layer.turn(.anywhere, seed: seed, threads: threads)
    return layer
  }

  /// Neighbours of about the same age.
  func nearby(size: Double) -> CircleLayer {
    let cut = cut(
      size: size, ageChunks: 2, sociableCircles: 2,
      places: members.persons.map { persons.places[Int($0)] })
    var layer = layer(.nearby, cut: cut) { band(of: $0, from: Self.neighbourBandStarts) }
    layer.turn(
      .byRank(circlesOfWindow: cut.circlesOfWindow), seed: seed, threads: threads)
    return layer
  }

  /// People of about the same age anywhere, by what they are interested in: a line on which
  /// everybody has a place that says nothing of where they live.
  func online(size: Double) -> CircleLayer {
    let keys = (0..<members.count).map { member in
      let place = RandomStream.word(
        seed: seed, purpose: .interests, entity: UInt64(members.persons[member]))
      return UInt64(place) << 32 | UInt64(member)
    }
    let order = keys.sorted().map { UInt32(truncatingIfNeeded: $0) }
    let cut = cut(size: size, ageChunks: 1, sociableCircles: 16)
    var layer = layer(.online, cut: cut, from: order) { band(of: $0, from: Self.bandStarts) }
    layer.turn(
      .byRank(circlesOfWindow: cut.circlesOfWindow), seed: seed, threads: threads)
    return layer
  }

  /// Where the classes of each school are among the circles of its layer.
  func classesOfSchools(_ layer: CircleLayer) -> [Int32: Range<Int>] {
    Dictionary(zip(layer.groups, layer.groupRanges)) { first, _ in first }
  }

  private func cut(
    size: Double, ageChunks: Int, sociableCircles: Int = 4, places: [Int32] = []
  ) -> CircleCut {
    CircleCut(
      size: size, ageChunks: ageChunks, sociableCircles: sociableCircles, places: places,
      ages: members.ages,
      wanted: wanted)
  }

  private func band(of member: Int, from starts: [UInt8]) -> Int32 {
    Int32(starts.count { $0 <= members.ages[member] } - 1)
  }

  /// Circles of members in a given order, or of homes, by group.
  private func layer(
    _ tie: Friendships.Tie, cut: CircleCut?, from order: [UInt32]? = nil, group: (Int) -> Int32
  ) -> CircleLayer {
    var keys: [UInt64] = []
    keys.reserveCapacity(members.count)
    for position in 0..<members.count {
      let member = order.map { Int($0[position]) } ?? position
      let group = group(member)
      if group >= 0 { keys.append(UInt64(group) << 32 | UInt64(position)) }
    }
    keys.sort()
    return CircleLayer(
      tie: tie, memberCount: members.count,
      order: keys.map { key in
        let position = Int(truncatingIfNeeded: key & 0xFFFF_FFFF)
        return order.map { $0[position] } ?? UInt32(position)
      },
      group: keys.map { Int32(truncatingIfNeeded: $0 >> 32) }, cut: cut)
  }
}
