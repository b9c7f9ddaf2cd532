/// The little linear algebra that rack-level air needs.
enum LinearAlgebra {
  /// The inverse of a square matrix given row by row, by Gauss-Jordan elimination with partial pivoting.
  ///
  /// - Returns: nil for a singular matrix.
  static func inverse(_ matrix: [Double], order: Int) -> [Double]? {
    var left = matrix
    var right = [Double](repeating: 0, count: order * order)
    for index in 0..<order { right[index * order + index] = 1 }
    for column in 0..<order {
      var pivot = column
      for row in column + 1..<max(order, column + 1)
      where abs(left[row * order + column]) > abs(left[pivot * order + column]) { pivot = row }
      let scale = left[pivot * order + column]
      guard scale != 0 else { return nil }
      for index in 0..<order {
        left.swapAt(pivot * order + index, column * order + index)
        right.swapAt(pivot * order + index, column * order + index)
        left[column * order + index] /= scale
        right[column * order + index] /= scale
      }
      for row in 0..<order where row != column {
        let factor = left[row * order + column]
        guard factor != 0 else { continue }
        for index in 0..<order {
          left[row * order + index] -= factor * left[column * order + index]
          right[row * order + index] -= factor * right[column * order + index]
        }
      }
    }
    return right
  }
}
