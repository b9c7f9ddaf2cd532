/// What VMware's Distributed Resource Scheduler (DRS) aims at when it starts guests: the smallest standard deviation of the
/// loads of hosts.
///
/// The load of a host is the largest share taken of its resources. With the number of hosts fixed, the deviation ends
/// smallest where `load_after² - load_before²`, less twice the mean times the growth, is least.
///
/// **Not modelled**: migrations, shares, the cost-benefit check of DRS. **Source**: A. Gulati et al., "VMware Distributed
/// Resource Management: Design, Implementation, and Lessons Learned", VMware Technical Journal, 2012 (from memory).
public struct ResourceSchedulerBalance: PlacementPolicy {
  public let name = "drs-balance"

  /// Creates the policy.
  public init() {}

  public func place(_ guests: [Int32], into fleet: inout FleetState) {
    HostScan { flavour, host, fleet in
      var (before, after) = (0.0, 0.0)
      for resource in 0..<fleet.resourceCount {
        before = max(before, fleet.shareTaken(on: host, resource, withFlavour: nil))
        after = max(after, fleet.shareTaken(on: host, resource, withFlavour: flavour))
      }
      return before * before - after * after
    }.place(guests, into: &fleet)
  }
}

extension ResourceSchedulerBalance {
  static let entry = PolicyEntry(
    "drs-balance", "As VMware DRS: where the loads of hosts deviate least from each other."
  ) { _ in
    ResourceSchedulerBalance()
  }
}
