import Testing
import Vocabulary

@testable import Population

@Suite("Files of accounts")
struct AccountsFileTests {
  private static func parse(_ text: String) throws -> ImportedAccounts {
    try AccountsFile.parse(Array(text.utf8), path: "a", places: ImportedGraphs.towns)
  }

  @Test("are read with every column, in any order")
  func everyColumn() throws {
    let columns = [
      "groomer", "person", "platform", "opened", "declared_place", "declared_age", "role",
      "workplace", "club", "school", "household", "longitude", "latitude", "place", "sex", "age",
      "account",
    ]
    let accounts = try Self.parse(
      #"""
      # Invented.
      \#(columns.joined(separator: ","))
      0,p1,"Chat, the big one",-60,none,none,teacher,St Mary,,St Mary,h,-1.01,53.02,Upton,female,40,a
      1,,,0,Farley,19,adult,"The ""Bell""",,,,,,Lowton,male,41,b
      ,p1,Games,,,,,,,,,,,,,,c\#r

      """#)
    #expect(accounts.names == ["a", "b", "c"])
    #expect(accounts.owners == [0, 1, 0])
    #expect(accounts.declaredAges == [DeclaredAccounts.unknownAge, 19, nil])
    #expect(accounts.declaredPlaces == [-1, 2, nil])
    #expect(accounts.opened == [-60, 0, nil])
    #expect(accounts.platformNames == ["Chat, the big one", "main", "Games"])
    #expect(accounts.platforms == [0, 1, 2])
    #expect(accounts.groomers == [1])
    #expect(accounts.workplaces == ["St Mary", "The \"Bell\""])
    var teacher = ImportedPerson()
    teacher.age = 40
    teacher.sex = .female
    teacher.place = 0
    teacher.latitude = 53.02
    teacher.longitude = -1.01
    teacher.household = 0
    teacher.school = 0
    teacher.workplace = 0
    teacher.role = .teacher
    #expect(accounts.persons[0] == teacher)
    #expect(accounts.persons.count == 2)
  }

  @Test("say nothing in an empty value")
  func empty() throws {
    let accounts = try Self.parse("account,age,groomer\na,,\nb,,\n")
    #expect(accounts == ImportedAccounts(names: ["a", "b"]))
  }

  @Test("add up what the lines of one person say, and refuse what they contradict")
  func persons() throws {
    let accounts = try Self.parse("account,person,age,sex\na,p,12,\nb,p,,female\nc,p,12,female\n")
    #expect(accounts.owners == [0, 0, 0])
    #expect(accounts.persons.map(\.age) == [12] && accounts.persons.map(\.sex) == [.female])
    for bad in [
      "account,person,age\na,p,12\nb,p,13\n", "account,person,age,role\na,p,12,\nb,p,,teacher\n",
      "account,person,age,groomer\na,p,12,\nb,p,,1\n",
    ] {
      let error = #expect(throws: ImportError.self) { try Self.parse(bad) }
      #expect(error?.faults.map(\.line) == [3])
    }
  }

  @Test("are told apart from bad ones after ten lines at fault")
  func tenProblems() throws {
    let text = "account,age\n" + String(repeating: "a,old\n", count: 1_000)
    let error = #expect(throws: ImportError.self) { try Self.parse(text) }
    #expect(error?.faults.map(\.line) == Array(2...11))
  }
}
