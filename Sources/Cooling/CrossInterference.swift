public import Quantities

/// Racks that breathe each other's exhaust: the intake of each as a linear answer to the power of all.
///
/// ```
/// T_in = T_sup + D·P        D = (K − AᵀK)⁻¹ − K⁻¹        K = diag(ρ·cp·f_i)
/// ```
///
/// `T_in` intakes, `T_sup` supply (°C); `P` power of the racks (W); `f_i` air flow of rack i (m³/s); `A` shares, `a_ij`
/// of the exhaust of rack i that the intake of rack j draws in. What a rack does not draw from exhausts it draws
/// from the supply.
///
/// **Valid for** a steady room with a fixed flow pattern, in which every row of `A` sums to less than 1 and no rack
/// draws more exhaust than its own flow.
///
/// **Not modelled**: buoyancy, server fans that speed up, a supply that varies over the floor.
///
/// **Source**: Tang, Gupta, Varsamopoulos (2008), "Energy-efficient thermal-aware task scheduling for homogeneous
/// high-performance computing data centers", IEEE TPDS 19(11) (memory: high). No measured matrix is at hand; see the
/// generators.
///
/// **Example**: one rack that draws in a tenth of its own exhaust and warms its air 12 K has its intake 1.333 K above
/// the supply, as in ``RoomAir``.
public struct CrossInterference: Hashable, Sendable {
  /// How many racks there are.
  public let count: Int
  /// Row by row: share of the exhaust of the row's rack that reaches the intake of the column's rack.
  private let shares: [Double]
  /// ρ·cp·f of each rack, W/K.
  private let conductance: [Double]
  /// D row by row: kelvins at the row's intake per watt of the column's rack.
  private let influence: [Double]

  /// Creates a room of racks.
  ///
  /// - Parameters:
  ///   - shares: for each rack, the shares of its exhaust that reach each rack's intake; none below zero.
  ///   - flows: air flow of each rack, above zero.
  /// - Returns: nil when a row sums to 1 or more, a rack would draw more exhaust than air, or sizes do not match.
  public init?(
    shares: [[Fraction]], flows: [CubicMetersPerSecond],
    pressure: Pascals = Psychrometrics.seaLevelPressure
  ) {
    let count = flows.count
    guard count > 0, shares.count == count, shares.allSatisfy({ $0.count == count }) else { return nil }
    guard flows.allSatisfy({ $0 > .zero }) else { return nil }
    let flat = shares.flatMap { $0.map(\.value) }
    guard flat.allSatisfy({ $0 >= 0 }) else { return nil }
    let capacity = ServerAir.volumetricHeatCapacity(at: pressure)
    let conductance = flows.map { $0.value * capacity }
    var drawn = [Double](repeating: 0, count: count)
    for from in 0..<count {
      var sum = 0.0
      for to in 0..<count {
        sum += flat[from * count + to]
        drawn[to] += flat[from * count + to] * conductance[from]
      }
      guard sum < 1 else { return nil }
    }
    guard zip(drawn, conductance).allSatisfy({ $0 <= $1 * (1 + 1e-12) }) else { return nil }

    var matrix = [Double](repeating: 0, count: count * count)
    for from in 0..<count {
      for to in 0..<count { matrix[to * count + from] = -flat[from * count + to] * conductance[from] }
      matrix[from * count + from] += conductance[from]
    }
    guard var inverse = LinearAlgebra.inverse(matrix, order: count) else { return nil }
    for rack in 0..<count { inverse[rack * count + rack] -= 1 / conductance[rack] }
    self.count = count
    self.shares = flat
    self.conductance = conductance
    influence = inverse
  }

  /// How much warmer each intake is than the supply, for the power of each rack.
  public func intakeRises(_ powers: [Watts]) -> [KelvinDifference] {
    precondition(powers.count == count, "every rack has a power")
    return (0..<count).map { rack in
      var sum = 0.0
      for other in 0..<count { sum += influence[rack * count + other] * powers[other].value }
      return KelvinDifference(sum)
    }
  }

  /// The intake of each rack.
  public func intakes(supply: Celsius, powers: [Watts]) -> [Celsius] {
    intakeRises(powers).map { supply + $0 }
  }

  /// The exhaust of each rack.
  public func exhausts(supply: Celsius, powers: [Watts]) -> [Celsius] {
    zip(intakes(supply: supply, powers: powers), 0..<count).map { intake, rack in
      intake + KelvinDifference(powers[rack].value / conductance[rack])
    }
  }

  /// The warmest supply that keeps every intake at or below a limit.
  public func supply(intakeLimit: Celsius, powers: [Watts]) -> Celsius {
    intakeLimit - (intakeRises(powers).max() ?? .zero)
  }

  /// Supply heat index: the warmth that intakes already had, as a share of that of the exhausts; nil without power.
  public func supplyHeatIndex(_ powers: [Watts]) -> Fraction? {
    let rises = intakeRises(powers)
    var (inside, outside) = (0.0, 0.0)
    for rack in 0..<count {
      inside += conductance[rack] * rises[rack].value
      outside += conductance[rack] * rises[rack].value + powers[rack].value
    }
    return outside > 0 ? Fraction(inside / outside) : nil
  }

  /// Return heat index: 1 minus ``supplyHeatIndex(_:)``.
  public func returnHeatIndex(_ powers: [Watts]) -> Fraction? {
    supplyHeatIndex(powers).map { Fraction(1 - $0.value) }
  }
}
