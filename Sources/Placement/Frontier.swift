/// For each flavour, the first host that may still admit it.
///
/// While guests are only added, a host that refused a flavour once refuses it for ever: free amounts and slots only
/// shrink, and separations only fill. So first fit over n guests, m hosts and T flavours asks n + m T times, not n m.
struct Frontier {
  private var next: [Int32]
  private var sparse: [Int32: Int32] = [:]

  /// Creates frontiers at the first host, for a batch of so many guests.
  init(flavours: Int, guests: Int) {
    // A small batch among many flavours (a restart) must not pay for all of them.
    next = flavours <= 4 * guests ? [Int32](repeating: 0, count: flavours) : []
  }

  /// The first host that admits a flavour, or nil.
  mutating func firstHost(for flavour: Int32, in fleet: FleetState) -> Int32? {
    var host = next.isEmpty ? sparse[flavour] ?? 0 : next[Int(flavour)]
    let end = Int32(fleet.hostCount)
    while host < end, !fleet.admits(flavour: flavour, on: host) { host += 1 }
    if next.isEmpty { sparse[flavour] = host } else { next[Int(flavour)] = host }
    return host < end ? host : nil
  }
}
