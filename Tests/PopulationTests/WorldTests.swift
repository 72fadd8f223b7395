import Graphs
import Testing
import Vocabulary

@testable import Population

extension Tag {
  /// Tests whose tolerance is derived from a sample's size; seeds are fixed.
  @Tag static var statistical: Self
}

/// A world of 12,000 accounts that several tests look at.
private let world = makeWorld(accounts: 12_000, seed: 5, threads: 2)

private let towns = [
  Place(name: "Upton", latitude: 53.0, longitude: -1.0, population: 60_000),
  Place(name: "Lowton", latitude: 53.27, longitude: -1.0, population: 30_000),
  Place(name: "Farley", latitude: 51.5, longitude: -0.1, population: 90_000),
]

private func makeWorld(accounts: Int, seed: UInt64, threads: Int) -> World {
  var settings = PopulationSettings()
  settings.accounts = accounts
  return WorldBuilder(settings: settings, places: towns, seed: seed, threads: threads).build()
}

@Suite("A world")
struct WorldTests {
  @Test("is the same on any number of threads", arguments: [2, 3])
  func threads(threads: Int) {
    let one = makeWorld(accounts: 3_000, seed: 9, threads: 1)
    let many = makeWorld(accounts: 3_000, seed: 9, threads: threads)
    #expect(one.persons == many.persons)
    #expect(one.owners == many.owners)
    #expect(one.declared.ages == many.declared.ages)
    #expect(one.declared.places == many.declared.places)
    #expect(one.friendships == many.friendships)
    #expect(one.groomers == many.groomers)
  }

  @Test("differs with the seed")
  func seeds() {
    let one = makeWorld(accounts: 1_000, seed: 1, threads: 1)
    let other = makeWorld(accounts: 1_000, seed: 2, threads: 1)
    #expect(one.persons != other.persons)
    #expect(one.friendships != other.friendships)
  }

  @Test("has exactly the accounts asked for, each of another person", arguments: [100, 1_234])
  func accounts(accounts: Int) {
    let world = makeWorld(accounts: accounts, seed: 3, threads: 1)
    #expect(world.accountCount == accounts)
    #expect(Set(world.owners).count == accounts)
    #expect(world.declared.count == accounts)
    #expect(world.declared.opened.allSatisfy { $0 < 0 })
  }

  @Test("lists each friendship once, ascending, and nobody as a friend of oneself")
  func friendships() {
    let friendships = world.friendships
    #expect(friendships.accountCount == world.accountCount)
    var before = (0, 0)
    friendships.forEach { lower, higher, _ in
      #expect(lower < higher && higher < world.accountCount)
      #expect(before < (lower, higher))
      before = (lower, higher)
    }
  }

  @Test("picks groomers among adults, as many as the scenario says")
  func groomers() {
    let adults = world.owners.count { world.persons.ages[Int($0)] >= 18 }
    #expect(world.groomers.count == Int((Double(adults) * 0.005).rounded()))
    #expect(world.groomers.allSatisfy { world.age(of: $0.index) >= 18 })
    #expect(world.groomers == world.groomers.sorted())
  }

  @Test("gives roles to those they are for")
  func roles() {
    for person in 0..<world.persons.count {
      let age = world.persons.ages[person]
      switch world.persons.roles[person] {
      case .child: #expect(age < 18)
      case .youngAdult: #expect((18...19).contains(age))
      case .teacher:
        #expect((22...64).contains(age))
        #expect(world.persons.schools[person] >= 0)
      case .coach: #expect(age >= 20 && world.persons.clubs[person] >= 0)
      default: #expect(age >= 20)
      }
    }
    for role in Role.allCases { #expect(world.persons.roles.contains(role), "\(role)") }
  }

  @Test("has each occupation at its share, and befriending about as many children as it says")
  func occupations() {
    let settings = RoleSettings()
    let persons = world.persons
    let eligible = (0..<persons.count).count {
      persons.ages[$0] >= 20 && ![.teacher, .coach].contains(persons.roles[$0])
    }
    var children = [Int](repeating: 0, count: world.accountCount)
    world.friendships.forEach { lower, higher, _ in
      if world.age(of: higher) < 18 { children[lower] += 1 }
      if world.age(of: lower) < 18 { children[higher] += 1 }
    }
    for (role, share) in settings.occupations {
      // Shares are spread evenly: a handful off at most.
      let count = persons.roles.count { $0 == role }
      #expect(abs(Double(count) - share * Double(eligible)) < 5, "\(role.name)")
      guard role != .newcomer else { continue }
      let accounts = (0..<world.accountCount).filter { world.role(of: $0) == role }
      let mean = Double(accounts.reduce(0) { $0 + children[$1] }) / Double(accounts.count)
      let wanted = settings.childTies(of: role)
      // Draws are near Poisson; a few more come from closing triangles.
      let error = (wanted / Double(accounts.count)).squareRoot()
      #expect(abs(mean - wanted) < 5 * error + 0.1 * wanted, "\(role.name): \(mean)")
    }
  }

  @Test("sends every child of school age to a school, and nobody else but teachers and leavers")
  func schools() {
    for person in 0..<world.persons.count {
      let age = world.persons.ages[person]
      if (4...17).contains(age) { #expect(world.persons.schools[person] >= 0) }
      if age >= 20, world.persons.roles[person] != .teacher {
        #expect(world.persons.schools[person] < 0)
      }
    }
  }
}

@Suite("A world against published figures", .tags(.statistical))
struct PublishedFigureTests {
  @Test("has the mean degree of the published rule, within 10 %")
  func meanDegree() {
    // Top-ups and repeated picks move the mean by some percent; sampling by less than 1 %.
    let mean = 2 * Double(world.friendships.count) / Double(world.accountCount)
    let wanted = DegreeCurve.meanDegree(accounts: world.accountCount)
    #expect(abs(mean / wanted - 1) < 0.10, "mean \(mean), published \(wanted)")
  }

  @Test("has the age mix of England, within half a point and five standard errors")
  func ages() {
    let persons = world.persons
    let size = Double(persons.count)
    for band in [0...17, 18...24, 25...34, 35...44, 45...54, 55...64, 65...74, 75...89] {
      let wanted = band.reduce(0) { $0 + AgeTable.shares[$1] }
      let share = Double(persons.ages.count { band.contains(Int($0)) }) / size
      // Members of a household go together: twice the error of independent draws.
      let tolerance = 0.005 + 5 * 2 * (wanted * (1 - wanted) / size).squareRoot()
      #expect(abs(share - wanted) < tolerance, "\(band): \(share), published \(wanted)")
    }
  }

  @Test("has households of the published size and families of the published sizes")
  func households() {
    let persons = world.persons
    let households = 1 + Int(persons.households.max() ?? 0)
    let mean = Double(persons.count) / Double(households)
    // The size of a household has a standard deviation near 1.3.
    #expect(abs(mean - 2.38) < 5 * 1.3 / Double(households).squareRoot(), "mean \(mean)")
    var children = [Int](repeating: 0, count: households)
    for person in 0..<persons.count where persons.ages[person] < 18 {
      children[Int(persons.households[person])] += 1
    }
    let families = Double(children.count { $0 > 0 })
    for (size, wanted) in [(1, 0.446), (2, 0.410)] {
      let share = Double(children.count { $0 == size }) / families
      let error = (wanted * (1 - wanted) / families).squareRoot()
      #expect(abs(share - wanted) < 5 * error, "\(size) children: \(share)")
    }
  }

  @Test(
    "has children claim to be older as published, within five standard errors",
    arguments: [(8...12, 18, 0.23), (8...12, 16, 0.39), (13...17, 18, 0.38)])
  func claims(ages: ClosedRange<Int>, claimed: UInt8, wanted: Double) {
    let accounts = (0..<world.accountCount).filter { ages.contains(world.age(of: $0)) }
    let share =
      Double(accounts.count { world.declared.ages[$0] >= claimed }) / Double(accounts.count)
    let error = (wanted * (1 - wanted) / Double(accounts.count)).squareRoot()
    #expect(abs(share - wanted) < 5 * error, "\(share) of \(accounts.count)")
  }

  @Test("joins nearly everybody in one component, and closes triangles")
  func structure() {
    let graph = world.friendships.adjacency()
    var seen = [Bool](repeating: false, count: graph.vertexCount)
    var largest = 0
    for start in 0..<graph.vertexCount where !seen[start] {
      var stack = [start]
      var size = 0
      seen[start] = true
      while let vertex = stack.popLast() {
        size += 1
        for neighbour in graph.neighbours(of: vertex) where !seen[Int(neighbour)] {
          seen[Int(neighbour)] = true
          stack.append(Int(neighbour))
        }
      }
      largest = max(largest, size)
    }
    let connected = (0..<graph.vertexCount).count { graph.degree(of: $0) > 0 }
    #expect(Double(largest) / Double(connected) > 0.98)
    // Mean local clustering near the median degree: published 0.14, more in small worlds.
    let growing = GrowingAdjacency(graph)
    let median = (0..<graph.vertexCount).map(graph.degree(of:)).sorted()[graph.vertexCount / 2]
    let typical = (0..<graph.vertexCount).filter {
      (Double(median) * 0.8...Double(median) * 1.2).contains(Double(graph.degree(of: $0)))
    }
    let clustering = typical.reduce(0.0) { sum, vertex in
      let degree = graph.degree(of: vertex)
      let links = graph.neighbours(of: vertex)
        .reduce(0) { $0 + growing.mutualCount(vertex, Int($1)) }
      return sum + Double(links) / Double(degree * (degree - 1))
    }
    #expect((0.10...0.30).contains(clustering / Double(typical.count)))
  }

  @Test("has friends with like numbers of friends: published +0.23, within 0.10 to 0.35")
  func assortativity() {
    // Pearson's r over both directions of every friendship (Newman 2002,
    // doi 10.1103/PhysRevLett.89.208701).
    let graph = world.friendships.adjacency()
    var (sum, squares, products) = (0.0, 0.0, 0.0)
    world.friendships.forEach { lower, higher, _ in
      let a = Double(graph.degree(of: lower))
      let b = Double(graph.degree(of: higher))
      sum += a + b
      squares += a * a + b * b
      products += 2 * a * b
    }
    let ends = 2 * Double(world.friendships.count)
    let mean = sum / ends
    let correlation = (products / ends - mean * mean) / (squares / ends - mean * mean)
    #expect((0.10...0.35).contains(correlation), "\(correlation)")
  }

  @Test("puts most of children's ties into their own school")
  func schoolTies() {
    var ties = 0
    var inSchool = 0
    world.friendships.forEach { lower, higher, _ in
      let ends = [lower, higher].map { Int(world.owners[$0]) }
      for (one, other) in [(ends[0], ends[1]), (ends[1], ends[0])]
      where world.persons.ages[one] < 18 && world.persons.schools[one] >= 0 {
        ties += 1
        if world.persons.schools[one] == world.persons.schools[other] { inSchool += 1 }
      }
    }
    #expect((0.5...0.85).contains(Double(inSchool) / Double(ties)))
  }
}
