import Randomness

/// Founds clubs for children and gives each a coach.
struct Clubs {
  let settings: ClubSettings
  let seed: UInt64

  /// Ages that play together; a club takes one band.
  private static let bands: [ClosedRange<UInt8>] = [6...9, 10...13, 14...17]

  /// Assigns clubs to a share of the children and coaches to the clubs.
  ///
  /// Members of an age band, in the order of their homes, are cut into clubs of equal size; the
  /// coach is an adult who lives in the same run of homes and is no teacher.
  func found(homeOrder: [UInt32], persons: inout Persons, foci: inout [Focus]) {
    for band in Self.bands {
      let members = homeOrder.indices.filter { position in
        let person = homeOrder[position]
        guard band.contains(persons.ages[Int(person)]) else { return false }
        var stream = RandomStream(seed: seed, purpose: .clubMembers, entity: UInt64(person))
        return stream.chance(settings.childShare)
      }
      let clubs = Int((Double(members.count) / settings.membersPerClub).rounded(.toNearestOrEven))
      for club in 0..<clubs {
        let range = members.count * club / clubs..<members.count * (club + 1) / clubs
        guard let first = members[range].first, let last = members[range].last else { continue }
        let focus = Int32(foci.count)
        foci.append(Focus(kind: .club, place: persons.places[Int(homeOrder[first])]))
        for position in members[range] { persons.clubs[Int(homeOrder[position])] = focus }
        appointCoach(of: focus, from: homeOrder[first...last], persons: &persons)
      }
    }
  }

  private func appointCoach(
    of focus: Int32, from homes: ArraySlice<UInt32>, persons: inout Persons
  ) {
    var best: (draw: Double, person: UInt32)?
    for person in homes {
      let index = Int(person)
      guard (20...70).contains(persons.ages[index]), persons.clubs[index] < 0,
        persons.schools[index] < 0
      else { continue }
      var stream = RandomStream(seed: seed, purpose: .coaches, entity: UInt64(person))
      let draw = stream.uniform()
      if best.map({ (draw, person) < ($0.draw, $0.person) }) ?? true { best = (draw, person) }
    }
    guard let best else { return }
    persons.clubs[Int(best.person)] = focus
    persons.roles[Int(best.person)] = .coach
  }
}
