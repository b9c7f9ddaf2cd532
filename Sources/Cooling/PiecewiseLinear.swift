/// A published table of points, joined by straight lines and held at its ends.
struct PiecewiseLinear: Hashable, Sendable {
  private let arguments: [Double]
  private let values: [Double]

  /// Creates a table from points with rising arguments.
  init(_ points: [(Double, Double)]) {
    precondition(!points.isEmpty, "a table has points")
    arguments = points.map(\.0)
    values = points.map(\.1)
    precondition(zip(arguments, arguments.dropFirst()).allSatisfy(<), "a table's arguments rise")
  }

  func value(at argument: Double) -> Double {
    guard argument > arguments[0] else { return values[0] }
    for index in 1..<arguments.count where argument <= arguments[index] {
      let share = (argument - arguments[index - 1]) / (arguments[index] - arguments[index - 1])
      return values[index - 1] + share * (values[index] - values[index - 1])
    }
    return values[values.count - 1]
  }
}
