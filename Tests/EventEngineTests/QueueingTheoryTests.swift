import EventEngine
import TestSupport
import Testing

/// Models on the engine against results that are known exactly. Each simulated mean must lie within its
/// own 99.9 % interval of the closed form, and that interval must be narrow enough to mean something.
@Suite("Queueing theory")
struct QueueingTheoryTests {
  static let exponential = Distribution.exponential(Exponential(mean: 1))

  /// The mean wait of M/M/c with a mean service of 1 (Erlang 1917): C(c, a) / (c - a), where C is the
  /// probability of waiting, from the recursion of the blocking probability B.
  static func erlangWait(servers: Int, utilization: Double) -> Double {
    let offered = Double(servers) * utilization
    var blocking = 1.0
    for server in 1...servers { blocking = offered * blocking / (Double(server) + offered * blocking) }
    let waiting = blocking / (1 - utilization * (1 - blocking))
    return waiting / (Double(servers) - offered)
  }

  func agrees(_ means: BatchMeans, with theory: Double, within relative: Double) -> Bool {
    let interval = means.interval(level: 0.999)
    return interval.contains(theory) && interval.halfWidth < relative * theory
  }

  @Test func `Erlang's formula has its known values`() {
    #expect(isClose(Self.erlangWait(servers: 1, utilization: 0.5), 1))
    #expect(isClose(Self.erlangWait(servers: 2, utilization: 0.75), 1.285_714_285_714, relative: 1e-12))
    #expect(isClose(Self.erlangWait(servers: 10, utilization: 0.9), 0.6687, relative: 1e-4))
  }

  @Test(arguments: [(1, 0.5), (2, 0.75), (10, 0.9)])
  func `the mean wait of M M c is Erlang's`(servers: Int, utilization: Double) {
    let station = QueueingStation(
      source: .open(interarrival: .exponential(Exponential(mean: 1 / (Double(servers) * utilization)))),
      service: Self.exponential, servers: servers)
    let result = station.run(seed: 1, warmUp: 20_000, customers: 400_000, batch: 10_000)
    let theory = Self.erlangWait(servers: servers, utilization: utilization)
    #expect(agrees(result.waits, with: theory, within: 0.25))
    let busy = result.busy.average(until: result.end) / Double(servers)
    #expect(isClose(busy, utilization, relative: 0.02))
  }

  /// Pollaczek-Khinchine with a mean service of 1: utilization (1 + cv^2) / (2 (1 - utilization)).
  @Test(arguments: [
    Distribution.constant(Constant(1)), .gamma(Gamma(shape: 0.5, scale: 2)),
    .gamma(Gamma(shape: 4, scale: 0.25)),
    .uniform(Uniform(from: 0, to: 2)), .logNormal(LogNormal(mean: 1, coefficientOfVariation: 0.7)),
  ])
  func `the mean wait of M G 1 is Pollaczek and Khinchine's`(service: Distribution) {
    let utilization = 0.7
    let station = QueueingStation(
      source: .open(interarrival: .exponential(Exponential(mean: 1 / utilization))), service: service,
      servers: 1)
    let result = station.run(seed: 2, warmUp: 20_000, customers: 200_000, batch: 10_000)
    let theory = utilization * (1 + service.variance) / (2 * (1 - utilization))
    #expect(agrees(result.waits, with: theory, within: 0.25))
  }

  /// Machines that run for a mean of `1 / failureRate`, repairers who need a mean of 1: the birth-death chain
  /// of the number of broken machines.
  @Test(arguments: [(5, 1, 0.2), (10, 2, 0.15), (4, 4, 1.0)])
  func `the machine repairman has its closed form`(machines: Int, repairers: Int, failureRate: Double) {
    var weights = [1.0]
    for broken in 1...machines {
      let failing = Double(machines - broken + 1) * failureRate
      weights.append(weights[broken - 1] * failing / Double(min(broken, repairers)))
    }
    let total = weights.reduce(0, +)
    let expected = weights.enumerated().reduce(0.0) { $0 + Double($1.offset) * $1.element } / total
    var averages = Welford()
    for replication in 0..<20 as Range<UInt32> {
      let station = QueueingStation(
        source: .closed(population: machines, absence: .exponential(Exponential(mean: 1 / failureRate))),
        service: Self.exponential, servers: repairers)
      let result = station.run(
        seed: 3, replication: replication, warmUp: 500, customers: 10_000, batch: 100)
      averages.add(result.inStation.average(until: result.end))
    }
    let interval = ConfidenceInterval(of: averages, level: 0.999)
    #expect(interval.contains(expected))
    #expect(interval.halfWidth < 0.03 * expected)
  }

  @Test(arguments: [0.3, 0.8, 0.95])
  func `Little's law holds exactly by accounting`(utilization: Double) {
    let station = QueueingStation(
      source: .open(interarrival: .exponential(Exponential(mean: 1 / (2 * utilization)))),
      service: Self.exponential, servers: 2)
    let result = station.run(seed: 4, warmUp: 1000, customers: 20_000, batch: 1000)
    // Customer milliseconds counted by the station and by the customers are the same integer.
    #expect(result.inStation.integral(until: result.end) == Double(result.residence))
    #expect(result.arrivals > 15_000)
  }
}
