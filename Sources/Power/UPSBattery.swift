public import Quantities

/// The battery of a UPS: what keeping it full costs, and what filling it again costs after use.
///
/// ```
/// float    = s R
/// recharge = E / eta
/// ```
/// s is the float power as a share of the rating R (W) of the UPS, E the energy given in J, eta the efficiency of
/// charging.
///
/// **Valid for** a healthy battery used within its capacity. **Not modelled**: less capacity at high current, age,
/// temperature. Published UPS efficiencies are mostly measured with a full battery connected: add the float only to a
/// loss curve that leaves it out.
/// **Source**: float 0.2 to 0.5 % of the rating; recharge efficiency 0.8 to 0.9 (lead), 0.95 (lithium ion); from memory,
/// medium confidence.
///
/// Example: a 100 kW UPS that carries 60 kW for ten minutes gives 10 kWh and takes 11.8 kWh to recharge its lead
/// battery.
public struct UPSBattery: Sendable, Hashable {
  /// A kind of battery.
  public struct Chemistry: Sendable, Hashable {
    /// The name in scenario files.
    public let name: String
    /// Power to keep it full, as a share of the UPS rating.
    public let floatShare: Fraction
    /// Energy given over energy taken to recharge it.
    public let rechargeEfficiency: Fraction
    /// Where the figures come from.
    public let source: String

    /// Valve-regulated lead-acid.
    public static let lead = Chemistry(
      name: "lead", floatShare: Fraction(percent: 0.35), rechargeEfficiency: Fraction(0.85),
      source: "middle of 0.2 to 0.5 % and of 0.8 to 0.9; from memory, medium confidence")
    /// Lithium ion.
    public static let lithiumIon = Chemistry(
      name: "lithium-ion", floatShare: Fraction(percent: 0.2), rechargeEfficiency: Fraction(0.95),
      source: "lower end of 0.2 to 0.5 %, and 0.95; from memory, medium confidence")

    /// Every kind.
    public static let all = [lead, lithiumIon]
  }

  /// Its kind.
  public let chemistry: Chemistry
  /// Rating of the UPS it belongs to.
  public let rating: Watts
  /// How long it carries the whole rating.
  public let autonomy: Seconds

  /// Creates a battery.
  ///
  /// - Throws: a ``PowerProblem`` when the rating or the autonomy is not above zero.
  public init(_ chemistry: Chemistry, rating: Watts, autonomy: Seconds) throws(PowerProblem) {
    guard rating.value > 0, rating.value.isFinite, autonomy.value > 0, autonomy.value.isFinite else {
      throw PowerProblem("a battery for \(rating) over \(autonomy) is not possible")
    }
    self.chemistry = chemistry
    self.rating = rating
    self.autonomy = autonomy
  }

  /// Energy that a full battery gives.
  public var capacity: Joules { rating.energy(over: autonomy) }
  /// Power to keep it full.
  public var float: Watts { rating * chemistry.floatShare }

  /// How long it carries a load above zero.
  public func time(carrying load: Watts) -> Seconds {
    precondition(load > .zero, "without load there is no end")
    return Seconds(capacity.value / load.value)
  }

  /// Energy from the UPS's input to replace what was given, at most its capacity.
  public func recharge(after given: Joules) -> Joules {
    min(given, capacity) / chemistry.rechargeEfficiency.value
  }
}
