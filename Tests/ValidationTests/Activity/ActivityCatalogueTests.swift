import Testing
import Vocabulary

@testable import Validation

@Suite("Every row on activity")
struct ActivityCatalogueTests {
  /// What calibration's table accepts, figure by figure.
  private static let accepted: [(id: String, bands: [Band])] = [
    ("V11", [.between(0.74, 0.84)]), ("V12", [.between(0.10, 0.40)]),
    ("V15", [.between(0.31, 0.39)]), ("V16", [.between(0.162, 0.222)]),
    ("V17", [.between(0.034, 0.054)]), ("V18", [.between(0.01, 0.03)]),
    ("V19", [.between(0.15, 0.25), .between(0.04, 0.10), .between(0.20, 0.30)]),
    ("V20", [.between(30, 90)]),
    ("V23", [.between(0.78, 0.84), .between(0.40, 0.70), .between(0.20, 0.25)]),
    ("V24", [.between(0.58, 0.68)]), ("V25", [.between(0.56, 0.72), .between(0.2, 0.75)]),
  ]

  private static let nothing = TinyRun(world: TinyWorld(persons: [])).sample()

  /// Runs at the edges of what a row meets.
  private static let edges = [
    nothing, TinyRun(world: TinyWorld(persons: [.init(age: 13)])).sample(),
    TinyRun(world: TinyWorld(persons: [.init(), .init(age: 9)], friends: [(0, 1)]), days: 1)
      .sample(),
    {
      var run = TinyRun(world: TinyWorld(persons: [.init(age: 13), .init()]), groomers: [1])
      run.ask(1, 0, day: 0)
      run.cases = [.init(1, 0, from: 0, met: 9)]
      return run.sample()
    }(),
  ]

  @Test("accepts what the calibration does, its ends included")
  func verdicts() {
    #expect(RowCatalogue.activity.map(\.id) == Self.accepted.map(\.id))
    for (row, bands) in zip(RowCatalogue.activity, Self.accepted.map(\.bands)) {
      let figures = row.measure(Self.nothing)
      #expect(figures.map(\.accepted) == bands, "\(row.id)")
      for (figure, band) in zip(figures, bands) {
        let (lower, upper) = (band.lower ?? 0, band.upper ?? 0)
        let half = (upper - lower) / 2
        let values = [lower - 1e-9, lower, upper, upper + 1e-9]
        let verdicts = values.map { value in
          var some = figure
          some.finding = .measured(
            Estimate(value, standardError: half * 0.999), telling: band, orNotShown: "")
          return some.verdict
        }
        #expect(verdicts == [.fail, .pass, .pass, .fail], "\(row.id): \(figure.label)")
      }
    }
  }

  @Test("an error beyond what is accepted to either side, or none, gives no verdict")
  func unsure() {
    let band = Band.between(0.2, 0.4)
    for error in [0.101, nil] {
      var figure = Self.nothing.figures(of: .groomersRequests)[0]
      let estimate = Estimate(0.9, standardError: error)
      figure.finding = .measured(estimate, telling: band, orNotShown: "")
      #expect(figure.verdict == .unsure && figure.estimate == estimate)
    }
    let sure = Figure.Finding.measured(
      Estimate(0.9, standardError: 0.1), telling: band, orNotShown: "")
    #expect(sure == .measured(Estimate(0.9, standardError: 0.1)))
    #expect(Figure.Finding.measured(nil, telling: band, orNotShown: "x") == .notShown("x"))
  }

  @Test("has an id, a title, a source and figures that fit a table, at least one")
  func described() {
    let numbers = RowCatalogue.activity.map { Int($0.id.dropFirst()) ?? 0 }
    #expect(zip(numbers, numbers.dropFirst()).allSatisfy(<))
    #expect(Set(numbers).isDisjoint(with: RowCatalogue.world.map { Int($0.id.dropFirst()) ?? 0 }))
    for row in RowCatalogue.activity {
      #expect(row.isOnActivity && !row.isWeak)
      #expect((1...60).contains(row.title.count), "\(row.id)")
      #expect((1...12).contains(row.citation.count), "\(row.id)")
      #expect(row.sourceWords.hasSuffix("]"), "\(row.id)")
      for figure in row.measure(Self.nothing) {
        #expect((1...29).contains(figure.label.count), "\(row.id): \(figure.label)")
        #expect(figure.definition.contains("tandard error: "), "\(row.id): \(figure.label)")
        #expect(figure.definition.hasSuffix("."), "\(row.id): \(figure.label)")
        #expect(figure.target.lower.map(figure.accepted.contains) != false, "\(row.id)")
      }
    }
  }

  @Test("gives the same figures in any run, finite or not shown with a reason", arguments: 0..<4)
  func edges(number: Int) {
    for row in RowCatalogue.activity {
      let figures = row.measure(Self.edges[number])
      #expect(figures.map(\.label) == row.measure(Self.nothing).map(\.label))
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

  @Test("comes after the rows on the world in a result, with how much was simulated")
  func result() {
    var told: [Int] = []
    let run = TinyRun(world: TinyWorld(persons: [.init(age: 13)]), days: 7)
    let result = ValidationResult(of: run.world.sample(), activity: run.sample()) {
      told.append($0)
    }
    #expect(
      result.rows.map(\.row.id) == (RowCatalogue.world + RowCatalogue.activity).map(\.id))
    #expect(told.last == result.rows.count)
    #expect(result.run == ValidationResult.Run(days: 7, events: 0))
  }
}

extension ActivitySample {
  /// What a row finds.
  fileprivate func figures(of row: ValidationRow) -> [Figure] { row.measure(self) }
}
