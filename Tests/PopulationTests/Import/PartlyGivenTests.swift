import Testing
import Vocabulary

@testable import Population

@Suite("A world of which a file gives a part")
struct PartlyGivenTests {
  /// Builds a world on a ring in which everybody knows three who follow.
  ///
  /// Those who know each other are one, two or three strides apart on it.
  private static func world(
    _ header: String, _ rows: [String], seed: UInt64 = 2, stride: Int = 1
  ) throws -> World {
    let text = ([header] + rows).joined(separator: "\n")
    let accounts = try AccountsFile.parse(
      Array(text.utf8), path: "a", places: ImportedGraphs.towns)
    var lines = ["account,friend"]
    for account in rows.indices {
      for step in 1...3 {
        let friend = (account + step * stride) % rows.count
        lines.append("\(accounts.names[account]),\(accounts.names[friend])")
      }
    }
    let graph = try FriendshipsFile.parse(
      Array(lines.joined(separator: "\n").utf8), path: "f", accounts: (accounts, "a"))
    return ImportedWorldBuilder(
      graph: graph, settings: PopulationSettings(), places: ImportedGraphs.towns, seed: seed,
      threads: 1
    ).build()
  }

  /// What holds of every world, as of `WorldTests`.
  private static func expectSound(_ world: World, _ note: String) {
    let persons = world.persons
    for person in Set(world.owners).sorted().map(Int.init) {
      let age = persons.ages[person]
      let role = persons.roles[person]
      #expect(role.ages.contains(age), "\(note): \(role) of \(age)")
      if (4...17).contains(age) {
        let school = persons.schools[person]
        let kind: Focus.Kind = age < 11 ? .primarySchool : .secondarySchool
        #expect(school >= 0 && world.foci[Int(max(school, 0))].kind == kind, "\(note): \(age)")
      }
      if role == .teacher { #expect(persons.schools[person] >= 0, "\(note)") }
      if role == .coach { #expect(persons.clubs[person] >= 0, "\(note)") }
      if age >= 20, role != .teacher { #expect(persons.schools[person] < 0, "\(note)") }
    }
    for focus in persons.schools + persons.clubs + persons.workplaces {
      #expect(focus < Int32(world.foci.count))
    }
    // Pupils have classes and nobody else does.
    for person in 0..<persons.count {
      let isPupil = persons.ages[person] < 18 && persons.schools[person] >= 0
      #expect((persons.classes[person] >= 0) == isPupil, "\(note)")
    }
    expectOrder(of: world, note)
  }

  /// Households are numbered as they stand, one after the other, along the line of homes.
  private static func expectOrder(of world: World, _ note: String) {
    let persons = world.persons
    var last: Int32 = -1
    var place: [Int32] = []
    for person in 0..<persons.count {
      #expect((last...last + 1).contains(persons.households[person]), "\(note): \(person)")
      last = persons.households[person]
      if place.last != persons.places[person] { place.append(persons.places[person]) }
    }
    #expect(place.count == Set(place).count, "\(note): people of a place stand together")
  }

  @Test("keeps the ages given, common or rare, and sends children to schools for them")
  func ages() throws {
    for ages in [Array(13...17), [5, 40], [88, 89], [0, 3, 110], Array(5...89)] {
      let rows = (0..<150).map { "a\($0),\(ages[$0 % ages.count])" }
      let world = try Self.world("account,age", rows)
      #expect((0..<150).map { world.age(of: $0) } == (0..<150).map { ages[$0 % ages.count] })
      Self.expectSound(world, "ages \(ages)")
    }
  }

  @Test("keeps the places given, with homes in them")
  func places() throws {
    let rows = (0..<200).map { "a\($0),\(ImportedGraphs.towns[$0 % 3].name)" }
    let world = try Self.world("account,place", rows)
    for (account, owner) in world.owners.enumerated() {
      let place = world.places[account % 3]
      #expect(world.persons.places[Int(owner)] == Int32(account % 3))
      #expect(abs(Double(world.persons.latitudes[Int(owner)]) - place.latitude) < 0.05)
      #expect(abs(Double(world.persons.longitudes[Int(owner)]) - place.longitude) < 0.08)
    }
    // Nobody shares a household across places.
    var placeOf: [Int32: Int32] = [:]
    for person in 0..<world.persons.count {
      let household = world.persons.households[person]
      let place = world.persons.places[person]
      #expect((placeOf[household] ?? place) == place)
      placeOf[household] = place
    }
    Self.expectSound(world, "places")
  }

  @Test("finds the place of a home whose coordinates alone are given")
  func coordinates() throws {
    let rows = (0..<120).map { "a\($0),\($0 % 2 == 0 ? "53.26,-1.01" : "51.52,-0.12")" }
    let world = try Self.world("account,latitude,longitude", rows)
    for (account, owner) in world.owners.enumerated() {
      #expect(world.persons.places[Int(owner)] == (account % 2 == 0 ? 1 : 2))
      #expect(world.persons.latitudes[Int(owner)] == (account % 2 == 0 ? 53.26 : 51.52))
    }
    Self.expectSound(world, "coordinates")
  }

  @Test("keeps households together, at one home, with nobody else in them")
  func households() throws {
    let rows = (0..<150).map { "a\($0),h\($0 / 3)" }
    let world = try Self.world("account,household", rows)
    #expect(world.persons.count == 150)
    for start in stride(from: 0, to: 150, by: 3) {
      let people = (start..<start + 3).map { Int(world.owners[$0]) }
      #expect(Set(people.map { world.persons.households[$0] }).count == 1)
      #expect(Set(people.map { world.persons.latitudes[$0] }).count == 1)
      #expect(Set(people.map { world.persons.places[$0] }).count == 1)
    }
    #expect(Set(world.persons.households).count == 50)
    Self.expectSound(world, "households")
  }

  @Test("keeps the schools and clubs given: children attend, adults of known age work there")
  func foci() throws {
    let rows = (0..<200).map { account in
      let age = account % 10 == 0 ? "35" : ""
      return "a\(account),\(account < 100 ? "Minster" : "Magnus"),\(age)"
    }
    let world = try Self.world("account,school,age", rows)
    let schools = world.owners.map { world.persons.schools[Int($0)] }
    #expect(Set(schools[..<100]).count == 1 && Set(schools[100...]).count == 1)
    #expect(schools[0] != schools[199])
    for account in 0..<200 {
      #expect(world.role(of: account) == (account % 10 == 0 ? .teacher : .child))
    }
    Self.expectSound(world, "schools")
    #expect(world.friendships.ties.count { $0 == .school } > 500)
  }

  @Test("keeps the roles given, at ages that have them")
  func roles() throws {
    let roles = (0..<160).map { Role.allCases[$0 % Role.allCases.count] }
    let rows = roles.enumerated().map { "a\($0.offset),\($0.element.name)" }
    let world = try Self.world("account,role", rows)
    #expect((0..<160).map { world.role(of: $0) } == roles)
    Self.expectSound(world, "roles")
  }

  @Test("picks groomers as usual unless the file names them, who are then adults")
  func groomers() throws {
    let rows = (0..<120).map { "a\($0),\($0 == 7 || $0 == 9 ? 1 : 0)" }
    let world = try Self.world("account,groomer", rows)
    #expect(world.groomers.map(\.index) == [7, 9])
    #expect(world.groomers.allSatisfy { world.age(of: $0.index) >= 18 })
    let usual = try Self.world("account", rows.map { String($0.prefix { $0 != "," }) })
    #expect(usual.groomers.count == 1)
    let nobody = try Self.world("account,groomer", rows.map { String($0.dropLast()) + "0" })
    #expect(nobody.groomers.isEmpty)
  }

  @Test("has one person behind accounts on several platforms")
  func persons() throws {
    let rows = (0..<200).map { "a\($0),p\($0 / 2),\($0 % 2 == 0 ? "Chat" : "Games")" }
    let world = try Self.world("account,person,platform", rows, stride: 2)
    #expect(world.platforms == ["Chat", "Games"])
    #expect(world.accountPlatforms == (0..<200).map { UInt8($0 % 2) })
    #expect((0..<100).allSatisfy { world.owners[2 * $0] == world.owners[2 * $0 + 1] })
    #expect(Set(world.owners).count == 100)
  }

  @Test("has all accounts of a person groom, of whom one line says so")
  func groomersOnTwoPlatforms() throws {
    let rows = (0..<120).map { "a\($0),p\($0 / 2),p\($0 % 2),\($0 == 8 ? "1" : "")" }
    let world = try Self.world("account,person,platform,groomer", rows, stride: 2)
    #expect(world.groomers.map(\.index) == [8, 9])
  }

  @Test("deals the pupils of a school that a file names into classes of the wanted size, by year")
  func classes() throws {
    let rows = (0..<200).map { "a\($0),Minster,\(11 + $0 % 2)" }
    let world = try Self.world("account,school,age", rows)
    for age in [11, 12] {
      let classes = (0..<200).filter { world.age(of: $0) == age }
        .map { world.persons.classes[Int(world.owners[$0])] }
      // 100 pupils by 22.4.
      #expect(Set(classes) == [0, 1, 2, 3] && classes.count { $0 == 0 } == 25, "age \(age)")
    }
  }

  @Test("puts one household at one home, whichever of its lines says where")
  func householdHomes() throws {
    let rows = (0..<120).map { account in
      let home = ["Lowton,,", ",53.26,-1.01", ",,"][account % 3]
      return "a\(account),h\(account / 3),\(home)"
    }
    let world = try Self.world("account,household,place,latitude,longitude", rows)
    for owner in world.owners.map(Int.init) {
      #expect(world.persons.places[owner] == 1 && world.persons.latitudes[owner] == 53.26)
    }
    Self.expectSound(world, "homes of households")
  }

  @Test("gives whom it has teach or coach a place for it, even where nobody else goes to one")
  func alone() throws {
    let world = try Self.world(
      "account,role,age", ["a,teacher,40", "b,coach,30", "c,child,9", "d,child,15"])
    Self.expectSound(world, "alone")
    #expect((0..<4).map { world.role(of: $0) } == [.teacher, .coach, .child, .child])
  }

  @Test("has nobody teach or coach whom a file has at no school and in no club")
  func noFoci() throws {
    let rows = (0..<200).map { "a\($0),none,none,\(25 + $0 % 30)" }
    let world = try Self.world("account,school,club,age", rows)
    for account in 0..<200 {
      #expect(world.role(of: account) != .teacher && world.role(of: account) != .coach)
    }
    Self.expectSound(world, "no schools")
  }

  @Test("keeps what accounts declare")
  func declarations() throws {
    let rows = (0..<120).map { "a\($0),\($0 % 2 == 0 ? "none,none" : "21,Farley")" }
    let declared = try Self.world("account,declared_age,declared_place", rows).declared
    for account in 0..<120 {
      let isNone = account % 2 == 0
      #expect(declared.ages[account] == (isNone ? DeclaredAccounts.unknownAge : 21))
      #expect(declared.places[account] == (isNone ? -1 : 2))
      #expect(declared.latitudes[account].isNaN == isNone)
    }
  }
}
