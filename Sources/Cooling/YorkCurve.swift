/// The York curve at one wet bulb and range: a quadratic of the flow ratio, which can be solved outright.
struct YorkCurve {
  /// Factors of 1, flow ratio, flow ratio².
  private let one, ratio, square: Double

  /// Factors by range (three lines of Twb⁰, Twb¹, Twb²) for each power of the flow ratio.
  private typealias Block = (
    Double, Double, Double, Double, Double, Double, Double, Double, Double
  )
  private static let constant: Block = (
    -0.359741205, -0.055053608, 0.0023850432,
    0.173926877, -0.0248473764, 0.00048430224,
    -0.005589849456, 0.0005770079712, -0.00001342427256
  )
  private static let linear: Block = (
    2.84765801111111, -0.121765149, 0.0014599242,
    1.680428651, -0.0166920786, -0.0007190532,
    -0.025485194448, 0.0000487491696, 0.00002719234152
  )
  private static let quadratic: Block = (
    -0.0653766255555556, -0.002278167, 0.0002500254,
    -0.0910565458, 0.00318176316, 0.000038621772,
    -0.0034285382352, 0.00000856589904, -0.000001516821552
  )

  init(wetBulb: Double, range: Double) {
    func sum(_ c: Block) -> Double {
      c.0 + wetBulb * (c.1 + wetBulb * c.2)
        + range * (c.3 + wetBulb * (c.4 + wetBulb * c.5) + range * (c.6 + wetBulb * (c.7 + wetBulb * c.8)))
    }
    one = sum(Self.constant)
    ratio = sum(Self.linear)
    square = sum(Self.quadratic)
  }

  func approach(flowRatio: Double) -> Double { one + flowRatio * (ratio + flowRatio * square) }

  /// The flow ratio on the rising branch that gives an approach, if the branch reaches it.
  func flowRatio(approach: Double) -> Double? {
    let discriminant = ratio * ratio - 4 * square * (one - approach)
    guard discriminant >= 0 else { return nil }
    // This form of the root stays exact when the square term vanishes.
    return 2 * (approach - one) / (ratio + discriminant.squareRoot())
  }
}
