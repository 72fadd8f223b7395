import Storage
import Testing
import Vocabulary

@testable import Experiments

@Suite("A file of alerts") struct AlertsFileTests {
  private static let header = RunHeader(
    tocsinVersion: "1", scenarioName: "town", scenarioYAML: "", seed: 1, startDate: "2017-04-01",
    days: 2)

  private func read(_ text: String) throws(AlertsError) -> AlertsFile {
    try AlertsFile(bytes: Array(text.utf8), path: "a.csv", accounts: 10, header: Self.header)
  }

  private func alert(
    _ detector: String, _ time: Int32, _ suspect: Int, child: Int? = nil, score: Double = 0
  ) -> Alert {
    Alert(
      detector: detector, time: SimTime(rawValue: time), cause: 0, suspect: AccountID(suspect),
      child: child.map { AccountID($0) }, score: score, reasons: [])
  }

  @Test("has columns in any order; times are seconds or moments of the calendar")
  func columns() throws {
    let file = try read(
      """
      # made elsewhere
      time,suspect,detector,child,score
      70,0,mine,1,2.5
      "2017-04-02 00:01",3,other,,
      172800.0,4.0,mine,,-1e3

      """)
    #expect(
      file.alerts == [
        alert("mine", 70, 0, child: 1, score: 2.5), alert("other", 86_460, 3),
        alert("mine", 172_800, 4, score: -1_000),
      ])
    #expect(file.detectors == ["mine", "other"])
  }

  @Test("needs no detector, and may hold no alert")
  func least() throws {
    #expect(try read("suspect,time\n9,0\n").alerts == [alert("alerts", 0, 9)])
    #expect(try read("suspect,time\n").detectors == ["alerts"])
  }

  @Test(
    "is refused with line, column, what was found and what was expected",
    arguments: [
      ("", "a.csv:1: found no line, expected the names of columns, suspect and time among them"),
      ("suspect,child\n1,2\n", "a.csv:1: found \"suspect,child\", expected the names of columns"),
      ("suspect,tiem\n1,2\n", "a.csv:1: found a column \"tiem\", expected some of detector,"),
      ("suspect,tiem\n1,2\n", "did you mean time?"),
      ("suspect,time,time\n", "a.csv:1: found two columns time; remove one"),
      ("suspect,time\n1\n", "a.csv:2: found 1 value, expected 2: suspect,time"),
      (
        "suspect,time\n10,5\n",
        "a.csv:2: suspect: found \"10\", expected the id of an account, from 0 to 9"
      ),
      ("suspect,time\n1.5,5\n", "a.csv:2: suspect: found \"1.5\""),
      ("suspect,time\n,5\n", "a.csv:2: suspect: found \"\""),
      (
        "suspect,time\n1,-1\n",
        "a.csv:2: time: found \"-1\", expected seconds since the start, from 0 to 172800"
      ),
      ("suspect,time\n1,172801\n", "a.csv:2: time: found \"172801\""),
      ("suspect,time\n1,2017-03-31\n", "a.csv:2: time: found \"2017-03-31\""),
      ("suspect,time\n1,nan\n", "a.csv:2: time: found \"nan\""),
      ("suspect,time,child\n1,5,1\n", "a.csv:2: child: found \"1\", expected another account"),
      ("suspect,time,score\n1,5,inf\n", "a.csv:2: score: found \"inf\", expected a number"),
      ("suspect,time,detector\n1,5,\n", "a.csv:2: detector: found \"\""),
      ("suspect,time,detector\n1,5,any\n", "a.csv:2: detector: found \"any\""),
      (
        "suspect,time,detector\n" + (0...100).map { "1,5,d\($0)\n" }.joined(),
        "a.csv:1: found 101 names in the column detector, expected at most 100"
      ),
      ("suspect,time\n1,\"5\n", "a.csv:2: found a quotation mark that is not closed"),
      ("suspect,time\n1,x\n2,5\n3,y\n", "a.csv:4: time: found \"y\""),
      ("suspect,time\n1,x\n2,5\n3,y\n", "2 problems in a.csv"),
    ])
  func refusals(text: String, words: String) {
    let error = #expect(throws: AlertsError.self) { try read(text) }
    #expect(error?.description.contains(words) ?? false, "\(error?.description ?? "")")
  }
}
