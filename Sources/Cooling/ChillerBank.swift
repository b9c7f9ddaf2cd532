public import Quantities

/// Equal chillers side by side, of which as many run as take the least electricity together.
///
/// ```
/// P = min over n of n·P_1(Q/n)        with Q/n <= capacity of one
/// ```
///
/// `P_1` electricity of one chiller (``ElectricChiller``), `n` chillers that run, `Q` heat (W). Staging by least
/// electricity is what part-load staging aims at, and keeps electricity from falling as the load rises.
///
/// **Valid for** up to some ten chillers. **Not modelled**: unequal chillers, time between starts.
///
/// **Example**: two of 500 kW share 500 kW if half load is better than one full and one off.
public struct ChillerBank: Hashable, Sendable {
  /// One of the chillers.
  public let chiller: ElectricChiller
  /// How many there are.
  public let count: Int

  /// Creates a bank of one chiller or more.
  public init(chiller: ElectricChiller, count: Int) {
    precondition(count > 0, "a bank has chillers")
    self.chiller = chiller
    self.count = count
  }

  /// A bank that carries a load at design temperatures, each chiller a share of it.
  init(
    carrying load: Watts, share: Fraction, leaving: Celsius, entering: Celsius, cop: COP,
    curves: ChillerCurves
  ) {
    let count = Int((1 / share.value - 1e-9).rounded(.up))
    let part = curves.capacity(leaving: leaving, entering: entering).value
    self.init(
      chiller: ElectricChiller(
        referenceCapacity: load / (Double(count) * part), referenceCOP: cop, curves: curves),
      count: count)
  }

  /// How many run, and the electricity of all.
  public struct Reading: Hashable, Sendable {
    /// Chillers that run.
    public let running: Int
    /// Heat taken from the chilled water.
    public let served: Watts
    /// Electricity of all of them.
    public let electricity: Watts
  }

  /// The bank with a load between two temperatures; what is beyond its capacity is not served.
  public func reading(load: Watts, leaving: Celsius, entering: Celsius) -> Reading {
    guard load > .zero else { return Reading(running: 0, served: .zero, electricity: .zero) }
    let state = chiller.state(leaving: leaving, entering: entering)
    let served = min(load, state.available * Double(count))
    var best = Reading(running: count, served: served, electricity: electricity(of: count, served, state))
    // The last digit of a division must not call for one more chiller than the load fills.
    let least = max(1, Int((served / state.available - 1e-12).rounded(.up)))
    for running in least..<max(least, count) {
      let electricity = electricity(of: running, served, state)
      if electricity < best.electricity {
        best = Reading(running: running, served: served, electricity: electricity)
      }
    }
    return best
  }

  private func electricity(of running: Int, _ load: Watts, _ state: ElectricChiller.State) -> Watts {
    state.electricity(load: load / Double(running)) * Double(running)
  }
}
