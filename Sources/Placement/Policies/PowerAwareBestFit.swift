internal import Quantities

/// What CloudSim's power-aware best fit decreasing (PABFD) would do: guests by processor demand, the largest first, each
/// where the draw rises least.
///
/// The draw of a host rises with a guest by its part of the way from idle to peak power, and by the idle power too when
/// the host was empty. A type without powers counts as 0 to 1 W.
///
/// **Not modelled**: that CloudSim looks at the processor alone and may overbook memory; here every rule holds.
/// **Source**: A. Beloglazov, R. Buyya, "Optimal online deterministic algorithms and adaptive heuristics for energy and
/// performance efficient dynamic consolidation of virtual machines in cloud data centers", 2012.
public struct PowerAwareBestFit: PlacementPolicy {
  public let name = "pabfd"

  /// Creates the policy.
  public init() {}

  public func place(_ guests: [Int32], into fleet: inout FleetState) {
    let cpu = fleet.processorResource
    let keyed = guests.map { (size: fleet.size(ofFlavour: fleet.flavourOfGuest[Int($0)], cpu), guest: $0) }
    let order = keyed.sorted { ($1.size, $0.guest) < ($0.size, $1.guest) }.map(\.guest)
    let powers = fleet.problem.hosts.types.map { type in
      (idle: type.idlePower?.value ?? 0, peak: type.peakPower?.value ?? (type.idlePower?.value ?? 0) + 1)
    }
    HostScan { flavour, host, fleet in
      let type = Int(fleet.typeOfHost[Int(host)])
      let share =
        Double(fleet.size(ofFlavour: flavour, cpu))
        / max(1, Double(fleet.problem.hosts.types[type].capacity[cpu]))
      let start = fleet.guestCount[Int(host)] == 0 ? powers[type].idle : 0
      return -((powers[type].peak - powers[type].idle) * share + start)
    }.place(order, into: &fleet)
  }
}

extension PowerAwareBestFit {
  static let entry = PolicyEntry(
    "pabfd", "As CloudSim's PABFD: by processor demand, each guest where the draw rises least."
  ) { _ in
    PowerAwareBestFit()
  }
}
