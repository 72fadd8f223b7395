import Randomness

/// Founds schools, sends the children of their catchments to them, and staffs them.
struct Schools {
  let settings: SchoolSettings
  let seed: UInt64

  /// One kind of school: who goes there and how large it is.
  private struct Sector {
    var kind: Focus.Kind
    var ages: ClosedRange<UInt8>
    var pupilsPerSchool: Double
    var pupilsPerTeacher: Double
    var purpose: Purpose
  }

  /// Assigns a school to every child of school age and to the teachers who serve them.
  ///
  /// Children of each sector, in the order of their homes along the curve, are cut into schools
  /// of equal size: a catchment is a run of homes. Teachers are drawn from working-age adults
  /// whose homes lie in the same run.
  ///
  /// - Parameters:
  ///   - homeOrder: all persons by the position of their homes along the curve.
  ///   - persons: gets `schools`, and the role of teachers.
  ///   - foci: gets the schools.
  func found(homeOrder: [UInt32], persons: inout Persons, foci: inout [Focus]) {
    let sectors = [
      Sector(
        kind: .primarySchool, ages: 4...10, pupilsPerSchool: settings.pupilsPerPrimarySchool,
        pupilsPerTeacher: settings.pupilsPerPrimaryTeacher, purpose: .primaryTeachers),
      Sector(
        kind: .secondarySchool, ages: 11...17, pupilsPerSchool: settings.pupilsPerSecondarySchool,
        pupilsPerTeacher: settings.pupilsPerSecondaryTeacher, purpose: .secondaryTeachers),
    ]
    for sector in sectors {
      found(sector, homeOrder: homeOrder, persons: &persons, foci: &foci)
    }
  }

  private func found(
    _ sector: Sector, homeOrder: [UInt32], persons: inout Persons, foci: inout [Focus]
  ) {
    let pupils = homeOrder.indices.filter { sector.ages.contains(persons.ages[Int(homeOrder[$0])]) }
    guard !pupils.isEmpty else { return }
    let schools = max(
      1, Int((Double(pupils.count) / sector.pupilsPerSchool).rounded(.toNearestOrEven)))
    for school in 0..<schools {
      let range = pupils.count * school / schools..<pupils.count * (school + 1) / schools
      let catchment = pupils[range]
      guard let first = catchment.first, let last = catchment.last else { continue }
      let middle = Int(homeOrder[catchment[(range.lowerBound + range.upperBound) / 2]])
      let focus = Int32(foci.count)
      foci.append(Focus(kind: sector.kind, place: persons.places[middle]))
      for position in catchment { persons.schools[Int(homeOrder[position])] = focus }
      let wanted = Int(
        (Double(catchment.count) / sector.pupilsPerTeacher).rounded(.toNearestOrEven))
      hire(
        wanted, for: focus, from: homeOrder[first...last], purpose: sector.purpose,
        persons: &persons)
    }
  }

  /// Makes teachers of adults of the catchment: those with the lowest draws.
  private func hire(
    _ wanted: Int, for focus: Int32, from homes: ArraySlice<UInt32>, purpose: Purpose,
    persons: inout Persons
  ) {
    var candidates: [(draw: Double, person: UInt32)] = []
    for person in homes {
      let index = Int(person)
      guard (22...64).contains(persons.ages[index]), persons.schools[index] < 0 else { continue }
      var stream = RandomStream(seed: seed, purpose: purpose, entity: UInt64(person))
      candidates.append((stream.uniform(), person))
    }
    candidates.sort { ($0.draw, $0.person) < ($1.draw, $1.person) }
    for candidate in candidates.prefix(wanted) {
      persons.schools[Int(candidate.person)] = focus
      persons.workplaces[Int(candidate.person)] = focus
      persons.roles[Int(candidate.person)] = .teacher
    }
  }
}
