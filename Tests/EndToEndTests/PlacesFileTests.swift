import Population
import Testing

@Suite("Good tables of places") struct PlacesFileTests {
  @Test(
    "are read whatever ends their lines, with a byte-order mark, comments and spaces",
    arguments: ["\n", "\r\n"], ["", "\u{FEFF}"])
  func read(lineEnd: String, mark: String) throws {
    let lines = [
      "# A licence, with commas.", "", "name, latitude, longitude, population",
      "Newark on Trent,53.0757,-0.8109,30345", "# The next is small.",
      " Llanfair-yn-Neubwll ,\t53.25,-4.5,+1874 ", "",
    ]
    let text = mark + lines.joined(separator: lineEnd)
    let places = try PlacesFile.parse(Array(text.utf8), path: "places.csv")
    #expect(places.map(\.name) == ["Newark on Trent", "Llanfair-yn-Neubwll"])
    #expect(places.map(\.latitude) == [53.0757, 53.25])
    #expect(places.map(\.longitude) == [-0.8109, -4.5])
    #expect(places.map(\.population) == [30_345, 1_874])
  }

  @Test("may hold commas in names, between quotation marks")
  func quotes() throws {
    let text = "name,latitude,longitude,population\n\"Newark, on Trent\",53.0757,-0.8109,30345\n"
    let places = try PlacesFile.parse(Array(text.utf8), path: "places.csv")
    #expect(places.map(\.name) == ["Newark, on Trent"])
  }

  @Test("are told apart from bad ones after ten lines at fault")
  func tenProblems() throws {
    let header = "name,latitude,longitude,population\n"
    let text = header + String(repeating: "Newark,north,-0.81,30345\n", count: 1_000)
    let error = #expect(throws: PlacesError.self) {
      try PlacesFile.parse(Array(text.utf8), path: "places.csv")
    }
    #expect(error?.faults.map(\.line) == Array(2...11))
  }
}
