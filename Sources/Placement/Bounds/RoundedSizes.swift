/// Bounds from sizes that are rounded in favour of guests that fill hosts badly, and from guests of which no two fit.
///
/// A *dual feasible function* f maps shares of a host to shares so that whatever fits a host still fits after it. So the sum
/// of f over all guests is a bound on the number of hosts:
/// ```
/// threshold t      f(x) = 1 for x > C - t,   x / C for t <= x <= C - t,   0 for x < t
/// steps k          f(x) = x / C when (k + 1) x / C is whole,   ⌊(k + 1) x / C⌋ / k otherwise
/// ```
/// `x` is the size in one resource, or in a weighted sum of resources (whatever fits in each fits in the sum), `C` the
/// largest host in it.
///
/// **Valid for** the number of hosts; on hosts of several types the largest stands for all.
/// **Source**: S. Martello, P. Toth, "Knapsack Problems", 1990, section 8.3 (L2); S. Fekete, J. Schepers, "New classes of
/// fast lower bounds for bin packing problems", Mathematical Programming, 2001 (both from memory, medium confidence).
/// **Example**: guests of 6, 6, 4, 4, 4 on hosts of 9: t = 4 makes each 6 a whole host, so 2 + ⌈12 / 9⌉ = 4 hosts.
struct RoundedSizes {
  private let resourceNames: [String]
  /// Flavour by flavour.
  private let sizes: [[Int64]]
  private let population: [Int64]
  private let capacity: [Int64]
  private let rules: [[Int32]]
  private let apart: [Bool]

  /// Beyond so many flavours only the simple bounds are worth their time.
  private static let flavourLimit = 4096
  /// Beyond so many flavours mixtures of resources are left out.
  private static let mixtureLimit = 200
  private static let stepsTried = 12

  init(_ problem: PlacementProblem, _ flavours: [(guest: Int32, population: Int64)], isUsed: [Bool]) {
    resourceNames = problem.resources.map(\.name)
    let isSmall = flavours.count <= RoundedSizes.flavourLimit
    let kept = isSmall ? flavours : []
    sizes = kept.map { flavour in
      problem.resources.indices.map { Int64(problem.guests.size(of: flavour.guest, $0)) }
    }
    population = kept.map(\.population)
    capacity = problem.resources.indices.map { resource in
      problem.hosts.types.indices.filter { isUsed[$0] }.map {
        Int64(problem.usableCapacity(ofType: $0, resource))
      }.max() ?? 0
    }
    rules = kept.map { problem.flavours.separations[Int(problem.flavours.flavourOfGuest[Int($0.guest)])] }
    apart = problem.separations.map { $0.level == .host && $0.limit == 1 }
  }

  /// The best bound of each resource and each mixture.
  func bounds() -> [(hosts: Int, resource: String?)] {
    guard !sizes.isEmpty else { return [] }
    return lines().map { line in (best(of: line.sizes, capacity: line.capacity), line.name) }
  }

  /// Sizes along each resource, along pairs of them, and along all, with weights that make a whole host about equal in each.
  private func lines() -> [(name: String?, sizes: [Int64], capacity: Int64)] {
    let resources = capacity.indices.filter { capacity[$0] > 0 }
    let weight = capacity.map { $0 > 0 ? max(1, (1 << 24) / $0) : 0 }
    var lines: [(String?, [Int64], Int64)] = resources.map { resource in
      (resourceNames[resource], sizes.map { $0[resource] }, capacity[resource])
    }
    guard resources.count > 1, sizes.count <= RoundedSizes.mixtureLimit else { return lines }
    func mix(_ chosen: [(resource: Int, times: Int64)]) {
      let total = chosen.reduce(Int64(0)) { $0 + $1.times * weight[$1.resource] * capacity[$1.resource] }
      let mixed = sizes.map { size in
        chosen.reduce(Int64(0)) { $0 + $1.times * weight[$1.resource] * size[$1.resource] }
      }
      lines.append((nil, mixed, total))
    }
    mix(resources.map { ($0, 1) })
    for (index, left) in resources.enumerated() {
      for right in resources[(index + 1)...] where lines.count < 24 {
        mix([(left, 1), (right, 1)])
        mix([(left, 2), (right, 1)])
        mix([(left, 1), (right, 2)])
      }
    }
    return lines
  }

  private func best(of line: [Int64], capacity: Int64) -> Int {
    let order = line.indices.sorted { (line[$0], $0) < (line[$1], $1) }
    let sorted = order.map { line[$0] }
    var (guests, amounts) = ([Int64(0)], [Int64(0)])
    for index in order {
      guests.append((guests.last ?? 0) + population[index])
      amounts.append((amounts.last ?? 0) + population[index] * line[index])
    }
    let total = guests.last ?? 0
    func below(_ size: Int64) -> Int {
      var (low, high) = (0, sorted.count)
      while low < high {
        let middle = (low + high) / 2
        if sorted[middle] < size { low = middle + 1 } else { high = middle }
      }
      return low
    }
    var best: Int64 = 0
    var last: Int64 = -1
    for threshold in sorted where 2 * threshold <= capacity && threshold != last {
      last = threshold
      let (first, large) = (below(threshold), below(capacity - threshold + 1))
      let middle = amounts[large] - amounts[first]
      best = max(best, total - guests[large] + (middle + capacity - 1) / max(1, capacity))
    }
    best = max(best, total - guests[below(capacity / 2 + 1)])
    for steps in 1...Int64(RoundedSizes.stepsTried) {
      // In units of 1 / (steps * capacity).
      var sum: Int128 = 0
      for index in line.indices {
        let scaled = (steps + 1) * line[index]
        let share = scaled % capacity == 0 ? line[index] * steps : scaled / capacity * capacity
        sum += Int128(population[index]) * Int128(share)
      }
      let whole = Int128(steps) * Int128(capacity)
      best = max(best, Int64(clamping: (sum + whole - 1) / whole))
    }
    return Int(best)
  }

  /// How many guests there are of which no two can share a host, found greedily from the largest.
  func conflicts() -> Int {
    guard sizes.count <= 512 else { return 0 }
    func clash(_ left: Int, _ right: Int) -> Bool {
      capacity.indices.contains { sizes[left][$0] + sizes[right][$0] > capacity[$0] }
        || rules[left].contains { apart[Int($0)] && rules[right].contains($0) }
    }
    func share(_ flavour: Int) -> Double {
      capacity.indices.map { Double(sizes[flavour][$0]) / Double(max(1, capacity[$0])) }.max() ?? 0
    }
    let keyed = sizes.indices.map { (share: share($0), index: $0) }
    let order = keyed.sorted { ($1.share, $0.index) < ($0.share, $1.index) }.map(\.index)
    var best: Int64 = 0
    for start in order.indices.prefix(3) {
      var chosen: [Int] = []
      var total: Int64 = 0
      for flavour in order[start...] + order[..<start] where chosen.allSatisfy({ clash($0, flavour) }) {
        chosen.append(flavour)
        total += clash(flavour, flavour) ? population[flavour] : 1
      }
      best = max(best, total)
    }
    return Int(best)
  }
}
