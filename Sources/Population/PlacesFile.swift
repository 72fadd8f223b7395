/// Reads places from a table of name, latitude, longitude and population.
///
/// The first line that is neither empty nor a comment names the columns. Lines that start with `#`
/// are comments, where licences go. Values are separated by commas and are not quoted.
public enum PlacesFile {
  /// The columns, in order.
  static let header = ["name", "latitude", "longitude", "population"]

  /// Reads the places of a text.
  ///
  /// - Parameters:
  ///   - text: the contents of the file.
  ///   - path: how messages name the file.
  /// - Returns: at least one place, in the order of the file.
  /// - Throws: `PlacesError` with the first line that cannot be used.
  public static func parse(_ text: String, path: String) throws(PlacesError) -> [Place] {
    var places: [Place] = []
    var names: [String: Int] = [:]
    var headerIsRead = false
    // Swift takes a carriage return and line feed together for one character.
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, line) in lines.enumerated() {
      let line = String(line.drop(while: { $0 == "\u{FEFF}" }))
      guard !line.allSatisfy(\.isWhitespace), !line.hasPrefix("#") else { continue }
      let number = index + 1
      let fields = line.split(separator: ",", omittingEmptySubsequences: false)
        .map { String($0).trimmed }
      guard headerIsRead else {
        guard fields == header else {
          throw PlacesError(path: path, line: number, problem: .header(found: line))
        }
        headerIsRead = true
        continue
      }
      let place: Place
      do throws(PlacesError.Problem) {
        place = try self.place(of: fields)
        if let earlier = names.updateValue(number, forKey: place.name) {
          throw .duplicate(name: place.name, earlierLine: earlier)
        }
      } catch {
        throw PlacesError(path: path, line: number, problem: error)
      }
      places.append(place)
    }
    guard headerIsRead else {
      throw PlacesError(path: path, line: 1, problem: .header(found: ""))
    }
    guard !places.isEmpty else { throw PlacesError(path: path, line: lines.count, problem: .empty) }
    return places
  }

  private static func place(of fields: [String]) throws(PlacesError.Problem) -> Place {
    guard fields.count == header.count else { throw .fields(found: fields.count) }
    guard !fields[0].isEmpty else {
      throw .value(column: "name", found: "", expected: "a name")
    }
    return Place(
      name: fields[0],
      latitude: try number(fields[1], in: 49...59, column: "latitude", of: "degrees north"),
      longitude: try number(fields[2], in: -9...4, column: "longitude", of: "degrees east"),
      population: try population(fields[3]))
  }

  private static func number(
    _ text: String, in range: ClosedRange<Double>, column: String, of unit: String
  ) throws(PlacesError.Problem) -> Double {
    guard let value = Double(text), range.contains(value) else {
      throw .value(
        column: column, found: text,
        expected: "a number from \(range.lowerBound) to \(range.upperBound) (\(unit))")
    }
    return value
  }

  private static func population(_ text: String) throws(PlacesError.Problem) -> Int {
    guard let value = Int(text), (1...100_000_000).contains(value) else {
      throw .value(
        column: "population", found: text,
        expected: "a whole number from 1 to 100000000, without separators")
    }
    return value
  }
}

/// A file of places that cannot be used, with where and why.
public struct PlacesError: Error, Equatable, CustomStringConvertible {
  /// The file.
  public let path: String
  /// The line, from 1.
  public let line: Int
  /// What is wrong with it.
  public let problem: Problem

  /// What can be wrong with a line.
  public enum Problem: Error, Equatable, Sendable {
    /// The first line does not name the columns.
    case header(found: String)
    /// A line has too few or too many values.
    case fields(found: Int)
    /// A value is not what its column holds.
    case value(column: String, found: String, expected: String)
    /// A name stands on an earlier line too.
    case duplicate(name: String, earlierLine: Int)
    /// There is a header and nothing else.
    case empty
    /// The file cannot be read.
    case unreadable
    /// The file is not text in UTF-8.
    case notText
  }

  /// Makes an error.
  public init(path: String, line: Int, problem: Problem) {
    self.path = path
    self.line = line
    self.problem = problem
  }

  /// The file, the line, what was found, what was expected and what to do.
  public var description: String {
    let columns = PlacesFile.header.joined(separator: ",")
    let words =
      switch problem {
      case .header(let found):
        "found \"\(found)\", expected the column names \"\(columns)\" on the first line"
      case .fields(let found):
        "found \(found) values, expected \(PlacesFile.header.count) (\(columns)), without quotes"
      case .value(let column, let found, let expected):
        "\(column): found \"\(found)\", expected \(expected)"
      case .duplicate(let name, let earlierLine):
        "\"\(name)\" stands on line \(earlierLine) too; give each place its own name"
      case .unreadable: "the file cannot be read; check its permissions"
      case .notText: "the file is not text in UTF-8; save it as UTF-8"
      case .empty: "no places; add at least one line under the column names"
      }
    return "\(path):\(line): \(words)"
  }
}

extension String {
  /// The string without leading and trailing white space.
  fileprivate var trimmed: String {
    var slice = drop(while: \.isWhitespace)
    while slice.last?.isWhitespace == true { slice.removeLast() }
    return String(slice)
  }
}
