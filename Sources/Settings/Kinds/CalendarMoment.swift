/// A second of a day, as people write it: `2017-04-03 14:05:00`.
public struct CalendarMoment: Sendable, Hashable {
  /// The day.
  public let date: CalendarDate
  /// Seconds since its midnight, 0 to 86,399.
  public let second: Int

  private static let secondsPerDay = 86_400

  /// Makes the moment so many seconds after the midnight with which a day begins.
  ///
  /// - Returns: nil outside the years 1 to 9999.
  public init?(seconds: Int, since start: CalendarDate) {
    var (days, second) = seconds.quotientAndRemainder(dividingBy: Self.secondsPerDay)
    if second < 0 {
      days -= 1
      second += Self.secondsPerDay
    }
    guard let date = start.adding(days: days) else { return nil }
    self.date = date
    self.second = second
  }

  /// Reads `2017-04-03`, which is its midnight, `2017-04-03 14:05` or `2017-04-03 14:05:00`; nil
  /// unless it has one of these forms and the calendar has that moment.
  public init?(_ text: String) {
    let parts = text.split(separator: " ", omittingEmptySubsequences: false)
    guard parts.count <= 2, let first = parts.first, let date = CalendarDate(String(first)) else {
      return nil
    }
    var numbers: [Int] = []
    for number in parts.count == 2 ? parts[1].split(separator: ":", maxSplits: 3) : [] {
      guard number.utf8.count == 2, number.utf8.allSatisfy({ (48...57).contains($0) }),
        let number = Int(number)
      else { return nil }
      numbers.append(number)
    }
    guard parts.count == 1 || (2...3).contains(numbers.count),
      text.utf8.count == 10 + (numbers.isEmpty ? 0 : 3 * numbers.count)
    else { return nil }
    numbers += Array(repeating: 0, count: 3 - numbers.count)
    guard numbers[0] < 24, numbers[1] < 60, numbers[2] < 60 else { return nil }
    self.date = date
    second = numbers[0] * 3_600 + numbers[1] * 60 + numbers[2]
  }

  /// How many seconds the moment lies after the midnight with which a day begins; negative before.
  public func seconds(since start: CalendarDate) -> Int {
    date.days(since: start) * Self.secondsPerDay + second
  }
}

extension CalendarMoment: CustomStringConvertible {
  /// The moment as `2017-04-03 14:05:00`.
  public var description: String {
    let parts = [second / 3_600, second / 60 % 60, second % 60]
    return "\(date) " + parts.map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
  }
}
