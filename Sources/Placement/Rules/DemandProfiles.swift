/// What guests take of some resources over time, for plans in which it counts whose peaks meet.
///
/// Time is cut into equal periods. A host may hold guests together when, for each resource that varies,
/// ```
/// the number of periods t with  Σ over its guests of d(t) > C   is at most k
/// ```
/// `d(t)` what a guest takes in period t, `C` what the host offers, `k` the periods in which a host may be asked for more: none
/// for the *peak of sums*, 5 % of all periods for the *95th percentile of sums*.
///
/// Everything else about a guest counts its *steady size*, the mean of the `T - k` lowest of its T periods, rounded down. What
/// a host's own rule grants, steady sizes keep to as well: in the `T - k` periods of the host that are not above `C`,
/// ```
/// Σ steady size  <=  Σ over guests of the mean of d in these periods  =  mean over them of the sum  <=  C
/// ```
/// so bounds, patterns and proofs for sizes that stand still hold for varying ones too.
///
/// **Valid for** guests that are there in all periods; a host bears up to 2^31 units of its guests' own peaks. **Not modelled**:
/// demand in the time of a move or a restart. Budgets, energy and affinities count steady sizes.
/// **Source**: A. Verma et al., "Server workload analysis for power minimization using consolidation", USENIX ATC 2009, for
/// plans by peaks that do not meet (from memory); the bound is the argument above.
/// **Example**: guests that take 6 by day and 0 by night, and as many the other way round, on hosts of 6: one of each to a
/// host. By their own peaks they need twice the hosts.
public struct DemandProfiles: Hashable, Sendable {
  /// The resources that vary, as indexes into the problem's list.
  public let resources: [Int]
  /// How many periods there are.
  public let periods: Int
  /// In how many of them a host may be asked for more than it offers, resource by resource.
  public let mayExceed: Int
  /// Profile by profile, resource by resource, period by period.
  public private(set) var amounts: [Int32] = []
  /// The steady size of each profile in each resource that varies.
  private(set) var steady: [Int32] = []
  /// What a host must offer that each profile has to itself: the largest amount but for the ``mayExceed`` largest.
  private(set) var alone: [Int32] = []

  /// Creates a set without profiles.
  ///
  /// - Parameters:
  ///   - resources: the resources that vary, each once.
  ///   - periods: at least one, and more than `mayExceed`.
  ///   - mayExceed: in how many periods a host may be asked for more than it offers; 0 for the peak of sums.
  public init(of resources: [Int], periods: Int, mayExceed: Int = 0) {
    precondition(!resources.isEmpty && Set(resources).count == resources.count, "each resource varies once")
    precondition(mayExceed >= 0 && periods > mayExceed, "some period counts")
    self.resources = resources
    self.periods = periods
    self.mayExceed = mayExceed
  }

  /// How many profiles there are.
  public var count: Int { steady.count / resources.count }

  /// Adds a profile.
  ///
  /// - Parameter amounts: the amount in each period, for one resource after the other; none negative.
  /// - Returns: its number, from 0.
  public mutating func append(_ amounts: some Collection<Int32>) -> Int32 {
    precondition(amounts.count == resources.count * periods, "an amount for each period")
    precondition(amounts.allSatisfy { $0 >= 0 }, "a guest cannot take a negative amount")
    self.amounts.append(contentsOf: amounts)
    let profile = Int32(count)
    let every = Array(0..<periods)
    for position in resources.indices {
      let sorted = self.amounts(of: profile, position).sorted(by: >)
      alone.append(sorted[mayExceed])
      steady.append(level(of: profile, position, in: every))
    }
    return profile
  }

  /// The amounts of a profile in the resource at a position of ``resources``, period by period.
  public func amounts(of profile: Int32, _ position: Int) -> ArraySlice<Int32> {
    let first = (Int(profile) * resources.count + position) * periods
    return amounts[first..<first + periods]
  }

  /// The mean of all but the ``mayExceed`` largest amounts in some periods, rounded down.
  ///
  /// For any more than ``mayExceed`` periods, levels of guests that share a host add up to no more than it offers: some of
  /// these periods are not above it, and the argument for the steady size holds for them.
  func level(of profile: Int32, _ position: Int, in some: [Int]) -> Int32 {
    let first = (Int(profile) * resources.count + position) * periods
    let kept = some.map { amounts[first + $0] }.sorted().dropLast(mayExceed)
    return Int32(kept.reduce(Int64(0)) { $0 + Int64($1) } / Int64(kept.count))
  }
}

extension PlacementProblem {
  /// The same problem with sizes that stand still: those of the periods that ask for most. No plan for it needs more hosts
  /// than one for this problem; nil where sizes stand still already, or a guest is too large for every host.
  ///
  /// With `k` periods above a host's offer, sets of `k + 1, k + 2, k + 4 ...` periods are tried, those with the largest sums
  /// over all guests; of levels in these the largest total counts.
  func inBusiestPeriods() -> PlacementProblem? {
    guard let profiles = guests.profiles else { return nil }
    let fits = flavours.representative.allSatisfy { guest in
      hosts.types.indices.contains { type in
        profiles.resources.allSatisfy { guests.largest(of: guest, $0) <= usableCapacity(ofType: type, $0) }
      }
    }
    guard fits, guests.count > 0 else { return nil }
    var population = [Int64](repeating: 0, count: profiles.count)
    for profile in guests.profileOfGuest { population[Int(profile)] += 1 }
    let used = (0..<Int32(profiles.count)).filter { population[Int($0)] > 0 }
    var sizes = profiles.steady
    for position in profiles.resources.indices {
      var totals = [Int64](repeating: 0, count: profiles.periods)
      for profile in used {
        for (period, amount) in profiles.amounts(of: profile, position).enumerated() {
          totals[period] += population[Int(profile)] * Int64(amount)
        }
      }
      let order = totals.indices.sorted { (totals[$1], $0) < (totals[$0], $1) }
      var best = (total: Int64(-1), levels: [Int32]())
      var more = 1
      while profiles.mayExceed + more <= profiles.periods {
        let some = Array(order.prefix(profiles.mayExceed + more))
        let levels = used.map { profiles.level(of: $0, position, in: some) }
        let total = zip(used, levels).reduce(Int64(0)) { $0 + population[Int($1.0)] * Int64($1.1) }
        if total > best.total { best = (total, levels) }
        // A single period is never below the mean of several.
        if profiles.mayExceed == 0 { break }
        more *= 2
      }
      for (profile, level) in zip(used, best.levels) {
        sizes[Int(profile) * profiles.resources.count + position] = level
      }
    }
    return replacing(guests: guests.standing(at: sizes))
  }
}
