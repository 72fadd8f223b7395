import Activity
import Detection
import Experiments
import Population
import Reporting
import Scoring
import Storage
import Vocabulary

/// Everything that a case is told of, gathered from a file.
struct CaseStory {
  private let file: RunFile
  private let header: RunHeader
  private let number: Int
  private let truth: GroundTruth
  private let timeline: CaseTimeline
  private let world: CasePeople
  private let mutualFriends: Int

  init(
    of number: Int, truth: GroundTruth, alerts: [Alert], detectors: [String], in file: RunFile,
    _ watch: Watch, threads: Int
  ) throws {
    guard truth.cases.indices.contains(number) else {
      throw BadInput(
        truth.cases.isEmpty
          ? "\(file.path): found no case; in this run no contact with a child was sustained"
          : "<number>: found \(number), expected a case from 0 to \(truth.cases.count - 1); "
            + "`tocsin case \(file.path)` lists them")
    }
    let contact = truth.cases[number]
    let events = try PairEvents.between(
      contact.groomer, contact.child, in: file, watch, threads: threads)
    self.file = file
    self.number = number
    self.truth = truth
    header = try file.header()
    timeline = CaseTimeline(
      of: contact, events: events, alerts: alerts, detectors: detectors, end: truth.end)
    world = try CasePeople(file)
    let before = SimTime(rawValue: contact.firstContact.rawValue - 1)
    mutualFriends = try GraphStore(file)
      .mutualFriends(contact.groomer, contact.child, at: max(before, .before)).count
  }

  func report(calendar: @escaping @Sendable (SimTime) -> String) -> CaseReport {
    let contact = timeline.contact
    let position = truth.groomers.firstIndex(of: contact.groomer)
    return CaseReport(
      timeline: timeline,
      context: CaseContext(
        number: number, caseCount: truth.cases.count, scenario: header.scenarioName,
        seed: header.seed, version: header.tocsinVersion,
        profile: position.map { truth.profiles[Int(truth.groomerProfiles[$0])] } ?? "unknown",
        groomer: world.party(contact.groomer), child: world.party(contact.child),
        declaredKilometres: world.kilometres(contact.groomer, contact.child),
        mutualFriends: mutualFriends, because: DetectorCatalogue.wordings, calendar: calendar))
  }
}

/// The people of a file, as far as a report on two of them needs them.
struct CasePeople {
  private let places: [Place]
  private let declared: DeclaredAccounts
  private let ages: [UInt8]
  private let roles: [Role]
  private let homes: [Int]

  init(_ file: RunFile) throws {
    places = try file.places()
    declared = try file.declaredAccounts()
    ages = try file.ages()
    roles = try file.roles()
    homes = try file.homes()
  }

  func party(_ account: AccountID) -> CaseParty {
    let age = declared.ages[account.index]
    let place = Int(declared.places[account.index])
    return CaseParty(
      declaredAge: age == DeclaredAccounts.unknownAge ? nil : Int(age),
      declaredPlace: place < 0 ? nil : places[place].name, age: Int(ages[account.index]),
      role: roles[account.index].name, place: places[homes[account.index]].name)
  }

  func kilometres(_ a: AccountID, _ b: AccountID) -> Double? {
    let kilometres = declared.kilometres(a.index, b.index)
    return kilometres.isNaN ? nil : kilometres
  }
}
