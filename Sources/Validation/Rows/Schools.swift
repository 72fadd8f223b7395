import Population
import Settings

extension ValidationRow {
  /// V22: how large secondary schools and their classes are, and how many pupils share a teacher.
  ///
  /// Pupils are people under 18 at a secondary school; teachers those with that role there; a class
  /// is the pupils of one school, age and class number. Every figure is a ratio of totals; standard
  /// errors: schools taken as independent (`ClusteredRatio`).
  public static let schools = ValidationRow(
    id: "V22", title: "Secondary schools, classes and teachers",
    source: .published(
      "Department for Education 2023/24: 3,669,933 pupils of state secondary schools over about "
        + "3,450 schools (their number from memory); class size 22.4; pupils per teacher 16.8",
      .derived),
    citation: "DfE 2023/24"
  ) { sample in
    let schools = sample.secondarySchools
    let none = "no secondary school has pupils"
    let error = " Standard error: schools taken as independent."
    return [
      Figure(
        "pupils of a secondary school",
        definition: "Pupils under 18 at secondary schools, per school that has any." + error,
        target: .value(1_060), accepted: .between(954, 1_166), decimals: 0,
        finding: .measured(ratio(schools.map { ($0.pupils, 1) }), orNotShown: none)),
      Figure(
        "pupils of a class",
        definition: "Pupils under 18 at secondary schools who are in a class, per class: the "
          + "pupils of one school, age and class number." + error,
        target: .value(22.4), accepted: .between(20.16, 24.64), decimals: 1,
        finding: .measured(
          ratio(schools.map { ($0.inClass, $0.classes) }),
          orNotShown: schools.isEmpty ? none : "this world has no classes within school years")),
      Figure(
        "pupils for each teacher",
        definition: "Pupils under 18 at secondary schools, per teacher there." + error,
        target: .value(16.8), accepted: .between(15.12, 18.48), decimals: 1,
        finding: .measured(
          ratio(schools.map { ($0.pupils, $0.teachers) }),
          orNotShown: schools.isEmpty ? none : "no secondary school has teachers")),
    ]
  }

  private static func ratio(_ counts: [(top: Int, bottom: Int)]) -> Estimate? {
    var ratio = ClusteredRatio(clusters: counts.count)
    for (school, count) in counts.enumerated() {
      ratio.add(Double(count.top), over: Double(count.bottom), in: school)
    }
    return ratio.estimate
  }
}

/// What a secondary school has.
private struct SecondarySchool {
  var pupils = 0
  var teachers = 0
  /// Pupils with a class number.
  var inClass = 0
  var classes = 0
}

extension ValidationSample {
  /// The secondary schools with pupils, in the order of `World.foci`.
  fileprivate var secondarySchools: [SecondarySchool] {
    let persons = world.persons
    var schools = [SecondarySchool](repeating: SecondarySchool(), count: world.foci.count)
    // School, age and class number of each pupil in a class, packed so that equal ones sort together.
    var classes: [UInt64] = []
    for person in 0..<persons.count where persons.schools[person] >= 0 {
      let school = Int(persons.schools[person])
      guard world.foci[school].kind == .secondarySchool else { continue }
      if persons.roles[person] == .teacher { schools[school].teachers += 1 }
      guard persons.ages[person] < 18 else { continue }
      schools[school].pupils += 1
      guard persons.classes[person] >= 0 else { continue }
      schools[school].inClass += 1
      classes.append(
        UInt64(school) << 32 | UInt64(persons.ages[person]) << 16 | UInt64(persons.classes[person]))
    }
    classes.sort()
    for (index, key) in classes.enumerated() where index == 0 || classes[index - 1] != key {
      schools[Int(key >> 32)].classes += 1
    }
    return schools.filter { $0.pupils > 0 }
  }
}
