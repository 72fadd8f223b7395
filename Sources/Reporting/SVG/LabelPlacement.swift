/// Finds room for names beside points, so that none covers another.
struct LabelPlacement {
  /// Where a name found room.
  struct Place {
    /// The room.
    var box: Box
    /// A line from the circle to the name, if they are apart.
    var leader: (from: Dot, to: Dot)?
  }

  /// Where names may stand.
  let area: Box
  /// What is taken.
  private var taken: [Box]

  init(in area: Box, around obstacles: [Box]) {
    self.area = area
    taken = obstacles
  }

  /// From the circle to the name, in pixels: beside it if there is room, else farther away.
  private static let gaps = [4.0, 16, 30, 46]

  /// Where a name may stand from a circle: right, left, above, below, or at a slant.
  private static let sides: [(x: Double, y: Double)] = [
    (1, 0), (-1, 0), (0, -1), (0, 1), (0.75, -0.75), (0.75, 0.75), (-0.75, -0.75), (-0.75, 0.75),
  ]

  /// A place for a text beside a circle, which is taken from then on; nil if there is none.
  mutating func place(width: Double, height: Double, around middle: Dot, radius: Double) -> Place? {
    for gap in Self.gaps {
      for side in Self.sides {
        let end = Dot(
          x: middle.x + side.x * (radius + gap), y: middle.y + side.y * (radius + gap))
        let box = Box(
          left: side.x == 0 ? end.x - width / 2 : side.x < 0 ? end.x - width : end.x,
          top: side.y == 0 ? end.y - height / 2 : side.y < 0 ? end.y - height : end.y,
          width: width, height: height)
        guard area.contains(box), !taken.contains(where: { $0.overlaps(box) }) else { continue }
        let edge = Dot(x: middle.x + side.x * radius, y: middle.y + side.y * radius)
        guard gap != Self.gaps[0] else {
          taken.append(box)
          return Place(box: box, leader: nil)
        }
        guard isFree(from: edge, to: end, of: middle) else { continue }
        taken.append(box)
        return Place(box: box, leader: (from: edge, to: end))
      }
    }
    return nil
  }

  /// Whether a line crosses nothing but the circle it comes from.
  private func isFree(from start: Dot, to end: Dot, of middle: Dot) -> Bool {
    let crossed = taken.filter { !$0.contains(middle) }
    return (0...8).allSatisfy { step in
      let part = Double(step) / 8
      let dot = Dot(
        x: start.x + part * (end.x - start.x), y: start.y + part * (end.y - start.y))
      return !crossed.contains { $0.contains(dot) }
    }
  }
}
