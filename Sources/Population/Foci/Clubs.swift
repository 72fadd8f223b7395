import Parallelism
import Randomness

/// Founds clubs for children and gives each a coach.
struct Clubs {
  let settings: ClubSettings
  let seed: UInt64
  let threads: Int

  /// Ages that play together; a club takes one band.
  private static let bands: [ClosedRange<UInt8>] = [6...9, 10...13, 14...17]

  /// Assigns clubs to a share of the children and coaches to the clubs.
  ///
  /// Members of an age band, in the order of their homes, are cut into clubs of equal size; the
  /// coach is an adult who lives in the same run of homes and is no teacher.
  func found(persons: inout Persons, foci: inout [Focus]) {
    for band in Self.bands {
      let people = persons
      let members = people.ages.indices.filter { person in
        guard band.contains(people.ages[person]) else { return false }
        var stream = RandomStream(seed: seed, purpose: .clubMembers, entity: UInt64(person))
        return stream.chance(settings.childShare)
      }
      let count = Int((Double(members.count) / settings.membersPerClub).rounded(.toNearestOrEven))
      let coaches = parallelMap(count: count, threads: threads) { club in
        let range = members.count * club / count..<members.count * (club + 1) / count
        return coach(from: members[range.lowerBound]..<members[range.upperBound - 1], of: people)
      }
      for (club, coach) in coaches.enumerated() {
        let range = members.count * club / count..<members.count * (club + 1) / count
        let focus = Int32(foci.count)
        foci.append(Focus(kind: .club, place: persons.places[members[range.lowerBound]]))
        for member in members[range] { persons.clubs[member] = focus }
        guard let coach else { continue }
        persons.clubs[coach] = focus
        persons.roles[coach] = .coach
      }
    }
  }

  /// The adult with the lowest draw among those who live in a run of homes.
  private func coach(from homes: Range<Int>, of persons: Persons) -> Int? {
    var best: (draw: UInt32, person: Int)?
    for person in homes {
      guard (20...70).contains(persons.ages[person]), persons.clubs[person] < 0,
        persons.roles[person] != .teacher
      else { continue }
      let draw = RandomStream.word(seed: seed, purpose: .coaches, entity: UInt64(person))
      if best.map({ (draw, person) < ($0.draw, $0.person) }) ?? true { best = (draw, person) }
    }
    return best?.person
  }
}
