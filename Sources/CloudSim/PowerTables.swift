internal import Quantities

/// The watts of the host models, in the order of operations that the experiment's ties depend on.
///
/// ```
/// P(u) = T[i] + ((T[i + 1] - T[i]) / 10) (u - i / 10) 100,  i = floor(10 u)
/// ```
struct PowerTables: ~Copyable {
  /// Entries a model: eleven points, filled up to a power of two with the last, so that no index need be checked.
  static let width = 16
  private let points: Column<Double>
  private let steps: Column<Double>
  private let tenths: Column<Double>
  /// The line of each segment, for estimates: `origins + slopes * 10 u`.
  let origins: Column<Double>
  let slopes: Column<Double>

  init(_ models: [HostModel]) {
    let width = PowerTables.width
    points = Column(repeating: 0, count: models.count * width)
    steps = Column(repeating: 0, count: models.count * width)
    origins = Column(repeating: 0, count: models.count * width)
    slopes = Column(repeating: 0, count: models.count * width)
    tenths = Column((0..<width).map { Double($0) / 10 })
    for (model, host) in models.enumerated() {
      let watts = host.power.map(\.value)
      let last = watts.count - 1
      for point in 0..<width {
        let index = model * width + point
        points[index] = watts[min(point, last)]
        steps[index] = point < last ? (watts[point + 1] - watts[point]) / 10 : 0
        let segment = min(point, last - 1)
        slopes[index] = watts[segment + 1] - watts[segment]
        origins[index] = watts[segment] - slopes[index] * Double(segment)
      }
    }
  }

  /// The watts at a share of the capacity. A share above 1, which only rounding brings about, counts as 1: CloudSim would
  /// end there.
  @inline(__always)
  func draw(_ model: Int, at share: Double) -> Double {
    let scaled = share * 10
    let point = Int(min(10, scaled))
    let index = model &* PowerTables.width &+ point
    let rise = steps[index] * (share - tenths[point]) * 100
    // On a point of the table, even if only after rounding, there is nothing to add.
    return points[index] + (Double(point) == scaled ? 0 : rise)
  }
}
