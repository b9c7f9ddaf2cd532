public import Quantities

/// An air-cooled direct-expansion circuit: the COP of its compressors and condenser fans from the temperatures it
/// works between, as a fixed share of the Carnot COP.
///
/// ```
/// T_e = T_supply − a_e
/// T_c = max(T_outdoor + a_c, T_c,least)
/// COP = COP_r · [T_e/(T_c − T_e)] / [T_e/(T_c − T_e)]_r
/// P   = Q/COP / (1 − c·(1 − Q/Q_r))
/// ```
///
/// `T_e`, `T_c` evaporating and condensing temperature (K); `a_e`, `a_c` approach of evaporator and condenser (K);
/// `T_c,least` the condensing temperature that head-pressure control holds in cold weather; subscript `r` rating
/// (supply 15 °C, outdoors 35 °C); `Q` heat taken by the coil (W), `Q_r` the most it takes (W); `c` loss by
/// cycling; `P` electricity (W).
///
/// **Valid for** supply 5 to 35 °C, outdoors −50 to 60 °C. Over 21 to 35 °C outdoors the shape agrees within 5 %
/// with the EIR curve published for a Liebert DX unit with pumped-refrigerant economizer (below 21 °C that unit no
/// longer runs on compressors alone): at 21 °C both give 1.48 times the rated COP.
///
/// **Not modelled**: capacity by temperature (a unit has its rated capacity on every day), frost and latent load,
/// staging beyond the cycling loss, wear and fouled condensers.
///
/// **Source**: Carnot; rated COP and approaches from memory of manufacturers' data, medium confidence; cycling loss
/// of 0.15 from the part-load curve 0.85 + 0.15·PLR of EnergyPlus' Liebert example (published). The CRAC curve of
/// Moore et al. (2005, see ``MooreCOP``) is not used here: it describes chilled water, and its 10 % a kelvin would
/// put a compressor at 25 °C supply above 80 % of Carnot.
///
/// **Example**: a circuit rated COP 2.8 with approaches of 8 and 15 K and 35 °C least condensing has COP 2.8 at
/// 15/35 °C, 3.225 at 20/35 °C, and 4.3 at 15/20 °C and in any colder weather.
public struct DirectExpansion: Hashable, Sendable {
  /// The temperatures a rated COP belongs to.
  public enum Rating {
    /// Supply air.
    public static let supply = Celsius(15)
    /// Outdoor air, as in the standard ratings of air-cooled machines.
    public static let outdoor = Celsius(35)
  }

  /// The least lift, which keeps the COP finite when it would condense below the evaporating temperature.
  private static let leastLift = 5.0

  /// COP at rating.
  public let ratedCOP: COP
  /// Supply air minus evaporating temperature.
  public let evaporatorApproach: KelvinDifference
  /// Condensing temperature minus outdoor air.
  public let condenserApproach: KelvinDifference
  /// What head-pressure control keeps the condensing temperature at in cold weather.
  public let leastCondensing: Celsius
  /// Share of efficiency lost by cycling at no load, 0...0.5.
  public let cyclingLoss: Fraction
  private let shareOfCarnot: Double

  /// Creates a circuit.
  public init(
    ratedCOP: COP, evaporatorApproach: KelvinDifference, condenserApproach: KelvinDifference,
    leastCondensing: Celsius, cyclingLoss: Fraction
  ) {
    precondition(ratedCOP > COP(0), "a rated COP is above zero")
    precondition((0...0.5).contains(cyclingLoss.value), "cycling loses at most half")
    self.ratedCOP = ratedCOP
    self.evaporatorApproach = evaporatorApproach
    self.condenserApproach = condenserApproach
    self.leastCondensing = leastCondensing
    self.cyclingLoss = cyclingLoss
    let evaporating = Rating.supply - evaporatorApproach
    let condensing = max(Rating.outdoor + condenserApproach, leastCondensing)
    self.shareOfCarnot =
      ratedCOP.value / DirectExpansion.carnot(evaporating: evaporating, condensing: condensing)
  }

  /// The circuit of units of 2025, which trim what outdoor air or liquid leaves: approaches of 7 and 12 K, 28 °C least
  /// condensing.
  static func trim(ratedCOP: COP) -> DirectExpansion {
    DirectExpansion(
      ratedCOP: ratedCOP, evaporatorApproach: KelvinDifference(7), condenserApproach: KelvinDifference(12),
      leastCondensing: Celsius(28), cyclingLoss: Fraction(0.15))
  }

  /// The COP of an ideal machine between two temperatures.
  private static func carnot(evaporating: Celsius, condensing: Celsius) -> Double {
    (evaporating.value + Psychrometrics.kelvinOffset)
      / max((condensing - evaporating).value, leastLift)
  }

  /// The COP at full load.
  public func cop(supply: Celsius, outdoor: Celsius) -> COP {
    let condensing = max(outdoor + condenserApproach, leastCondensing)
    return COP(
      shareOfCarnot
        * DirectExpansion.carnot(evaporating: supply - evaporatorApproach, condensing: condensing))
  }

  /// The electricity that takes heat off the coil.
  ///
  /// - Parameters:
  ///   - coil: heat taken, 0 to `capacity`.
  ///   - capacity: the most the coil takes, above zero.
  public func electricity(coil: Watts, capacity: Watts, supply: Celsius, outdoor: Celsius) -> Watts {
    let partLoadFactor = 1 - cyclingLoss.value * (1 - min(1, coil / capacity))
    return coil / (cop(supply: supply, outdoor: outdoor).value * partLoadFactor)
  }
}
