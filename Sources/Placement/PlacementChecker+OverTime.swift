extension PlacementChecker {
  /// The hosts whose guests take more of a resource than it offers, in more periods than may be.
  func violationsOverTime(of usage: Usage) -> [PlacementViolation] {
    guard let profiles = problem.guests.profiles else { return [] }
    return (0..<problem.hosts.count).flatMap { host in
      profiles.resources.indices.compactMap { position in
        periodsAbove(host, position, usage.overTime[host]) > profiles.mayExceed
          ? .overfullInTime(host: Int32(host), resource: profiles.resources[position]) : nil
      }
    }
  }

  /// Whether a host bears the demand over time of one more guest.
  func bearsOverTime(_ guest: Int32, on host: Int, _ usage: Usage) -> Bool {
    guard let profiles = problem.guests.profiles else { return true }
    var sums = usage.overTime[host]
    Usage.add(guest, to: &sums, problem)
    return profiles.resources.indices.allSatisfy { periodsAbove(host, $0, sums) <= profiles.mayExceed }
  }

  /// Whether a host bears the demand over time of some guests together.
  func bearsOverTime(allOf guests: [Int32], on host: Int) -> Bool {
    guard let profiles = problem.guests.profiles else { return true }
    var sums: [Double] = []
    for guest in guests { Usage.add(guest, to: &sums, problem) }
    return profiles.resources.indices.allSatisfy { periodsAbove(host, $0, sums) <= profiles.mayExceed }
  }

  private func periodsAbove(_ host: Int, _ position: Int, _ sums: [Double]) -> Int {
    guard let profiles = problem.guests.profiles, !sums.isEmpty else { return 0 }
    let most = limit(
      problem.hosts.types[Int(problem.hosts.typeOfHost[host])], profiles.resources[position])
    return sums[position * profiles.periods..<(position + 1) * profiles.periods].count { $0 > most }
  }
}

extension Usage {
  /// Adds what a guest takes in each period to the sums of a host; empty sums are those of an empty host.
  static func add(_ guest: Int32, to sums: inout [Double], _ problem: PlacementProblem) {
    guard let profiles = problem.guests.profiles else { return }
    let width = profiles.resources.count * profiles.periods
    if sums.isEmpty { sums = [Double](repeating: 0, count: width) }
    let first = Int(problem.guests.profileOfGuest[Int(guest)]) * width
    for index in 0..<width { sums[index] += Double(profiles.amounts[first + index]) }
  }
}
