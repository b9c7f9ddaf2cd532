public import Workload

extension Technique {
  /// Why a guest cannot run under this technique on a host; nil if it can.
  public func refusal(
    for guest: GuestGroup, on host: HostFacts, among catalog: [Technique] = TechniqueCatalog.all
  ) -> Refusal? {
    guard let finding = Examination(technique: self, guest: guest, host: host).finding else { return nil }
    let others = catalog.filter { $0.carries(guest, on: host) }
    return Refusal(obstacle: finding.obstacle, reason: finding.reason, possible: others.map(\.name))
  }

  /// Whether a guest can run under this technique on a host.
  public func carries(_ guest: GuestGroup, on host: HostFacts) -> Bool {
    Examination(technique: self, guest: guest, host: host).finding == nil
  }

  /// Whether a running guest can move from one host to another.
  ///
  /// ``migrationRefusal(from:to:cluster:sharesStorage:)`` says why not.
  public func migratesLive(from source: HostFacts, to target: HostFacts) -> Bool {
    migrationRefusal(from: source, to: target) == nil
  }
}
