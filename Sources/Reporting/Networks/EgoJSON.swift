import Foundation
import Vocabulary

extension EgoReport {
  /// The version of the JSON layout; it rises when a reader would have to change.
  public static let currentSchemaVersion = 1

  /// The network as JSON with a line break at its end: all nodes, and all edges by their accounts.
  ///
  /// Keys are sorted, so that equal networks are equal bytes; what is absent is left out.
  ///
  /// - Throws: `EncodingError` if a distance is not finite, which none is.
  public func json() throws -> String {
    try JSONText.text(of: Document(self))
  }
}

/// The layout of the JSON.
private struct Document: Encodable {
  var schemaVersion = EgoReport.currentSchemaVersion
  var scenario: String
  var seed: UInt64
  var version: String
  var moment: String
  var hops: Int
  var facts: [String]
  var nodes: [Node]
  var edges: [[UInt32]]
  var notes = [EgoReport.truthNote, Limits.invented]

  init(_ report: EgoReport) {
    scenario = report.context.scenario
    seed = report.context.seed
    version = report.context.version
    moment = report.context.moment
    hops = report.context.hops
    facts = report.facts
    nodes = report.members.map(Node.init)
    edges = report.ties.map { tie in
      [tie.one, tie.other].map { report.members[$0].account.rawValue }
    }
  }

  struct Node: Encodable {
    var account: UInt32
    var hops: Int
    var declaredAge: Int?
    var ageGroup: EgoReport.AgeGroup
    var declaredPlace: String?
    var kilometres: Double?
    var mutualFriends: Int
    var since: Int32?
    var truthMadeBy: String?

    init(_ member: EgoReport.Member) {
      account = member.account.rawValue
      hops = member.hops
      declaredAge = member.declaredAge
      ageGroup = member.ageGroup
      declaredPlace = member.declaredPlace
      kilometres = member.kilometres
      mutualFriends = member.mutualFriends
      since = member.since?.rawValue
      truthMadeBy = member.madeBy
    }
  }
}
