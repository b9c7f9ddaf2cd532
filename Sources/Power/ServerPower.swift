public import Quantities

/// What one server draws in each of its states, on the plane where it meets its feed.
///
/// ```
/// off      standby
/// booting  share x P(1)
/// running  P(u)
/// ```
/// P is the power curve in W, on the wall plane for a server with its own supplies and on the DC plane for a
/// blade, whose supplies' loss the enclosure adds (``EnclosurePower``).
///
/// **Valid for** 22 to 25 °C inlet. **Not modelled**: sleep states, frequency governors, power caps, fans
/// against inlet temperature.
/// **Source**: SPECpower_ssj2008 for curves; states from memory, medium confidence.
///
/// Example: 250 W for 180 s of booting are 12.5 Wh.
public struct ServerPower: Sendable, Hashable {
  /// Which supplies stand between the feed and the server.
  public enum Supply: Sendable, Hashable {
    /// Those it was measured with, whatever they were; the curve is at the wall.
    case asMeasured
    /// Its own bank.
    case own(PowerSupplyBank)
    /// Those of the enclosure it sits in.
    case enclosure
  }

  /// What a server is doing.
  public enum State: Sendable, Hashable {
    /// Switched off; only its management controller runs.
    case off
    /// Starting up, not yet able to work.
    case booting
    /// Running at a utilization of 0...1.
    case running(Fraction)
  }

  /// The curve as measured.
  public let measured: PowerCurve
  /// The supplies the curve was measured with, if known.
  public let tested: PowerSupplyBank?
  /// The supplies it has now.
  public let supply: Supply
  /// The curve on its own plane: wall, or DC in an enclosure.
  public let curve: PowerCurve
  /// Power while switched off, on the plane of ``curve``.
  public let standby: Watts
  /// What starting it costs.
  public let boot: BootProfile

  /// Power of a switched-off server when nothing better is known: 3 to 15 W (from memory, medium confidence).
  public static let typicalStandby = Watts(8)
  /// Share of a rack server's DC power that its own fans take at 22 to 25 °C: 5 to 15 % (from memory, medium
  /// confidence). The lower end fits tuned SPECpower runs.
  public static let typicalFanShare = Fraction(percent: 5)

  /// Creates a server.
  ///
  /// - Parameters:
  ///   - measured: its curve, with the plane it was measured on.
  ///   - tested: the supplies it was measured with; needed when the curve is at the wall and the supplies
  ///     differ.
  ///   - supply: the supplies it has.
  /// - Throws: a ``PowerProblem`` when the curve cannot be carried to the server's plane, or
  ///   standby or boot cost less than nothing.
  public init(
    measured: PowerCurve, tested: PowerSupplyBank? = nil, supply: Supply = .asMeasured,
    standby: Watts = typicalStandby, boot: BootProfile
  ) throws(PowerProblem) {
    guard standby.value >= 0, standby.value.isFinite else {
      throw PowerProblem("a server cannot draw \(standby) while it is off")
    }
    guard boot.powerShare.value >= 0, boot.powerShare.value.isFinite, boot.duration.value >= 0,
      boot.duration.value.isFinite
    else {
      throw PowerProblem("a start-up of \(boot.duration) at \(boot.powerShare) of peak is not possible")
    }
    self.measured = measured
    self.tested = tested
    self.supply = supply
    self.standby = standby
    self.boot = boot
    switch supply {
    case .asMeasured:
      guard measured.plane == .wall else {
        throw PowerProblem(
          "the curve is measured behind the supplies, so the supplies must be given",
          help: "give the server its own supplies, or put it in an enclosure")
      }
      self.curve = measured
    case .own(let bank):
      // The tested bank gives back the published curve to the digit, without a detour over DC.
      let same = measured.plane == .wall && tested == bank
      self.curve =
        same ? measured : try ServerPower.direct(measured, tested).rebased(through: bank, to: .wall)
    case .enclosure:
      self.curve = try ServerPower.direct(measured, tested)
    }
  }

  private static func direct(
    _ curve: PowerCurve, _ tested: PowerSupplyBank?
  ) throws(PowerProblem) -> PowerCurve {
    if curve.plane == .dc { return curve }
    guard let tested else {
      throw PowerProblem(
        "the curve is measured at the wall with unknown supplies, so other supplies cannot be modelled",
        help: "state the supplies of the tested server: rating, number and efficiency class")
    }
    return try curve.rebased(through: tested, to: .dc)
  }

  /// The power in a state.
  public func draw(in state: State) -> Watts {
    switch state {
    case .off: standby
    case .booting: bootPower
    case .running(let utilization): curve.draw(at: utilization)
    }
  }

  /// Power while booting.
  public var bootPower: Watts { curve.peak * boot.powerShare }

  /// Energy of one boot.
  public var bootEnergy: Joules { bootPower.energy(over: boot.duration) }

  /// The running curve for hot loops.
  public var table: PowerTable { curve.table }

  /// The same server with another bank of its own supplies.
  public func supplied(by bank: PowerSupplyBank) throws(PowerProblem) -> ServerPower {
    try ServerPower(measured: measured, tested: tested, supply: .own(bank), standby: standby, boot: boot)
  }

  /// The same computer as a blade: its supplies go, and so do its fans, both of which the enclosure provides.
  ///
  /// - Parameter fanShare: share of the DC power that its own fans take.
  public func asBlade(fanShare: Fraction = typicalFanShare) throws(PowerProblem) -> ServerPower {
    let direct = try ServerPower.direct(measured, tested).reduced(by: fanShare)
    return try ServerPower(measured: direct, supply: .enclosure, standby: standby, boot: boot)
  }
}
