/// Puts together lines of JSON: columns of numbers above all, at some nanoseconds a number.
struct LineWriter: Sendable {
  /// What was written; only the first `count` are.
  private(set) var bytes: [UInt8] = []
  /// How many bytes were written.
  private(set) var count = 0

  /// Begins anew and keeps the memory.
  mutating func removeAll() { count = 0 }

  /// Writes text as it is.
  mutating func raw(_ text: String) {
    makeRoom(text.utf8.count)
    for byte in text.utf8 {
      bytes[count] = byte
      count += 1
    }
  }

  /// Writes text in quotes, as JSON has it.
  mutating func text(_ text: String) {
    raw("\"")
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": raw("\\\"")
      case "\\": raw("\\\\")
      case ..<" ":
        let digits = String(scalar.value, radix: 16)
        raw("\\u" + String(repeating: "0", count: 4 - digits.count) + digits)
      default: raw(String(scalar))
      }
    }
    raw("\"")
  }

  /// Writes an array of whole numbers; those that are nil as `null`.
  @inline(__always)
  mutating func numbers(count length: Int, _ value: (Int) -> Int?) {
    // Twenty bytes for the longest number, and a comma.
    makeRoom(21 * length + 2)
    var end = count
    var span = bytes.mutableSpan
    span[end] = UInt8(ascii: "[")
    end += 1
    for row in 0..<length {
      if row > 0 {
        span[end] = UInt8(ascii: ",")
        end += 1
      }
      end = Self.write(value(row), to: &span, at: end)
    }
    span[end] = UInt8(ascii: "]")
    count = end + 1
  }

  /// Writes an array of numbers with so many decimals; those that are not numbers as `null`.
  ///
  /// - Precondition: each lies within a billion of 0, and there are 1 to 9 decimals.
  @inline(__always)
  mutating func decimals(_ places: Int, count length: Int, _ value: (Int) -> Float) {
    makeRoom(21 * length + 2)
    let unit = (0..<places).reduce(1) { unit, _ in unit * 10 }
    var end = count
    var span = bytes.mutableSpan
    span[end] = UInt8(ascii: "[")
    end += 1
    for row in 0..<length {
      if row > 0 {
        span[end] = UInt8(ascii: ",")
        end += 1
      }
      let value = value(row)
      guard !value.isNaN else {
        end = Self.write(nil, to: &span, at: end)
        continue
      }
      let units = Int((Double(value) * Double(unit)).rounded())
      if units < 0 {
        span[end] = UInt8(ascii: "-")
        end += 1
      }
      end = Self.write(Int(units.magnitude) / unit, to: &span, at: end)
      span[end] = UInt8(ascii: ".")
      var fraction = Int(units.magnitude) % unit
      for place in stride(from: places, to: 0, by: -1) {
        span[end + place] = UInt8(truncatingIfNeeded: 48 + fraction % 10)
        fraction /= 10
      }
      end += places + 1
    }
    span[end] = UInt8(ascii: "]")
    count = end + 1
  }

  private mutating func makeRoom(_ more: Int) {
    guard count + more > bytes.count else { return }
    bytes.append(
      contentsOf: repeatElement(0, count: max(count + more, 2 * bytes.count) - bytes.count))
  }

  /// Writes a number, or `null`, and returns where it ends.
  @inline(__always)
  private static func write(_ number: Int?, to span: inout MutableSpan<UInt8>, at start: Int)
    -> Int
  {
    guard let number else {
      span[start] = UInt8(ascii: "n")
      span[start + 1] = UInt8(ascii: "u")
      span[start + 2] = UInt8(ascii: "l")
      span[start + 3] = UInt8(ascii: "l")
      return start + 4
    }
    var first = start
    if number < 0 {
      span[first] = UInt8(ascii: "-")
      first += 1
    }
    var rest = number.magnitude
    var end = first + 1
    var bound: UInt = 10
    while rest >= bound {
      end += 1
      let (next, overflow) = bound.multipliedReportingOverflow(by: 10)
      if overflow { break }
      bound = next
    }
    var place = end
    repeat {
      place -= 1
      span[place] = UInt8(truncatingIfNeeded: 48 + rest % 10)
      rest /= 10
    } while rest > 0
    return end
  }
}
