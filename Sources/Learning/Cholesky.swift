/// Solves A x = b for a symmetric positive definite matrix, by its Cholesky factor (any textbook).
///
/// - Parameters:
///   - matrix: the lower triangle of A, row after row in full rows; its upper part is not read.
///   - right: b.
/// - Returns: x; nil if A is not positive definite.
/// - Complexity: O(n³).
func solve(_ matrix: [Double], _ right: [Double]) -> [Double]? {
  let size = right.count
  var factor = matrix
  for row in 0..<size {
    for column in 0...row {
      var sum = factor[row * size + column]
      for index in 0..<column { sum -= factor[row * size + index] * factor[column * size + index] }
      if row == column {
        guard sum > 0 else { return nil }
        factor[row * size + row] = sum.squareRoot()
      } else {
        factor[row * size + column] = sum / factor[column * size + column]
      }
    }
  }
  var solution = right
  for row in 0..<size {
    for column in 0..<row { solution[row] -= factor[row * size + column] * solution[column] }
    solution[row] /= factor[row * size + row]
  }
  for row in stride(from: size - 1, through: 0, by: -1) {
    for below in row + 1..<max(size, row + 1) {
      solution[row] -= factor[below * size + row] * solution[below]
    }
    solution[row] /= factor[row * size + row]
  }
  return solution
}
