import Activity
import Foundation
import Testing
import Vocabulary

@testable import Scoring

@Suite("Curves of survival") struct SurvivalCurvesTests {
  static func curves(
    cases: [GroundTruth.Case], alerts: [Alert], detectors: [String] = ["a"]
  ) throws -> SurvivalCurves {
    try SurvivalCurves(
      truth: GroundTruth(groomers: Village.groomers, cases: cases, end: Village.end),
      alerts: alerts, detectors: detectors, subjects: Village.subjects)
  }

  /// Of four contacts one is broken off at 20 days, one met at 30, two go on for 60 days.
  static let cases = [
    Village.contact(0, 2, from: 10, ended: 30), Village.contact(0, 3, from: 10),
    Village.contact(1, 4, from: 10, meeting: 40), Village.contact(1, 5, from: 10),
  ]

  @Test("count all sustained contacts; an alert before contact is at day 0, none is censored")
  func timeToAlert() throws {
    let curve = try Self.curves(cases: Self.cases, alerts: [Village.alert(on: 0, day: 3)]).curves[0]
    #expect(curve.contacts == 4 && curve.groomers == 2 && curve.alerted == 2)
    #expect(curve.followUpDays == 60)
    #expect(curve.points.map(\.days) == [0])
    #expect(curve.points[0].atRisk == 4 && curve.points[0].undetected.value == 0.5)
    #expect(curve.median.days == 0)
    #expect(curve.restrictedMeans.map(\.days) == [15, nil])
  }

  @Test("an alert after the meeting counts with its time, and is none among competing events")
  func late() throws {
    let found = try Self.curves(cases: Self.cases, alerts: [Village.alert(on: 1, day: 50)])
    #expect(found.curves[0].alerted == 2)
    #expect(found.curves[0].points.map(\.days) == [0, 40])
    // After 20 days one broke off, after 30 one met, after 40 one of the two left was alerted on.
    let points = found.incidences[0].points
    #expect(points.map(\.days) == [0, 20, 30, 40])
    #expect(points.map(\.brokenOff.value) == [0, 0.25, 0.25, 0.25])
    #expect(points.map(\.met.value) == [0, 0, 0.25, 0.25])
    #expect(points.map(\.alerted.value) == [0, 0, 0, 0.25])
    #expect(points.map(\.waiting) == [1, 0.75, 0.5, 0.25])
  }

  @Test("an alert in the second of the meeting comes too late; a second before it, in time")
  func sameSecond() throws {
    let meeting = [Village.contact(1, 4, from: 10, meeting: 40)]
    let same = try Self.curves(cases: meeting, alerts: [Village.alert(on: 1, day: 40)])
    #expect(same.incidences[0].points.last?.met.value == 1)
    let before = Alert(
      detector: "a", time: SimTime(rawValue: SimTime(day: 40).rawValue - 1), cause: 0,
      suspect: AccountID(1), child: nil, score: 1, reasons: [])
    #expect(
      try Self.curves(cases: meeting, alerts: [before]).incidences[0].points.last?.alerted.value
        == 1)
  }

  @Test("are there for every detector, then for any of them, and survive JSON")
  func detectors() throws {
    let found = try Self.curves(
      cases: Self.cases, alerts: [Village.alert("b", on: 0, day: 12)], detectors: ["a", "b"])
    #expect(found.curves.map(\.detector) == ["a", "b", "any"])
    #expect(found.incidences.map(\.detector) == ["a", "b", "any"])
    #expect(found.curves.map(\.alerted) == [0, 2, 2])
    let encoded = try JSONEncoder().encode(found)
    #expect(try JSONDecoder().decode(SurvivalCurves.self, from: encoded) == found)
  }

  @Test("of no contact have no points")
  func none() throws {
    let found = try Self.curves(cases: [], alerts: [])
    #expect(found.curves.allSatisfy { $0.points.isEmpty && $0.contacts == 0 })
    #expect(found.incidences.allSatisfy { $0.points.isEmpty })
  }

  @Test("have at most so many points, the first and the last among them")
  func thinned() {
    let contacts = (0..<1_000).map { second in
      ScoredContact(
        person: UInt32(second % 50), child: AccountID(second), firstContact: SimTime(day: 0),
        end: SimTime(day: 30), firstAlert: SimTime(rawValue: Int32(second + 1) * 60))
    }
    let points = SurvivalCurve(detector: "a", contacts: contacts).points
    #expect(points.count == SurvivalCurves.pointLimit)
    #expect(points.first?.days == 0 && points.first?.undetected.value == 1)
    #expect(points.last?.undetected.value == 0 && points.last?.atRisk == 1)
  }

  @Test("have a band around the interval of each point, and none of a single groomer")
  func band() throws {
    let contacts = SurvivalSample.days.indices.map { index in
      ScoredContact(
        person: SurvivalSample.clusters[index], child: AccountID(index),
        firstContact: SimTime(day: 0), end: SimTime(day: 30),
        firstAlert: SimTime(day: 1 + Int(SurvivalSample.days[index])))
    }
    for point in SurvivalCurve(detector: "a", contacts: contacts).points {
      let (low, high) = (try #require(point.bandLow), try #require(point.bandHigh))
      #expect(low <= point.undetected.low && point.undetected.high <= high && low >= 0 && high <= 1)
    }
    let middle = SurvivalCurve(detector: "a", contacts: contacts).points[5]
    #expect((middle.bandHigh ?? 0) > middle.undetected.high)
    let alone = contacts.filter { $0.person == 0 }
    #expect(SurvivalCurve(detector: "a", contacts: alone).points.allSatisfy { $0.bandLow == nil })
  }
}
