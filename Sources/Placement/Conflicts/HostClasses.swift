/// Hosts that no rule of a problem tells apart while they are empty: same type, same units, same fences.
struct HostClasses {
  /// The class of each host, numbered by first appearance.
  let classOfHost: [Int32]
  /// The first host of each class.
  let representative: [Int32]
  /// How many hosts each class has.
  let population: [Int]

  init(_ problem: PlacementProblem) {
    var levels = problem.separations.map(\.level) + problem.rules.affinities.map(\.level)
    levels += problem.rules.budgets.map(\.level)
    if case .loss(let level) = problem.spare { levels.append(level) }
    levels.removeAll { $0 == .host }
    let fences = problem.rules.fences.map { fence in
      var isInside = [Bool](repeating: false, count: problem.hosts.count)
      for host in fence.hosts { isInside[Int(host)] = true }
      return isInside
    }
    // The limits of single hosts may differ from host to host.
    let limits = problem.rules.budgets.filter { $0.level == .host }.map(\.limits)
    var known: [[Int64]: Int32] = [:]
    var (classOfHost, representative): ([Int32], [Int32]) = ([], [])
    var population: [Int] = []
    for host in 0..<Int32(problem.hosts.count) {
      var key = [Int64(problem.hosts.typeOfHost[Int(host)]), host < problem.usableHostCount ? 1 : 0]
      key += levels.map { Int64(problem.hosts.unit(of: host, at: $0)) }
      key += fences.map { $0[Int(host)] ? 1 : 0 }
      key += limits.map { $0[Int(host)] }
      let number = known[key] ?? Int32(representative.count)
      if number == representative.count {
        known[key] = number
        representative.append(host)
        population.append(0)
      }
      population[Int(number)] += 1
      classOfHost.append(number)
    }
    self.classOfHost = classOfHost
    self.representative = representative
    self.population = population
  }
}
