import Population
import Testing

@testable import Validation

@Suite("Every row of the catalogue")
struct RowCatalogueTests {
  /// A town of 5,000 accounts with a far city.
  private static let world: World = {
    var settings = PopulationSettings()
    settings.accounts = 5_000
    let places = [
      Place(name: "Newark on Trent", latitude: 53.0677, longitude: -0.7980, population: 48_530),
      Place(name: "Southwell", latitude: 53.0788, longitude: -0.9570, population: 7_554),
      Place(name: "Plymouth", latitude: 50.3902, longitude: -4.1271, population: 264_718),
    ]
    return WorldBuilder(settings: settings, places: places, seed: 3, threads: 2).build()
  }()

  private static let town = ValidationSample(world: world, threads: 2)

  /// Worlds at the edges of what a row meets.
  private static let edges = [
    TinyWorld(persons: []), TinyWorld(persons: [.init()]),
    TinyWorld(persons: [.init(), .init(age: 9)], friends: [(0, 1)]),
    TinyWorld(persons: (0..<30).map { _ in .init() }), GraphRowTests.kite,
  ]

  @Test("has an id of its own, ascending, a title, a source and a citation that fits a table")
  func described() {
    let numbers = RowCatalogue.world.map { Int($0.id.dropFirst()) ?? 0 }
    #expect(RowCatalogue.world.allSatisfy { $0.id.hasPrefix("V") })
    #expect(zip(numbers, numbers.dropFirst()).allSatisfy(<))
    for row in RowCatalogue.world {
      #expect((1...60).contains(row.title.count), "\(row.id)")
      #expect((1...12).contains(row.citation.count), "\(row.id)")
      #expect(row.sourceWords.hasSuffix("]"), "\(row.id): a mark closes the source")
    }
  }

  @Test("rests on a source that is not weak, but for children's ties")
  func weak() {
    #expect(RowCatalogue.world.filter(\.isWeak).map(\.id) == ["V8"])
  }

  @Test("has figures with a label that fits, a definition with its error, and sane bands")
  func figures() {
    for row in RowCatalogue.world {
      let figures = row.measure(Self.town)
      #expect(Set(figures.map(\.label)).count == figures.count)
      for figure in figures {
        #expect((1...29).contains(figure.label.count), "\(row.id): \(figure.label)")
        #expect(figure.definition.contains("tandard error: "), "\(row.id): \(figure.label)")
        #expect(figure.definition.hasSuffix("."), "\(row.id): \(figure.label)")
        #expect(figure.target.lower.map(figure.accepted.contains) != false, "\(row.id)")
        #expect(figure.target.upper.map { $0 <= figure.accepted.upper ?? $0 } != false)
        #expect((0...4).contains(figure.decimals))
      }
    }
  }

  @Test("gives the same figures in any world, finite or not shown with a reason", arguments: 0..<5)
  func edges(number: Int) {
    let sample = Self.edges[number].sample()
    for row in RowCatalogue.world {
      let figures = row.measure(sample)
      #expect(figures.map(\.label) == row.measure(Self.town).map(\.label))
      for figure in figures {
        switch figure.finding {
        case .measured(let estimate), .unsure(let estimate):
          #expect(estimate.value.isFinite, "\(row.id): \(figure.label)")
          #expect(estimate.standardError.map { $0.isFinite && $0 >= 0 } != false, "\(row.id)")
        case .notShown(let reason):
          #expect(!reason.isEmpty && !reason.hasSuffix("."), "\(row.id)")
        }
      }
    }
  }

  @Test("is shown by a town with a far city, with an error, but for classes")
  func shown() {
    for row in RowCatalogue.world {
      for figure in row.measure(Self.town) where figure.label != "pupils of a class" {
        #expect(figure.estimate != nil, "\(row.id): \(figure.label)")
        // So small a world has one secondary school.
        #expect(figure.estimate?.standardError != nil || row.id == "V22", "\(row.id)")
      }
    }
  }

  @Test("measures the same with any number of threads")
  func threads() throws {
    let one = ValidationSample(world: Self.world, threads: 1)
    for row in RowCatalogue.world {
      #expect(row.measure(one) == row.measure(Self.town), "\(row.id)")
    }
  }

  @Test("a result lists what every row found, and tells of its progress")
  func result() {
    var told: [Int] = []
    let result = ValidationResult(of: Self.town) { told.append($0) }
    #expect(result.rows.map(\.row.id) == RowCatalogue.world.map(\.id))
    #expect(told == Array(0...RowCatalogue.world.count))
    #expect(result.accounts == 5_000)
    #expect(result.friendships == Self.world.friendships.count)
    #expect(result.persons == Self.world.persons.count)
    #expect(result.platform == "main")
    #expect(result.shown.count == RowCatalogue.world.count)
    #expect(result.run == nil)
  }

  @Test("a world of three times as many friendships fails the mean")
  func failing() {
    var settings = PopulationSettings()
    settings.accounts = 1_500
    settings.friendships.degreeScale = 3
    let places = [Place(name: "Anytown", latitude: 53, longitude: -1, population: 50_000)]
    let world = WorldBuilder(settings: settings, places: places, seed: 3, threads: 2).build()
    let sample = ValidationSample(world: world, threads: 2)
    #expect(RowFinding(.meanDegree, of: sample).verdict == .fail)
  }
}

@Suite("Bands and verdicts")
struct VerdictTests {
  @Test("a band holds its ends, but not one that is excluded")
  func bands() {
    #expect(Band.between(1, 2).contains(1) && Band.between(1, 2).contains(2))
    #expect(!Band.between(1, 2).contains(0.999) && !Band.between(1, 2).contains(2.001))
    #expect(Band.below(1).contains(0.999) && !Band.below(1).contains(1))
    #expect(Band.below(1).contains(-5))
    #expect(Band.atLeast(1).contains(1) && !Band.atLeast(1).contains(0.999))
    #expect(Band.value(3).contains(3) && !Band.value(3).contains(3.001))
  }

  @Test(
    "a row fails by any figure, passes by any that is shown, and is not shown by none",
    arguments: [
      ([0.5, 0.7], Verdict.pass), ([0.5, 1.5], .fail), ([nil, 0.5], .pass), ([nil, 1.5], .fail),
      ([nil, nil], .notShown), ([nil], .notShown), ([1.5], .fail),
    ] as [([Double?], Verdict)])
  func rows(values: [Double?], verdict: Verdict) {
    let figures = values.map { value in
      Figure(
        "a", definition: "b", target: .value(0.5), accepted: .between(0, 1), decimals: 1,
        finding: .measured(
          value.map { Estimate($0, standardError: nil) }, orNotShown: "for a reason"))
    }
    #expect(RowFinding(.meanDegree, figures: figures).verdict == verdict)
  }

  @Test("a row of which some figures are unsure passes or fails by the others")
  func unsure() {
    func figure(_ finding: Figure.Finding) -> Figure {
      Figure(
        "a", definition: "b", target: .value(0.5), accepted: .between(0, 1), decimals: 1,
        finding: finding)
    }
    func verdict(_ findings: Figure.Finding...) -> Verdict {
      RowFinding(.meanDegree, figures: findings.map(figure)).verdict
    }
    let unsure = Figure.Finding.unsure(Estimate(7, standardError: 9))
    #expect(verdict(unsure, .notShown("for a reason")) == .unsure)
    #expect(verdict(unsure, .measured(Estimate(0.5, standardError: nil))) == .pass)
    #expect(verdict(unsure, .measured(Estimate(1.5, standardError: nil))) == .fail)
  }
}
