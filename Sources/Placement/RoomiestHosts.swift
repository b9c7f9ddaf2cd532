/// The hosts that admit one flavour, the one with most free on top: a binary heap that is built once for a run of
/// equal guests, in which only the top ever changes.
struct RoomiestHosts {
  private var heap: [(free: Double, host: Int32)] = []

  /// Gathers the hosts that admit a flavour.
  mutating func gather(for flavour: Int32, in fleet: FleetState, factors: Factors) {
    heap.removeAll(keepingCapacity: true)
    for host in 0..<Int32(fleet.hostCount) where fleet.admits(flavour: flavour, on: host) {
      heap.append((RoomiestHosts.free(on: host, fleet, factors), host))
    }
    for index in stride(from: heap.count / 2 - 1, through: 0, by: -1) { sink(index) }
  }

  /// The admitting host with most free, the lowest index among equals. Hosts that no longer admit are dropped.
  mutating func host(for flavour: Int32, in fleet: FleetState) -> Int32? {
    while let top = heap.first, !fleet.admits(flavour: flavour, on: top.host) {
      let last = heap.removeLast()
      guard !heap.isEmpty else { return nil }
      heap[0] = last
      sink(0)
    }
    return heap.first?.host
  }

  /// Measures the top again after it took a guest.
  mutating func update(_ host: Int32, in fleet: FleetState, factors: Factors) {
    heap[0].free = RoomiestHosts.free(on: host, fleet, factors)
    sink(0)
  }

  /// What is free now orders hosts like what stays free after equal guests.
  private static func free(on host: Int32, _ fleet: FleetState, _ factors: Factors) -> Double {
    var total = 0.0
    for resource in 0..<fleet.resourceCount {
      factors.add(Double(fleet.free(on: host, resource)), resource, to: &total)
    }
    return total
  }

  private mutating func sink(_ start: Int) {
    var parent = start
    while 2 * parent + 1 < heap.count {
      var child = 2 * parent + 1
      if child + 1 < heap.count, precedes(heap[child + 1], heap[child]) { child += 1 }
      guard precedes(heap[child], heap[parent]) else { return }
      heap.swapAt(child, parent)
      parent = child
    }
  }

  private func precedes(_ left: (free: Double, host: Int32), _ right: (free: Double, host: Int32)) -> Bool {
    (right.free, left.host) < (left.free, right.host)
  }
}
