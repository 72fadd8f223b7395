import Settings
import Testing

@Suite("Values") struct ValueRefusalTests {
  @Test(
    "a value that its key does not accept is refused",
    arguments: [
      (
        "plots: many",
        "1:8: plots: found \"many\", expected a whole number from 1 to 500 (plots); write such a value"
      ),
      (
        "plots: [1]",
        "1:8: plots: found a list of 1, expected a whole number from 1 to 500 (plots); write such a value"
      ),
      (
        "plots: {a: 1}",
        "1:8: plots: found a mapping of 1 key, expected a whole number from 1 to 500 (plots); write such a value"
      ),
      (
        "plots:",
        "1:1: plots: no value, expected a whole number from 1 to 500 (plots); write one or remove the key"
      ),
      (
        "plots: null",
        "1:1: plots: no value, expected a whole number from 1 to 500 (plots); write one or remove the key"
      ),
      (
        "plots: ~",
        "1:1: plots: no value, expected a whole number from 1 to 500 (plots); write one or remove the key"
      ),
      (
        "plots: 0",
        "1:8: plots: found 0, expected a whole number from 1 to 500 (plots); raise it to 1 at least"
      ),
      (
        "plots: 501",
        "1:8: plots: found 501, expected a whole number from 1 to 500 (plots); lower it to 500 at most"
      ),
      ("shade: 1", "1:8: shade: found 1, expected a number from 0 to below 1; lower it below 1"),
      (
        "shade: -0.1",
        "1:8: shade: found -0.1, expected a number from 0 to below 1; raise it to 0 at least"
      ),
      (
        "pond: {deepest: 0}",
        "1:17: pond.deepest: found 0, expected a number above 0 (m); raise it above 0"
      ),
      ("fenced: yes", "1:9: fenced: found \"yes\", expected true or false; write true"),
      ("fenced: Off", "1:9: fenced: found \"Off\", expected true or false; write false"),
      ("fenced: 'true'", "1:9: fenced: found \"true\", expected true or false; write true"),
      ("fenced: 1", "1:9: fenced: found 1, expected true or false; write true"),
      ("fenced: maybe", "1:9: fenced: found \"maybe\", expected true or false; write such a value"),
      ("name: ''", "1:7: name: found \"\", expected a text that is not empty; write such a text"),
      (
        "name: 2018",
        "1:7: name: found 2018, expected a text that is not empty; write \"2018\" in quotes"
      ),
      (
        "name: true",
        "1:7: name: found true, expected a text that is not empty; write \"true\" in quotes"
      ),
      (
        "name: [a]",
        "1:7: name: found a list of 1, expected a text that is not empty; write such a value"
      ),
      (
        "opens: 2018-02-29",
        "1:8: opens: found \"2018-02-29\", expected a date such as 2018-01-29, from 2000-01-01 to 2099-12-31; the last day of that month is 2018-02-28"
      ),
      (
        "opens: 2018-13-01",
        "1:8: opens: found \"2018-13-01\", expected a date such as 2018-01-29, from 2000-01-01 to 2099-12-31; the months are 01 to 12; write year-month-day"
      ),
      (
        "opens: 20180403",
        "1:8: opens: found 20180403, expected a date such as 2018-01-29, from 2000-01-01 to 2099-12-31; write 2018-04-03"
      ),
      (
        "opens: 3 April 2018",
        "1:8: opens: found \"3 April 2018\", expected a date such as 2018-01-29, from 2000-01-01 to 2099-12-31; write a day of the calendar as year-month-day"
      ),
      (
        "opens: 1999-12-31",
        "1:8: opens: found \"1999-12-31\", expected a date such as 2018-01-29, from 2000-01-01 to 2099-12-31; move it to 2000-01-01 or later"
      ),
      (
        "opens: 2100-01-01",
        "1:8: opens: found \"2100-01-01\", expected a date such as 2018-01-29, from 2000-01-01 to 2099-12-31; move it to 2099-12-31 or earlier"
      ),
      (
        "soil: laom",
        "1:7: soil: found \"laom\", expected one of clay, loam, sand; did you mean loam?"
      ),
      (
        "soil: concrete",
        "1:7: soil: found \"concrete\", expected one of clay, loam, sand; choose one of them"
      ),
      (
        "rain: 3",
        "1:7: rain: found 3, expected a list of exactly 3 numbers from 0 (mm per day); write each element after a dash, on a line of its own, or all in brackets"
      ),
      (
        "rain: [1, 2]",
        "1:7: rain: found a list of 2, expected a list of exactly 3 numbers from 0 (mm per day); add or remove elements"
      ),
      (
        "rain: [1, -2, 3]",
        "1:11: rain[1]: found -2, expected a number from 0 (mm per day); raise it to 0 at least"
      ),
      ("rain: [1, , 3]", "1:11: expected a value here; write one"),
      (
        "rain:\n- 1\n-\n- 3",
        "3:2: rain[1]: no value, expected a number from 0 (mm per day); write one or remove it"
      ),
      (
        "plan: ''",
        "1:7: plan: no value, expected the path of a file, relative to the folder of the scenario; write one or remove the key"
      ),
      (
        "pond: 3",
        "1:7: pond: found 3, expected a mapping with the keys shallowest, deepest, fish; write each key as key: value, on a line of its own"
      ),
      (
        "pond: [3]",
        "1:7: pond: found a list of 1, expected a mapping with the keys shallowest, deepest, fish; write each key as key: value, on a line of its own"
      ),
      (
        "beds: {name: a}",
        "1:7: beds: found a mapping of 1 key, expected a list of 0 to 4 sections; write each element after a dash, on a line of its own, or all in brackets"
      ),
      (
        "beds: [a]",
        "1:8: beds[0]: found \"a\", expected a mapping with the keys name, rows, soil; write each key as key: value, on a line of its own"
      ),
      (
        "pests: {slug: 2}",
        "1:15: pests.slug: found 2, expected a number above 0 to 1 (per plot and day); lower it to 1 at most"
      ),
      (
        "pests: {slug: }",
        "1:9: pests.slug: no value, expected a number above 0 to 1 (per plot and day); write one or remove the key"
      ),
      (
        "pests: [1]",
        "1:8: pests: found a list of 1, expected a mapping of names to numbers above 0 to 1 (per plot and day); write each key as key: value, on a line of its own"
      ),
    ])
  func refused(text: String, problem: String) {
    #expect(problems(text) == ["garden.yaml:" + problem])
  }

  @Test(
    "what nearly is a number is refused with what to write",
    arguments: [
      ("plots", "1.5", "1.5", "write it without a fraction"),
      ("plots", "12.0", "12.0", "write 12"),
      ("plots", "1e2", "1e2", "write 100"),
      ("plots", "1_00", "\"1_00\"", "write 100, with digits alone"),
      ("plots", "1,000", "\"1,000\"", "write 1000, with digits alone"),
      ("plots", "1,5", "\"1,5\"", "write it without a fraction"),
      ("shade", "0,25", "\"0,25\"", "write 0.25, with a point"),
      ("plots", "1 000", "\"1 000\"", "write 1000, with digits alone"),
      ("plots", "012", "012", "write 12, without zeros in front"),
      ("plots", "0x10", "0x10", "write it in decimal"),
      ("plots", "'12'", "\"12\"", "remove the quotes"),
      ("plots", "12 plots", "\"12 plots\"", "write 12 alone"),
      (
        "plots", "9223372036854775808", "9223372036854775808",
        "write a smaller number, this one is too large to be held"
      ),
      ("shade", "25%", "\"25%\"", "write 0.25 for a share of one"),
      ("shade", ".nan", ".nan", "write a finite number"),
      ("shade", "NaN", "\"NaN\"", "write a finite number"),
      ("shade", "-.inf", "-.inf", "write a finite number"),
      ("shade", "infinity", "\"infinity\"", "write a finite number"),
      ("shade", "1e400", "1e400", "write a smaller number, this one is too large to be held"),
      (
        "shade", "1e-400", "1e-400",
        "write 0 or a larger number, this one is too small to be held"
      ),
    ])
  func nearlyNumber(key: String, value: String, found: String, advice: String) {
    let expected =
      key == "plots" ? "a whole number from 1 to 500 (plots)" : "a number from 0 to below 1"
    #expect(
      problems("\(key): \(value)") == [
        "garden.yaml:1:8: \(key): found \(found), expected \(expected); \(advice)"
      ])
  }

  @Test("numbers at their bounds are accepted")
  func bounds() throws {
    #expect(try garden("plots: 1").plots == 1)
    #expect(try garden("plots: 500").plots == 500)
    #expect(try garden("plots: +7").plots == 7)
    #expect(try garden("shade: 0").shade == 0)
    #expect(try garden("shade: 0.9999999999999999").shade == 1.0.nextDown)
    #expect(try garden("shade: .5").shade == 0.5)
    #expect(try garden("shade: 5.e-1").shade == 0.5)
    #expect(try garden("pond: {shallowest: 5e-324}").pond.shallowest == .leastNonzeroMagnitude)
    #expect(try garden("pond: {deepest: 1e300}").pond.deepest == 1e300)
    #expect(try garden("pests: {mole: 1}").pests[.mole] == 1)
    #expect(try garden("opens: 2000-01-01").opens == CalendarDate(2_000, 1, 1))
    #expect(try garden("beds: []").beds == [])
  }

  @Test("a long value and control characters are not repeated at length")
  func longValue() {
    let long = String(repeating: "x", count: 1_000)
    #expect(
      problems("soil: \(long)") == [
        "garden.yaml:1:7: soil: found \"\(long.prefix(60))...\", expected one of clay, loam, "
          + "sand; choose one of them"
      ])
    #expect(
      problems("soil: \"\\e[31mred\"") == [
        "garden.yaml:1:7: soil: found \"\u{FFFD}[31mred\", expected one of clay, loam, sand; "
          + "choose one of them"
      ])
  }
}
