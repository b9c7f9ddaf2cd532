/// What VMware's Distributed Power Management (DPM) leaves powered on: hosts are filled up to a target before the next one
/// is used.
///
/// A host in use takes a guest as long as no share exceeds 81 % (the target of 63 % and its tolerance of 18 %); among
/// those the least loaded. Then an empty host is powered on. Only when none is left do hosts go beyond 81 %.
///
/// **Not modelled**: the time a host takes to wake, and evacuation of hosts that run low. **Source**: VMware, "vSphere
/// Resource Management", section on DPM target utilization (from memory).
public struct PowerManagementFill: PlacementPolicy {
  public let name = "dpm"
  private static let ceiling = 0.81

  /// Creates the policy.
  public init() {}

  public func place(_ guests: [Int32], into fleet: inout FleetState) {
    HostScan { flavour, host, fleet in
      var load = 0.0
      for resource in 0..<fleet.resourceCount {
        load = max(load, fleet.shareTaken(on: host, resource, withFlavour: flavour))
      }
      let isInUse = fleet.guestCount[Int(host)] > 0
      // Three classes, each by load: in use below the ceiling, empty, in use above it.
      if isInUse, load <= PowerManagementFill.ceiling { return 4 - load }
      return isInUse ? -load : 2
    }.place(guests, into: &fleet)
  }
}

extension PowerManagementFill {
  static let entry = PolicyEntry(
    "dpm", "As VMware DPM: hosts in use up to 81 %, then the next host."
  ) { _ in
    PowerManagementFill()
  }
}
