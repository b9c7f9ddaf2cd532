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
  /// Both must have processors of the same maker and instruction set: a running program has seen what they can do.
  public func migratesLive(from source: HostFacts, to target: HostFacts) -> Bool {
    migratesLive && source.vendor == target.vendor && source.instructionSet == target.instructionSet
  }
}
