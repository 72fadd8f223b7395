extension Persons {
  /// Deals the pupils of all schools into classes of about the wanted size, year by year.
  ///
  /// Pupils are those under 18 who have a school; of a school and year, one after the other goes to
  /// the next class, in the order of persons. Nobody else has a class.
  ///
  /// - Complexity: linear in persons and foci.
  mutating func dealClasses(_ settings: SchoolSettings, foci: [Focus]) {
    let pupils = ages.indices.filter { ages[$0] < Self.adultAge && schools[$0] >= 0 }
    var sizes = [Int32](repeating: 0, count: foci.count * Self.adultAge)
    for pupil in pupils { sizes[year(of: pupil)] += 1 }
    var dealt = [Int32](repeating: 0, count: sizes.count)
    classes = [Int16](repeating: -1, count: count)
    for pupil in pupils {
      let year = year(of: pupil)
      let isPrimary = foci[Int(schools[pupil])].kind == .primarySchool
      let wanted = isPrimary ? settings.pupilsPerPrimaryClass : settings.pupilsPerSecondaryClass
      let count = (Double(sizes[year]) / wanted).rounded(.toNearestOrEven)
      // An imported school may be of any size.
      classes[pupil] = Int16(Int(dealt[year]) % min(max(Int(count), 1), Int(Int16.max)))
      dealt[year] += 1
    }
  }

  private static let adultAge = 18

  /// The year of a pupil's school, numbered over all schools.
  private func year(of pupil: Int) -> Int {
    Int(schools[pupil]) * Self.adultAge + Int(ages[pupil])
  }
}
