import RealModule

/// Functions whose indices are known, over the unit cube.
enum TestFunctions {
  /// Ishigami and Homma 1990 with a = 7 and b = 0.1, doi 10.1109/ISUMA.1990.151285.
  static func ishigami(_ point: [Double]) -> Double {
    let x = point.map { (2 * $0 - 1) * Double.pi }
    return Double.sin(x[0]) + 7 * Double.pow(Double.sin(x[1]), 2)
      + 0.1 * Double.pow(x[2], 4) * Double.sin(x[0])
  }

  /// Its indices: V1 = (1 + b π⁴/5)²/2, V2 = a²/8, V13 = 8 b² π⁸/225.
  static let ishigamiIndices: (first: [Double], total: [Double]) = {
    let (a, b) = (7.0, 0.1)
    let alone = Double.pow(1 + b * Double.pow(.pi, 4) / 5, 2) / 2
    let second = a * a / 8
    let together = 8 * b * b * Double.pow(.pi, 8) / 225
    let all = alone + second + together
    return (
      [alone / all, second / all, 0], [(alone + together) / all, second / all, together / all]
    )
  }()

  /// The parameters of `g`: the smaller, the more its key matters.
  static let gParameters = [0, 1, 4.5, 9, 99]

  /// Sobol's g: the product of (|4 x - 2| + a) / (1 + a).
  static func g(_ point: [Double]) -> Double {
    zip(point, gParameters).reduce(1) { $0 * (abs(4 * $1.0 - 2) + $1.1) / (1 + $1.1) }
  }

  /// Its indices: each factor alone has the variance 1 / (3 (1 + a)²).
  static let gIndices: (first: [Double], total: [Double]) = {
    let alone = gParameters.map { 1 / (3 * (1 + $0) * (1 + $0)) }
    let all = alone.reduce(1) { $0 * (1 + $1) } - 1
    let total = alone.map { own in own * (all + 1) / (1 + own) / all }
    return (alone.map { $0 / all }, total)
  }()
}
