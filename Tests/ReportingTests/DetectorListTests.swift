import Reporting
import Testing

@Suite("The list of detectors") struct DetectorListTests {
  @Test("has a block for each group, marks what runs by default, and fits 100 columns")
  func golden() throws {
    let list = DetectorList(
      [
        Self.detector("view-spike", "pattern", default: true),
        Self.detector("reports", "policy", default: false),
        Self.detector("requests", "pattern", default: false),
      ], groups: [("pattern", "The four."), ("policy", "Rules of a platform.")])
    #expect(
      list.text() == """
        pattern: The four.
          * view-spike  What view-spike looks for is said in a sentence that is so long that it has to go
                        on.
            requests    What requests looks for is said in a sentence that is so long that it has to go on.

        policy: Rules of a platform.
            reports     What reports looks for is said in a sentence that is so long that it has to go on.

        * runs where a scenario says nothing. Names and groups are what --detectors takes, with commas
        between; 'all' is every detector listed here.
        A detector's parameters:            tocsin scenario keys <name>
        How it works, and when it fails:    Documentation/Detectors/<name>.md

        """)
  }

  private static func detector(
    _ name: String, _ group: String, default isDefault: Bool
  ) -> DetectorList.Detector {
    DetectorList.Detector(
      name: name, group: group,
      about: "What \(name) looks for is said in a sentence that is so long that it has to go on.",
      default: isDefault, guide: "Documentation/Detectors/\(name).md")
  }
}
