import Settings
import Vocabulary

extension Int {
  /// The number with what is counted, such as `1 day` or `1,000 days`.
  func counting(_ noun: String) -> String {
    "\(grouped) \(noun)\(self == 1 ? "" : "s")"
  }

  /// The number with a comma between thousands.
  var grouped: String {
    var groups = ""
    for (index, digit) in String(magnitude).reversed().enumerated() {
      if index > 0, index % 3 == 0 { groups.append(",") }
      groups.append(digit)
    }
    return (self < 0 ? "-" : "") + String(groups.reversed())
  }
}

extension SimTime {
  /// The moment as people write it, such as `2017-04-03 14:05`.
  func inWords(from start: CalendarDate) -> String {
    let minute = Int(secondOfDay) / 60
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let date = start.adding(days: day)?.description ?? "day \(day)"
    return "\(date) \(two(minute / 60)):\(two(minute % 60))"
  }
}
