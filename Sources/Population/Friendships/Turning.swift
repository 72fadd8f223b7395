import Parallelism
import Randomness
import RealModule

/// Which other circles of its group a circle turns to.
enum Turning {
  /// None: it keeps to itself.
  case none
  /// Any other of the group, each with the same probability.
  case anywhere
  /// Those near it in the order of the group, window by window: probability falls with the inverse
  /// of the rank (Liben-Nowell et al. 2005, doi 10.1073/pnas.0503018102).
  case byRank(circlesOfWindow: Int)
  /// Classes of the same year, of the years next to it, or of the school.
  case school(years: SchoolYears, sameYearShare: Double)
}

/// Years of schools, as runs of classes.
struct SchoolYears: Sendable {
  /// The year of each class, as the age of its pupils.
  var ages: [UInt8]
}

extension CircleLayer {
  /// Circles whose turns one thread draws at a time.
  private static let blockSize = 1_024

  /// Draws which circles each circle turns to.
  mutating func turn(_ turning: Turning, seed: UInt64, threads: Int) {
    if case .none = turning { return }
    let blocks = (circleCount + Self.blockSize - 1) / Self.blockSize
    let layer = self
    let parts = parallelMap(count: blocks, threads: threads) { block in
      var others: [UInt32] = []
      let circles = block * Self.blockSize..<min((block + 1) * Self.blockSize, layer.circleCount)
      for circle in circles {
        var stream = RandomStream(
          seed: seed, purpose: .circles, entity: UInt64(circle),
          counter: UInt32(layer.tie.rawValue))
        for _ in 0..<Self.turns {
          let other = Self.other(
            than: circle, turning, of: layer.groupRanges[circle], using: &stream)
          others.append(UInt32(other))
        }
      }
      return others
    }
    others = Array(parts.joined())
  }

  private static func other(
    than circle: Int, _ turning: Turning, of group: Range<Int>,
    using stream: inout RandomStream
  ) -> Int {
    switch turning {
    case .none: return circle
    case .anywhere: return group.lowerBound + stream.below(group.count)
    case .byRank(let circlesOfWindow):
      return byRank(from: circle, in: group, circlesOfWindow, using: &stream)
    case .school(let years, let sameYearShare):
      return schoolClass(
        near: circle, in: group, years, sameYearShare: sameYearShare, using: &stream)
    }
  }

  /// Share of turns to the circle of another window whose members are as old and as sociable: our
  /// choice; the others go to any circle of that window.
  private static let likeShare = 0.85

  /// Share of turns that stay within the window.
  ///
  /// Our choice. With the own circle's share it makes
  /// about ln w / ln n of the ties, as the inverse rank has it for the nearest w of n.
  private static let nearShare = 0.65

  /// Another circle of the window, or a step of log-uniform length along the windows of the group;
  /// one beyond an end is taken the other way.
  private static func byRank(
    from circle: Int, in group: Range<Int>, _ circlesOfWindow: Int,
    using stream: inout RandomStream
  ) -> Int {
    let windows = group.count / circlesOfWindow
    guard windows > 1 else { return group.lowerBound + stream.below(group.count) }
    let window = (circle - group.lowerBound) / circlesOfWindow
    let isNear = stream.chance(nearShare)
    let length = Double.exp(stream.uniform() * Double.log(Double(windows)))
    let step = isNear ? 0 : Int(length.rounded(.down))
    let forward = stream.chance(0.5)
    let ahead = window + step
    let behind = window - step
    let target =
      forward ? (ahead < windows ? ahead : behind) : (behind >= 0 ? behind : ahead)
    guard (0..<windows).contains(target) else { return circle }
    let first = group.lowerBound + target * circlesOfWindow
    if step == 0 || !stream.chance(likeShare) { return first + stream.below(circlesOfWindow) }
    return first + (circle - group.lowerBound) % circlesOfWindow
  }

  /// Of the ties beyond a pupil's own year, the share that go to the years next to it: our choice.
  private static let nextYearShare = 0.7

  private static func schoolClass(
    near circle: Int, in school: Range<Int>, _ years: SchoolYears, sameYearShare: Double,
    using stream: inout RandomStream
  ) -> Int {
    let draw = stream.uniform()
    let age = years.ages[circle]
    let wanted: UInt8? =
      if draw < sameYearShare {
        age
      } else if draw < sameYearShare + (1 - sameYearShare) * nextYearShare {
        stream.chance(0.5) ? age + 1 : age - 1
      } else {
        nil
      }
    guard let wanted else { return school.lowerBound + stream.below(school.count) }
    // Classes of a school are ascending by year, so those of a year stand together.
    var first = circle
    while first > school.lowerBound, years.ages[first - 1] >= wanted { first -= 1 }
    while first < school.upperBound, years.ages[first] < wanted { first += 1 }
    var end = first
    while end < school.upperBound, years.ages[end] == wanted { end += 1 }
    return first == end ? circle : first + stream.below(end - first)
  }
}
