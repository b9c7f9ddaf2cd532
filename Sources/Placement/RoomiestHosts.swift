/// The open hosts, the one with most free on top: a binary heap. What is free does not depend on who asks, so one heap
/// serves a whole batch.
struct RoomiestHosts {
  private let factors: Factors
  private var heap: [(free: Double, host: Int32)] = []
  private var aside: [(free: Double, host: Int32)] = []
  /// Flavours that no host admits: while guests are only added, none ever will.
  private var isRefused: [Bool]

  init(_ fleet: FleetState, factors: Factors) {
    self.factors = factors
    isRefused = [Bool](repeating: false, count: fleet.flavourCount)
    for host in 0..<Int32(fleet.hostCount) where fleet.isOpen(host) {
      heap.append((free(on: host, fleet), host))
    }
    for index in stride(from: heap.count / 2 - 1, through: 0, by: -1) { sink(index) }
  }

  /// Places a guest on the admitting host with most free, the lowest index among equals, if there is one.
  mutating func place(_ guest: Int32, into fleet: inout FleetState) {
    let flavour = fleet.flavourOfGuest[Int(guest)]
    if isRefused[Int(flavour)] { return }
    aside.removeAll(keepingCapacity: true)
    while let top = heap.first, !fleet.admits(flavour: flavour, on: top.host) {
      aside.append(top)
      removeTop()
    }
    if let top = heap.first {
      fleet.put(guest, on: top.host)
      heap[0].free = free(on: top.host, fleet)
      sink(0)
    } else {
      isRefused[Int(flavour)] = true
    }
    for entry in aside { insert(entry) }
  }

  private func free(on host: Int32, _ fleet: FleetState) -> Double {
    var total = 0.0
    for resource in 0..<fleet.resourceCount {
      factors.add(Double(fleet.free(on: host, resource)), resource, to: &total)
    }
    return total
  }

  private mutating func insert(_ entry: (free: Double, host: Int32)) {
    heap.append(entry)
    var child = heap.count - 1
    while child > 0, precedes(heap[child], heap[(child - 1) / 2]) {
      heap.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  private mutating func removeTop() {
    let last = heap.removeLast()
    guard !heap.isEmpty else { return }
    heap[0] = last
    sink(0)
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
