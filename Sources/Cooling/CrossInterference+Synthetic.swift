public import Quantities

extension CrossInterference {
  /// Racks in a row whose exhaust goes to themselves and, ever less, to their neighbours.
  ///
  /// ```
  /// a_ij = r·w_ij      w_ij = q^|i−j| / Σ_k q^|k−j|
  /// ```
  ///
  /// `r` recirculation: share of each intake that is exhaust; `q` decay from a rack to the next, 0 (own exhaust only)
  /// to 1 (a room mixed evenly). With equal flows every intake draws the same share `r`.
  ///
  /// **Source**: synthetic; the shape of published maps, in which racks at the end of a row and their neighbours
  /// matter most, is not claimed.
  ///
  /// - Returns: nil when an exhaust would be drawn in whole, as with a recirculation near 1.
  public static func row(
    racks: Int, flow: CubicMetersPerSecond, recirculation: Fraction, decay: Fraction
  ) -> CrossInterference? {
    precondition(racks > 0, "a row has racks")
    precondition((0...1).contains(decay.value), "decay is a share")
    func weight(_ from: Int, _ to: Int) -> Double {
      from == to ? 1 : power(decay.value, Double(abs(from - to)))
    }
    let sums = (0..<racks).map { to in (0..<racks).reduce(0.0) { $0 + weight($1, to) } }
    let shares = (0..<racks).map { from in
      (0..<racks).map { to in Fraction(recirculation.value * weight(from, to) / sums[to]) }
    }
    return CrossInterference(shares: shares, flows: Array(repeating: flow, count: racks))
  }

  /// Racks that draw in shares of each other's exhaust by chance.
  ///
  /// Each intake is given a recirculation, even between zero and twice the mean, and spreads it over all exhausts by
  /// random weights. Depends on the generator alone.
  ///
  /// **Source**: synthetic.
  ///
  /// - Returns: nil when some exhaust would be drawn in whole, which a mean of up to 0.25 makes unlikely.
  public static func random(
    racks: Int, flow: CubicMetersPerSecond, meanRecirculation: Fraction,
    using generator: inout some RandomNumberGenerator
  ) -> CrossInterference? {
    precondition(racks > 0, "a room has racks")
    precondition((0...0.5).contains(meanRecirculation.value), "a mean recirculation is at most a half")
    var shares = Array(repeating: Array(repeating: Fraction.zero, count: racks), count: racks)
    for to in 0..<racks {
      let drawn = Double.random(in: 0...2 * meanRecirculation.value, using: &generator)
      let weights = (0..<racks).map { _ in Double.random(in: 0.01...1, using: &generator) }
      let sum = weights.reduce(0, +)
      for from in 0..<racks { shares[from][to] = Fraction(drawn * weights[from] / sum) }
    }
    return CrossInterference(shares: shares, flows: Array(repeating: flow, count: racks))
  }
}

extension RoomAir {
  /// A row of racks in this room: each draws in as much exhaust as the room says, the more of a rack the nearer it is.
  ///
  /// ```
  /// f    = mean planned power / (ρ·cp·rise)      of every rack
  /// a_ij = recirculation, spread by neighbour exhaust over the row
  /// ```
  ///
  /// Racks that draw what was planned, each the same, all have the intake of the room. A rack that draws more than its
  /// row's planned mean is warmer and warms its neighbours; one that draws less is cooler.
  ///
  /// **Valid for** a flow pattern that stays as it is, whatever the racks draw: places in a row that are given the same
  /// air, and servers whose fans keep their speed. Then intakes rise and fall with power, and those at all racks' highest
  /// powers together are the warmest there can be.
  ///
  /// **Not modelled**: fans that follow the load, which keep the rise up at low power (``intake(supply:)`` assumes just
  /// that); a full rack that moves more air than a bare one, and makes up from exhausts what its place is not given, so
  /// that it is warmer than said here; other rows, the ends of a row, height in the rack.
  ///
  /// **Source**: flow and rise of ``RoomAir``, matrix synthetic (see ``CrossInterference/row(racks:flow:recirculation:decay:)``).
  ///
  /// - Parameter planned: the power that each rack is planned to draw.
  /// - Returns: nil where nothing is planned to draw power: no air moves there.
  public func row(planned: [Watts]) -> CrossInterference? {
    let sum = planned.reduce(.zero, +)
    guard sum > .zero else { return nil }
    func row(_ decay: Fraction) -> CrossInterference? {
      .row(
        racks: planned.count, flow: serverFlow(heat: sum / Double(planned.count)),
        recirculation: recirculation, decay: decay)
    }
    // Beyond a recirculation of 90 % some spreads would take more exhaust from a rack than it gives.
    return row(neighbourExhaust) ?? row(.zero)
  }
}
