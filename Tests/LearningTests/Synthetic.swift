import Learning

/// Rows made up by a linear congruential generator: `References/reference.py` makes the same.
enum Synthetic {
  static func rows(
    _ count: Int, width: Int, seed: UInt64, groups: Int = 1, lean: ([Float]) -> Double = lean
  ) -> LabelledRows {
    var state = seed
    func draw() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 33) / 0x1p31
    }
    var rows = LabelledRows(width: width)
    for index in 0..<count {
      let row = (0..<width).map { Float(Int(draw() * 20 * Double(1 + $0))) }
      let label = draw() < 1 / (1 + exponential(-lean(row)))
      rows.append(
        row, label: label, weight: 1 + Double(Int(draw() * 4)), group: index % groups,
        subject: index)
    }
    return rows
  }

  static func lean(_ row: [Float]) -> Double {
    let values = row.map(Double.init)
    return 0.15 * values[0] - 0.05 * values[1]
      + (values[2] > 30 && values[0] > 8 ? 1.0 : 0.0) - 1.8
  }
}
