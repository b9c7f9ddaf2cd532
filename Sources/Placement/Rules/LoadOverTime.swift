/// What the guests of each host take in each period, while a fleet fills: see ``DemandProfiles``.
///
/// Sums only grow while guests are added, so a host that has refused a flavour refuses it for good.
struct LoadOverTime: Sendable {
  /// The resources that vary.
  let resources: [Int]
  private let periods: Int
  private let mayExceed: Int
  /// Profile by profile, resource by resource, period by period. An amount above every host counts as one above the largest.
  private let amounts: [Int32]
  private let peaks: [Int32]
  private let profileOfFlavour: [Int32]
  private let typeOfHost: [Int32]
  private let capacity: [Int32]
  /// Host by host, resource by resource, period by period.
  private var sums: [Int32]
  /// The period with the highest sum of each host in each resource, and the sum of its guests' own peaks.
  private var busiest: [Int32]
  private var ownPeaks: [Int64]

  /// The sums of an empty fleet; nil when sizes stand still.
  init?(_ problem: PlacementProblem) {
    guard let profiles = problem.guests.profiles else { return nil }
    let (hosts, resources, periods) = (problem.hosts, profiles.resources, profiles.periods)
    let capacity = hosts.types.indices.flatMap { type in
      resources.map { problem.usableCapacity(ofType: type, $0) }
    }
    var amounts = profiles.amounts
    for position in resources.indices {
      let most = hosts.types.indices.map { capacity[$0 * resources.count + position] }.max() ?? 0
      for profile in 0..<profiles.count {
        let first = (profile * resources.count + position) * periods
        for index in first..<first + periods where amounts[index] > most { amounts[index] = most + 1 }
      }
    }
    peaks = (0..<profiles.count * resources.count).map { row in
      amounts[row * periods..<(row + 1) * periods].max() ?? 0
    }
    self.resources = resources
    self.periods = periods
    mayExceed = profiles.mayExceed
    self.amounts = amounts
    self.capacity = capacity
    profileOfFlavour = problem.flavours.representative.map { problem.guests.profileOfGuest[Int($0)] }
    typeOfHost = hosts.typeOfHost
    sums = [Int32](repeating: 0, count: hosts.count * resources.count * periods)
    busiest = [Int32](repeating: 0, count: hosts.count * resources.count)
    ownPeaks = [Int64](repeating: 0, count: hosts.count * resources.count)
  }

  /// How many looks at a host without periods one look takes.
  var looks: Int { 1 + resources.count * periods / 64 }

  /// Whether a host may take one more guest of a flavour.
  func admits(_ flavour: Int32, on host: Int32) -> Bool {
    for position in resources.indices {
      let (own, here, limit) = rows(flavour, host, position)
      let top = here * periods + Int(busiest[here])
      guard ownPeaks[here] + Int64(peaks[own]) <= Int64(Int32.max) else { return false }
      if sums[top] + peaks[own] <= limit { continue }
      // Where no period may be above, most hosts are refused by their busiest one.
      if mayExceed == 0, sums[top] + amounts[own * periods + Int(busiest[here])] > limit { return false }
      if periodsAbove(limit, own, here) > mayExceed { return false }
    }
    return true
  }

  /// Counts one more guest of a flavour on a host, or one less.
  mutating func take(_ flavour: Int32, _ host: Int32, _ sign: Int32) {
    for position in resources.indices {
      let (own, here, _) = rows(flavour, host, position)
      ownPeaks[here] += Int64(sign) * Int64(peaks[own])
      precondition(ownPeaks[here] <= Int64(Int32.max), "a host bears 2^31 units of its guests' peaks")
      let (from, to, periods) = (own * periods, here * periods, periods)
      let top = amounts.withUnsafeBufferPointer { amounts in
        sums.withUnsafeMutableBufferPointer { sums in
          var highest: Int32 = 0
          for period in 0..<periods {
            let sum = sums[to &+ period] &+ sign &* amounts[from &+ period]
            sums[to &+ period] = sum
            highest = max(highest, sum)
          }
          return (0..<periods).first { sums[to &+ $0] == highest } ?? 0
        }
      }
      busiest[here] = Int32(top)
    }
  }

  /// How much the highest sum of a host rises with one more guest, in each resource as a share of what the host offers.
  func rise(of flavour: Int32, on host: Int32) -> Double {
    resources.indices.reduce(0) { rise, position in
      let (own, here, limit) = rows(flavour, host, position)
      guard limit > 0 else { return rise }
      let now = sums[here * periods + Int(busiest[here])]
      return rise + Double(highest(own, here) - now) / Double(limit)
    }
  }

  /// By how much a guest would be too much for a host, at the sum that counts; nil when the host may take it.
  func lack(of flavour: Int32, on host: Int32) -> (resource: Int, missing: Int32)? {
    for position in resources.indices {
      let (own, here, limit) = rows(flavour, host, position)
      let after = (0..<periods).map { sums[here * periods + $0] + amounts[own * periods + $0] }
      let counted = mayExceed == 0 ? after.max() ?? 0 : after.sorted(by: >)[mayExceed]
      if counted > limit { return (resources[position], counted - limit) }
    }
    return nil
  }

  private func rows(_ flavour: Int32, _ host: Int32, _ position: Int) -> (own: Int, here: Int, limit: Int32) {
    let count = resources.count
    return (
      Int(profileOfFlavour[Int(flavour)]) * count + position, Int(host) * count + position,
      capacity[Int(typeOfHost[Int(host)]) * count + position]
    )
  }

  private func periodsAbove(_ limit: Int32, _ own: Int, _ here: Int) -> Int {
    let (from, to, periods) = (own * periods, here * periods, periods)
    return amounts.withUnsafeBufferPointer { amounts in
      sums.withUnsafeBufferPointer { sums in
        var above: Int32 = 0
        for period in 0..<periods {
          above &+= sums[to &+ period] &+ amounts[from &+ period] > limit ? 1 : 0
        }
        return Int(above)
      }
    }
  }

  private func highest(_ own: Int, _ here: Int) -> Int32 {
    let (from, to, periods) = (own * periods, here * periods, periods)
    return amounts.withUnsafeBufferPointer { amounts in
      sums.withUnsafeBufferPointer { sums in
        var highest: Int32 = 0
        for period in 0..<periods { highest = max(highest, sums[to &+ period] &+ amounts[from &+ period]) }
        return highest
      }
    }
  }
}
