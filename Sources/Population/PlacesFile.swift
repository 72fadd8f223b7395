/// Reads places from a table of name, latitude, longitude and population.
///
/// The first line that is neither empty nor a comment names the columns. Lines that start with `#`
/// are comments, where licences go. Values are separated by commas; one that holds a comma stands in
/// quotation marks.
public enum PlacesFile {
  /// The columns, in order.
  static let header = ["name", "latitude", "longitude", "population"]

  /// How far north a place may lie, in degrees: as far as `HilbertCurve` tells places apart.
  static let latitudes = 49.0...59.0
  /// How far east a place may lie, in degrees: likewise.
  static let longitudes = -9.0...4.0

  /// Reads the places of a file's bytes.
  ///
  /// - Parameters:
  ///   - bytes: the contents of the file, in UTF-8.
  ///   - path: how messages name the file.
  /// - Returns: at least one place, in the order of the file.
  /// - Throws: `PlacesError` with every line that cannot be used.
  public static func parse(_ bytes: [UInt8], path: String) throws(PlacesError) -> [Place] {
    var reader = TableReader(bytes)
    var table = Table()
    while table.goesOn, let line = reader.next() { table.read(line) }
    if table.faults.isEmpty && !table.headerIsRead { table.report(.noHeader, line: 1) }
    if table.faults.isEmpty && table.places.isEmpty {
      table.report(.empty, line: reader.lineCount)
    }
    guard table.faults.isEmpty else { throw PlacesError(path: path, faults: table.faults) }
    return table.places
  }
}

/// A table while it is read.
private struct Table {
  private(set) var places: [Place] = []
  private(set) var faults: [PlacesError.Fault] = []
  private(set) var headerIsRead = false
  private var lineOfName: [String: Int] = [:]

  /// Whether further lines can tell more: not after ten problems, nor without names of columns.
  var goesOn: Bool { faults.count < 10 && (headerIsRead || faults.isEmpty) }

  mutating func report(_ problem: PlacesError.Problem, line: Int) {
    faults.append(PlacesError.Fault(line: line, problem: problem))
  }

  mutating func read(_ line: TableLine) {
    let fields: [String]
    do {
      fields = try line.values()
    } catch {
      return report(.line(error), line: line.number)
    }
    guard headerIsRead else {
      headerIsRead = fields == PlacesFile.header
      if !headerIsRead { report(.header(found: line.text), line: line.number) }
      return
    }
    do throws(PlacesError.Problem) {
      let place = try Self.place(of: fields)
      if let earlier = lineOfName[place.name] {
        throw .duplicate(name: place.name, earlierLine: earlier)
      }
      lineOfName[place.name] = line.number
      places.append(place)
    } catch {
      report(error, line: line.number)
    }
  }

  private static func place(of fields: [String]) throws(PlacesError.Problem) -> Place {
    guard fields.count == PlacesFile.header.count else { throw .fields(found: fields.count) }
    guard !fields[0].isEmpty else {
      throw .value(column: "name", found: "", expected: "a name")
    }
    return Place(
      name: fields[0],
      latitude: try degrees(
        fields[1], in: PlacesFile.latitudes, column: "latitude", of: "degrees north"),
      longitude: try degrees(
        fields[2], in: PlacesFile.longitudes, column: "longitude", of: "degrees east"),
      population: try population(fields[3]))
  }

  private static func degrees(
    _ text: String, in range: ClosedRange<Double>, column: String, of unit: String
  ) throws(PlacesError.Problem) -> Double {
    // Digits alone: Double also reads 0x35, nan and 1e1.
    guard text.allSatisfy({ "+-.0123456789".contains($0) }), let value = Double(text),
      range.contains(value)
    else {
      let bounds = "\(Int(range.lowerBound)) to \(Int(range.upperBound))"
      throw .value(
        column: column, found: text, expected: "a number from \(bounds) (\(unit), in Great Britain)"
      )
    }
    return value
  }

  private static func population(_ text: String) throws(PlacesError.Problem) -> Int {
    guard let value = Int(text), (1...100_000_000).contains(value) else {
      throw .value(
        column: "population", found: text,
        expected: "a whole number from 1 to 100000000, of digits alone")
    }
    return value
  }
}
