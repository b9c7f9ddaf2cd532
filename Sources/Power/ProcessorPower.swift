public import Quantities

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What one processor draws behind the supplies, by its rated heat or by its family.
///
/// ```
/// by rated heat   P(u) = TDP r(u),  r straight between its points at 0, 10, 50, 100 % load
/// by family       P(u) = a ln(b (100 u + c)) + d
/// ```
/// u is the load, 0 to 1; TDP the thermal design power in W; r a ratio; a and d in W, b and c pure numbers.
///
/// **Valid for** server processors with the ratios of their time. The published ratios describe stress loads; a
/// server under SPECpower_ssj2008, whose load is throughput, draws less, and the derived ratios say how much less.
/// A family's curve is the mean of few models: prefer the rated heat when it is known. Never below zero.
/// **Not modelled**: turbo states, the governor, memory controllers moving into the package over the years.
/// **Source**: ratios 12, 32, 75, 102 % and the logarithmic curves: Boavizta, boaviztapi factors (published);
/// ratios by time: derived from measured systems, see ``Ratios``.
///
/// Example: a processor of 205 W draws 24.6 W idle, 153.75 W at half load and 209.1 W at full load.
public struct ProcessorPower: Sendable, Hashable {
  /// Power over rated heat at 0, 10, 50 and 100 % load.
  public struct Ratios: Sendable, Hashable {
    /// The name in scenario files.
    public let name: String
    /// The ratios at ``loads``.
    public let values: [Double]
    /// Where they come from.
    public let source: String

    /// The loads at which a ratio is known.
    public static let loads = [0.0, 0.1, 0.5, 1]

    /// Processors under stress loads, as Boavizta takes them without a known family.
    public static let standard = Ratios(
      name: "stress", values: [0.12, 0.32, 0.75, 1.02],
      source: "Boavizta, boaviztapi, power of a processor without a known family (published)")
    /// Processors before about 2009, whose idle states hardly saved power, under SPECpower_ssj2008.
    public static let before2009 = Ratios(
      name: "before-2009", values: [0.42, 0.47, 0.69, 0.96], source: derived + "HP DL380 G4, Dell 2950 III")
    /// Processors of 2009 to 2011 under SPECpower_ssj2008.
    public static let from2009 = Ratios(
      name: "from-2009", values: [0.06, 0.23, 0.42, 0.80], source: derived + "Dell R610")
    /// Processors since 2012 in servers tuned for SPECpower_ssj2008: idle power lies within the other parts' error.
    public static let from2012 = Ratios(
      name: "from-2012", values: [0, 0.14, 0.31, 0.70],
      source: derived + "Dell R720 and R730, HPE DL360 Gen10, Lenovo SR665, HPE DL380 Gen10 Plus")

    private static let derived =
      "derived: SPECpower_ssj2008 results less the other parts' power, mean over "

    /// Every set.
    public static let all = [standard, before2009, from2009, from2012]

    /// The set of a name.
    public static func named(_ name: String) -> Ratios? { all.first { $0.name == name } }

    /// The ratio at a load of 0...1.
    func ratio(at load: Double) -> Double {
      var index = 0
      while index + 2 < Ratios.loads.count, load > Ratios.loads[index + 1] { index += 1 }
      let (low, high) = (Ratios.loads[index], Ratios.loads[index + 1])
      return values[index] + (values[index + 1] - values[index]) * (load - low) / (high - low)
    }
  }

  /// A family of processors with its fitted curve.
  public struct Family: Sendable, Hashable {
    /// The name in scenario files: `xeon-gold`.
    public let name: String
    /// The name for people.
    public let title: String
    /// Watts for each step of the logarithm.
    public let a: Double
    /// Factor of the load.
    public let b: Double
    /// Per cent added to the load.
    public let c: Double
    /// Watts added.
    public let d: Double

    /// The published families.
    public static let all = [
      Family(
        name: "xeon-platinum", title: "Intel Xeon Platinum", a: 171.1813, b: 0.0354, c: 36.8953, d: -10.1336),
      Family(name: "xeon-gold", title: "Intel Xeon Gold", a: 35.5688, b: 0.2438, c: 9.6694, d: -0.6087),
      Family(name: "xeon-silver", title: "Intel Xeon Silver", a: 20.7794, b: 0.3043, c: 8.4241, d: 0.8613),
      Family(name: "xeon-e5", title: "Intel Xeon E5", a: 48.9167, b: 0.1349, c: 15.7262, d: -4.654),
      Family(name: "xeon-e3", title: "Intel Xeon E3", a: 342.3624, b: 0.0347, c: 36.8952, d: -16.4022),
      Family(name: "xeon-e", title: "Intel Xeon E", a: 55.6501, b: 0.0467, c: 20.4146, d: 4.24362),
    ]
    /// Where the curves come from.
    public static let source = "Boavizta, boaviztapi, consumption profiles of processor families (published)"

    /// The family of a name.
    public static func named(_ name: String) -> Family? { all.first { $0.name == name } }
  }

  /// How the power is known.
  public enum Law: Sendable, Hashable {
    /// By rated heat and ratios.
    case ratedHeat(Watts, Ratios)
    /// By family.
    case family(Family)
  }

  /// How the power is known.
  public let law: Law

  /// A processor of a rated heat.
  ///
  /// - Throws: a ``PowerProblem`` when the heat is not above zero.
  public init(ratedHeat: Watts, ratios: Ratios = .standard) throws(PowerProblem) {
    guard ratedHeat.value > 0, ratedHeat.value.isFinite else {
      throw PowerProblem("a processor rated for \(ratedHeat) of heat is not possible")
    }
    law = .ratedHeat(ratedHeat, ratios)
  }

  /// A processor of a family.
  public init(_ family: Family) { law = .family(family) }

  /// The power at a utilization of 0...1.
  public func draw(at utilization: Fraction) -> Watts {
    let load = utilization.value
    precondition(load >= 0 && load <= 1, "utilization is a share from 0 to 1")
    switch law {
    case .ratedHeat(let heat, let ratios): return heat * ratios.ratio(at: load)
    case .family(let fit): return Watts(max(0, fit.a * log(fit.b * (100 * load + fit.c)) + fit.d))
    }
  }

  /// Where the figures come from.
  public var source: String {
    switch law {
    case .ratedHeat(_, let ratios): ratios.source
    case .family: Family.source
    }
  }
}
