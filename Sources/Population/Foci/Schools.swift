import Parallelism
import Randomness

/// Founds schools, sends the children of their catchments to them, and staffs them.
struct Schools {
  let settings: SchoolSettings
  let seed: UInt64
  let threads: Int

  /// One kind of school: who goes there and how large it is.
  private struct Sector {
    var kind: Focus.Kind
    var ages: ClosedRange<UInt8>
    /// Ages of those who left and still belong to the school they went to.
    var leavers: ClosedRange<UInt8>?
    var pupilsPerSchool: Double
    var pupilsPerTeacher: Double
    var purpose: Purpose
  }

  /// A school and those in it, found before anybody is assigned.
  private struct School: Sendable {
    var place: Int32
    var pupils: [UInt32]
    var leavers: [UInt32]
    var teachers: [UInt32]
  }

  /// Assigns a school and a class to every child of school age, and teachers to the schools.
  ///
  /// Children of each sector, in the order of their homes along the curve, are cut into schools
  /// of equal size: a catchment is a run of homes. Teachers are drawn from working-age adults
  /// whose homes lie in the same run.
  ///
  /// - Parameters:
  ///   - persons: in the order of homes; gets `schools`, `classes`, and the role of teachers.
  ///   - foci: gets the schools.
  func found(persons: inout Persons, foci: inout [Focus]) {
    let sectors = [
      Sector(
        kind: .primarySchool, ages: 4...10, pupilsPerSchool: settings.pupilsPerPrimarySchool,
        pupilsPerTeacher: settings.pupilsPerPrimaryTeacher, purpose: .primaryTeachers),
      Sector(
        kind: .secondarySchool, ages: 11...17, leavers: 18...19,
        pupilsPerSchool: settings.pupilsPerSecondarySchool,
        pupilsPerTeacher: settings.pupilsPerSecondaryTeacher, purpose: .secondaryTeachers),
    ]
    for sector in sectors { found(sector, persons: &persons, foci: &foci) }
    persons.dealClasses(settings, foci: foci)
  }

  private func found(_ sector: Sector, persons: inout Persons, foci: inout [Focus]) {
    let pupils = persons.ages.indices.filter { sector.ages.contains(persons.ages[$0]) }
    guard !pupils.isEmpty else { return }
    let count = max(
      1, Int((Double(pupils.count) / sector.pupilsPerSchool).rounded(.toNearestOrEven)))
    let people = persons
    let schools = parallelMap(count: count, threads: threads) { number in
      let range = pupils.count * number / count..<pupils.count * (number + 1) / count
      // Homes between the last pupil's of the school before and this one's belong to this one.
      let first = number == 0 ? 0 : pupils[range.lowerBound]
      let end = number == count - 1 ? people.count : pupils[range.upperBound]
      return school(sector, pupils: pupils[range], homes: first..<end, persons: people)
    }
    for school in schools {
      let focus = Int32(foci.count)
      foci.append(Focus(kind: sector.kind, place: school.place))
      for pupil in school.pupils { persons.schools[Int(pupil)] = focus }
      for leaver in school.leavers { persons.schools[Int(leaver)] = focus }
      for teacher in school.teachers {
        persons.schools[Int(teacher)] = focus
        persons.workplaces[Int(teacher)] = focus
        persons.roles[Int(teacher)] = .teacher
      }
    }
  }

  private func school(
    _ sector: Sector, pupils: ArraySlice<Int>, homes: Range<Int>, persons: Persons
  ) -> School {
    let middle = pupils[(pupils.startIndex + pupils.endIndex) / 2]
    let teachers = Int((Double(pupils.count) / sector.pupilsPerTeacher).rounded(.toNearestOrEven))
    return School(
      place: persons.places[middle], pupils: pupils.map { UInt32($0) },
      leavers: homes.filter { home in
        sector.leavers.map { $0.contains(persons.ages[home]) } ?? false
      }.map { UInt32($0) },
      teachers: hire(teachers, from: homes, purpose: sector.purpose, persons: persons))
  }

  /// Adults of the catchment who teach: those with the lowest draws.
  private func hire(
    _ wanted: Int, from homes: Range<Int>, purpose: Purpose, persons: Persons
  ) -> [UInt32] {
    var candidates: [(draw: UInt32, person: UInt32)] = []
    for person in homes {
      guard (22...64).contains(persons.ages[person]), persons.schools[person] < 0 else { continue }
      let draw = RandomStream.word(seed: seed, purpose: purpose, entity: UInt64(person))
      candidates.append((draw, UInt32(person)))
    }
    candidates.sort { ($0.draw, $0.person) < ($1.draw, $1.person) }
    return candidates.prefix(wanted).map(\.person)
  }
}
