public import Quantities

/// An electric chiller by the EIR model of DOE-2 and EnergyPlus.
///
/// ```
/// P   = Q_ref·CAPFT(Te, Tc)·EIRFT(Te, Tc)·EIRFPLR(PLR)·r/COP_ref
/// PLR = max(Q/(Q_ref·CAPFT), PLR_unload)
/// r   = min(1, Q/(Q_ref·CAPFT)/PLR_least)
/// F   = Q_ref·CAPFT·PLR·r − Q
/// ```
///
/// `P` electricity (W); `Q` heat taken from the chilled water, `Q_ref` at rating (W); `Te` leaving chilled water
/// (°C); `Tc` entering condenser water, or outdoor air of an air-cooled machine (°C); `CAPFT`, `EIRFT`, `EIRFPLR`
/// curves; `PLR` part-load ratio; `r` share of the time a cycling machine runs; `F` false load by hot-gas bypass.
///
/// **Valid for** the ranges of the curves; temperatures outside are held at the end of the range.
///
/// **Not modelled**: condenser flow other than rated, start-up losses, surge, fouling.
///
/// **Source**: EnergyPlus Engineering Reference, Chiller:Electric:EIR; curves see ``ChillerCurves``.
///
/// **Example**: 1 000 kW at COP 5.5 with the centrifugal curves at 6.67/29.4 °C takes 181.507 kW at full load and
/// 90.078 kW at half load.
public struct ElectricChiller: Hashable, Sendable {
  /// Capacity at rating.
  public let referenceCapacity: Watts
  /// COP at rating.
  public let referenceCOP: COP
  /// Behaviour away from the rating.
  public let curves: ChillerCurves

  /// Creates a chiller; capacity and COP are above zero.
  public init(referenceCapacity: Watts, referenceCOP: COP, curves: ChillerCurves) {
    precondition(referenceCapacity > .zero && referenceCOP > COP(0), "a chiller chills")
    self.referenceCapacity = referenceCapacity
    self.referenceCOP = referenceCOP
    self.curves = curves
  }

  /// The most heat it takes between two temperatures.
  public func capacity(leaving: Celsius, entering: Celsius) -> Watts {
    referenceCapacity * curves.capacity(leaving: leaving, entering: entering)
  }

  /// The chiller between two temperatures, so that several loads can be asked at the price of one.
  func state(leaving: Celsius, entering: Celsius) -> State {
    let available = capacity(leaving: leaving, entering: entering)
    let full = available * curves.input(leaving: leaving, entering: entering) / referenceCOP.value
    return State(
      available: available, fullPower: full, leastPartLoad: curves.leastPartLoad.value,
      leastUnloading: curves.leastUnloading.value, partLoad: curves.partLoad)
  }

  /// What a chiller does with a load.
  public struct Reading: Hashable, Sendable {
    /// Electricity.
    public let electricity: Watts
    /// Heat over available capacity, 0...1.
    public let partLoadRatio: Fraction
    /// Share of the time it runs.
    public let running: Fraction
    /// Heat it only bypasses, because it cannot unload further.
    public let falseLoad: Watts
  }

  /// Available capacity and power at full load between two temperatures.
  struct State {
    let available, fullPower: Watts
    let leastPartLoad, leastUnloading: Double
    let partLoad: ChillerCurves.Quadratic

    func electricity(load: Watts) -> Watts {
      let ratio = min(1, load / available)
      return fullPower * (partLoad(max(ratio, leastUnloading)) * min(1, ratio / leastPartLoad))
    }

    func reading(load: Watts) -> Reading {
      let ratio = min(1, load / available)
      let running = min(1, ratio / leastPartLoad)
      return Reading(
        electricity: electricity(load: load), partLoadRatio: Fraction(ratio), running: Fraction(running),
        falseLoad: max(.zero, available * (max(ratio, leastUnloading) * running) - load))
    }
  }

  /// What it does with a load, which is at most ``capacity(leaving:entering:)``.
  public func reading(load: Watts, leaving: Celsius, entering: Celsius) -> Reading {
    state(leaving: leaving, entering: entering).reading(load: load)
  }
}
