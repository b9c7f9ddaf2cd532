/// Hosts grouped by what is free on them, to find where one more guest strands least.
///
/// ```
/// F(host) = Σ_m p_m [flavour m does not fit] Σ_r f_r / C_r            chosen: the host with the least F(after) - F(before)
/// ```
/// `p_m` the share of flavour m in the expected mix, `f_r` the free amount, `C_r` the mean capacity of a host. Hosts in use
/// come before empty ones. Hosts with the same type and the same free amounts share a *state*, whose growth for each
/// flavour is computed once.
///
/// **Valid for** placing guests as they come. **Not modelled**: flavours beyond the 64 most frequent in the mix.
/// **Source**: Q. Weng et al., "Beware of Fragmentation: Scheduling GPU-Sharing Workloads with Fragmentation Gradient
/// Descent", USENIX ATC 2023 (for CPU and memory here).
/// **Example**: with 4 cores and 8 GiB free on one host and 4 cores and 4 GiB on another, a guest of 4 cores and 4 GiB goes
/// to the second: on the first it would leave 4 GiB that no flavour with cores can use.
struct FragmentationIndex {
  private struct State {
    let type: Int32
    let fragment: Double
    /// The hosts in this state, in no order.
    var hosts: [Int32] = []
  }

  private let mix: [(flavour: Int, share: Double)]
  private let inverseCapacity: [Double]
  private var states: [State] = []
  /// What is free in each state, state by state.
  private var free: [Int32] = []
  /// The growth of each flavour on the states that have hosts.
  private var growth: GrowthColumns
  private var active: [Int32] = []
  private var placeInActive: [Int32] = []
  private var stateOfHost: [Int32]
  private var placeInState: [Int32]
  private var table = OpenHashTable(minimumCapacity: 1024)
  private var empty: [[Int32]]
  private static let mixLimit = 64

  init(_ fleet: FleetState, mix population: [Int32]) {
    let measure = GuestMeasure(fleet.problem, weights: .unit, norm: .sum)
    inverseCapacity = measure.factors(population: population).inverseCapacity
    let frequent = population.indices.filter { population[$0] > 0 }.sorted {
      (population[$1], $0) < (population[$0], $1)
    }.prefix(FragmentationIndex.mixLimit)
    let total = frequent.reduce(0.0) { $0 + Double(population[$1]) }
    mix = frequent.map { ($0, Double(population[$0]) / total) }
    growth = GrowthColumns(flavours: fleet.flavourCount)
    stateOfHost = [Int32](repeating: -1, count: fleet.hostCount)
    placeInState = stateOfHost
    empty = [[Int32]](repeating: [], count: fleet.problem.hosts.types.count)
    for host in (0..<Int32(fleet.hostCount)).reversed() where fleet.isOpen(host) {
      if fleet.guestCount[Int(host)] > 0 {
        enter(host, fleet)
      } else {
        empty[Int(fleet.typeOfHost[Int(host)])].append(host)
      }
    }
  }

  /// The admitting host that a guest strands least on, or nil.
  mutating func host(for flavour: Int32, in fleet: FleetState) -> Int32? {
    var best = (growth: Double.infinity, host: Int32.max)
    let isRuled = fleet.isRuled(flavour: flavour)
    var from = 0
    while let slot = growth.next(of: flavour, from: from, notAbove: best.growth) {
      from = slot + 1
      let state = Int(active[slot])
      let growth = known(growth.value(of: flavour, slot), flavour, state, slot, fleet)
      guard growth <= best.growth, growth < .infinity else { continue }
      for host in states[state].hosts where fleet.admits(flavour: flavour, on: host) {
        if (growth, host) < best { best = (growth, host) }
        if !isRuled { break }
      }
    }
    if best.host != .max { return best.host }
    for type in empty.indices {
      while let host = empty[type].last, fleet.guestCount[Int(host)] > 0 || !fleet.isOpen(host) {
        empty[type].removeLast()
      }
      let host = empty[type].last.flatMap { fleet.admits(flavour: flavour, on: $0) ? $0 : nil }
      guard
        let host = host
          ?? (fleet.isRuled(flavour: flavour)
            ? empty[type].last(where: { fleet.admits(flavour: flavour, on: $0) }) : nil)
      else { continue }
      best.host = min(best.host, host)
    }
    return best.host == .max ? nil : best.host
  }

  /// The growth of a flavour on a state, computed if it is not known; infinite where the flavour does not fit.
  private mutating func known(
    _ value: Double, _ flavour: Int32, _ state: Int, _ slot: Int, _ fleet: FleetState
  ) -> Double {
    guard value.isNaN else { return value }
    let computed = fits(flavour, state, fleet) ? growth(of: flavour, state, fleet) : .infinity
    growth.set(computed, of: flavour, slot)
    return computed
  }

  /// Whether so many states have come and gone that a new index is cheaper.
  var isWorn: Bool { states.count > 4096 + 16 * stateOfHost.count }

  /// Must be told when what a host holds has changed, or whether it is open.
  mutating func update(_ host: Int32, in fleet: FleetState) {
    leave(host)
    guard fleet.isOpen(host) else { return }
    if fleet.guestCount[Int(host)] > 0 {
      enter(host, fleet)
    } else {
      empty[Int(fleet.typeOfHost[Int(host)])].append(host)
    }
  }

  private mutating func leave(_ host: Int32) {
    let state = Int(stateOfHost[Int(host)])
    guard state >= 0, let last = states[state].hosts.last else { return }
    let place = Int(placeInState[Int(host)])
    states[state].hosts[place] = last
    placeInState[Int(last)] = Int32(place)
    states[state].hosts.removeLast()
    stateOfHost[Int(host)] = -1
    guard states[state].hosts.isEmpty, let lastActive = active.last else { return }
    let slot = Int(placeInActive[state])
    active[slot] = lastActive
    placeInActive[Int(lastActive)] = Int32(slot)
    active.removeLast()
    growth.removeLast(into: slot)
    placeInActive[state] = -1
  }

  private mutating func enter(_ host: Int32, _ fleet: FleetState) {
    let start = Int(host) * fleet.resourceCount
    let free = fleet.free[start..<(start + fleet.resourceCount)]
    let type = fleet.typeOfHost[Int(host)]
    var hash = UInt64(truncatingIfNeeded: type) &+ 1
    for amount in free { hash = OpenHashTable.mix(hash, amount) }
    let known = table.find(hash: hash) {
      states[Int($0)].type == type && room(Int($0), fleet).elementsEqual(free)
    }
    let state: Int
    if let known {
      state = Int(known)
    } else {
      state = states.count
      table.insert(hash: hash, value: Int32(state))
      states.append(State(type: type, fragment: fragment(free, fleet)))
      self.free += free
      placeInActive.append(-1)
    }
    if placeInActive[state] < 0 {
      placeInActive[state] = Int32(active.count)
      active.append(Int32(state))
      growth.append()
    }
    stateOfHost[Int(host)] = Int32(state)
    placeInState[Int(host)] = Int32(states[state].hosts.count)
    states[state].hosts.append(host)
  }

  private func room(_ state: Int, _ fleet: FleetState) -> ArraySlice<Int32> {
    free[(state * fleet.resourceCount)..<((state + 1) * fleet.resourceCount)]
  }

  private func fits(_ flavour: Int32, _ state: Int, _ fleet: FleetState) -> Bool {
    let (size, room) = (Int(flavour) * fleet.resourceCount, state * fleet.resourceCount)
    for resource in 0..<fleet.resourceCount where fleet.sizes[size + resource] > free[room + resource] {
      return false
    }
    return true
  }

  private func fits(_ flavour: Int32, _ free: ArraySlice<Int32>, _ fleet: FleetState) -> Bool {
    let size = Int(flavour) * fleet.resourceCount
    for resource in 0..<fleet.resourceCount
    where fleet.sizes[size + resource] > free[free.startIndex + resource] {
      return false
    }
    return true
  }

  private func growth(of flavour: Int32, _ state: Int, _ fleet: FleetState) -> Double {
    let size = Int(flavour) * fleet.resourceCount
    let after = room(state, fleet).enumerated().map { $1 - fleet.sizes[size + $0] }
    return fragment(after[...], fleet) - states[state].fragment
  }

  private func fragment(_ free: ArraySlice<Int32>, _ fleet: FleetState) -> Double {
    var shares = 0.0
    for (amount, inverse) in zip(free, inverseCapacity) { shares += Double(amount) * inverse }
    var stranded = 0.0
    for (flavour, share) in mix where !fits(Int32(flavour), free, fleet) { stranded += share }
    return shares * stranded
  }
}
