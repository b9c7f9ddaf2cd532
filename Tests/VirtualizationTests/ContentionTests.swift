import Quantities
import TestSupport
import Testing
import Virtualization

@Suite("Contention")
struct ContentionTests {
  @Test func `two halves on one core`() {
    let queue = ProcessorQueue(virtualProcessors: 2, cores: 1, utilization: Fraction(0.5))
    #expect(isClose(queue.running, 0.8) && isClose(queue.ready, 0.4) && isClose(queue.idle, 0.8))
    #expect(isClose(queue.stretch, 1.5))
    #expect(isClose(queue.readyShare.value, 0.2))
  }

  @Test(arguments: [(1, 1, 0.3), (4, 4, 0.9), (3, 8, 1.0), (0, 2, 0.5)])
  func `nobody waits where everybody has a core`(count: Int, cores: Int, utilization: Double) {
    let queue = ProcessorQueue(
      virtualProcessors: count, cores: cores, utilization: Fraction(utilization))
    #expect(queue.ready == 0 && queue.stretch == 1)
    #expect(isClose(queue.running, Double(count) * utilization))
  }

  /// The chain's balance solved by sweeping over its states again and again, without the product form.
  @Test(arguments: [(5, 2, 0.4), (12, 4, 0.35), (30, 8, 0.5), (6, 1, 0.9)])
  func `the closed form agrees with the balance of the chain`(count: Int, cores: Int, utilization: Double) {
    let ratio = utilization / (1 - utilization)
    var shares = [Double](repeating: 1 / Double(count + 1), count: count + 1)
    let fastest = Double(count) * max(ratio, 1)
    for _ in 0..<20_000 {
      var next = shares
      for state in 0...count {
        let up = Double(count - state) * ratio / fastest / 2
        let down = Double(min(state, cores)) / fastest / 2
        next[state] -= shares[state] * (up + down)
        if state < count { next[state + 1] += shares[state] * up }
        if state > 0 { next[state - 1] += shares[state] * down }
      }
      shares = next
    }
    let queue = ProcessorQueue(
      virtualProcessors: count, cores: cores, utilization: Fraction(utilization))
    let running = shares.enumerated().reduce(0) { $0 + Double(min($1.offset, cores)) * $1.element }
    let ready = shares.enumerated().reduce(0) { $0 + Double(max(0, $1.offset - cores)) * $1.element }
    #expect(isClose(queue.running, running, relative: 1e-6))
    #expect(isClose(queue.ready, ready, relative: 1e-6))
  }

  @Test(arguments: 0..<100)
  func `running, waiting and idle make a whole, and more load waits more`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let count = Int.random(in: 1...400, using: &random)
    let cores = Int.random(in: 1...64, using: &random)
    var before = ProcessorQueue(virtualProcessors: count, cores: cores, utilization: .zero)
    #expect(before.running == 0 && before.stretch == 1)
    for step in 1...20 {
      let utilization = Double(step) / 20
      let queue = ProcessorQueue(
        virtualProcessors: count, cores: cores, utilization: Fraction(utilization))
      #expect(isClose(queue.running + queue.ready + queue.idle, Double(count)))
      #expect(queue.running <= Double(min(count, cores)) + 1e-9)
      #expect(queue.running <= Double(count) * utilization + 1e-9, "served is no more than demanded")
      #expect(queue.running >= before.running - 1e-9 && queue.stretch >= before.stretch - 1e-9)
      // Bursts and pauses balance: each idle virtual processor asks at a rate, each running one ends at another.
      if utilization < 1 {
        #expect(isClose(queue.idle * utilization / (1 - utilization), queue.running, relative: 1e-9))
      }
      before = queue
    }
    #expect(isClose(before.running, Double(min(count, cores))))
  }

  @Test(arguments: [(0.5, 1, 2.0), (0.8, 1, 5.0), (0.0, 4, 1.0)])
  func `one core stretches by one over what is free`(load: Double, cores: Int, stretch: Double) throws {
    let found = try #require(ProcessorQueue.openStretch(offered: Cores(load), cores: cores))
    #expect(isClose(found, stretch))
  }

  @Test func `two cores follow their own closed form, and overload has none`() throws {
    // M/M/2: stretch = 1 / (1 - rho^2).
    for rho in [0.1, 0.5, 0.9] {
      let found = try #require(ProcessorQueue.openStretch(offered: Cores(2 * rho), cores: 2))
      #expect(isClose(found, 1 / (1 - rho * rho)))
    }
    #expect(ProcessorQueue.openStretch(offered: Cores(4), cores: 4) == nil)
  }

  @Test(arguments: [(4, 2.8), (8, 6.0), (16, 8.0)])
  func `many virtual processors that do little make the open queue`(cores: Int, load: Double) throws {
    let count = 20_000
    let closed = ProcessorQueue(
      virtualProcessors: count, cores: cores, utilization: Fraction(load / Double(count)))
    let open = try #require(ProcessorQueue.openStretch(offered: Cores(load), cores: cores))
    #expect(isClose(closed.stretch, open, relative: 0.005))
    #expect(closed.stretch <= open)
  }

  @Test(arguments: [(0, 1.0), (4, 1.0), (5, 1.035), (6, 1.07), (100, 1.3)])
  func `guests that live on memory slow each other beyond four`(guests: Int, stretch: Double) {
    #expect(isClose(Interference.usual.stretch(memoryBoundGuests: guests), stretch))
  }

  @Test func `a busy memory bus stretches by one over what is free, up to the cap`() {
    #expect(isClose(Interference.usual.stretch(busUtilization: Fraction(0.1)), 1 / 0.9))
    #expect(isClose(Interference.usual.stretch(busUtilization: Fraction(0.5)), 1.3))
    #expect(isClose(Interference.usual.stretch(busUtilization: .one), 1.3))
    #expect(Interference.usual.stretch(busUtilization: .zero) == 1)
  }

  @Test func `eleven guests fit where their means would let in sixteen`() {
    let most = StatisticalMultiplexing<Fraction>.mostGuests(
      in: .one, mean: Fraction(0.06), deviation: Fraction(0.04))
    #expect(most == 11)
    #expect(
      StatisticalMultiplexing<Fraction>.mostGuests(in: .one, mean: Fraction(0.06), deviation: .zero) == 16)
  }

  @Test(arguments: 0..<50)
  func `the most guests fit and one more does not`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let mean = Fraction(Double.random(in: 0.01...0.2, using: &random))
    let deviation = Fraction(Double.random(in: 0...0.1, using: &random))
    let most = StatisticalMultiplexing<Fraction>.mostGuests(in: .one, mean: mean, deviation: deviation)
    func needed(_ count: Int) -> Double {
      var sum = StatisticalMultiplexing<Fraction>()
      sum.add(count, mean: mean, deviation: deviation)
      return sum.needed().value
    }
    #expect(needed(most) <= 1 + 1e-9 && needed(most + 1) > 1)
    var sum = StatisticalMultiplexing<Fraction>()
    sum.add(most + 5, mean: mean, deviation: deviation)
    sum.remove(5, mean: mean, deviation: deviation)
    #expect(isClose(sum.needed().value, needed(most), relative: 1e-9))
  }

  @Test func `the sum of many guests exceeds the bound about one per cent of the time`() {
    var random = SeededGenerator(seed: 7)
    var sum = StatisticalMultiplexing<Fraction>()
    // Uniform demands from 0 to 0.12: mean 0.06, deviation 0.12 / sqrt(12).
    sum.add(100, mean: Fraction(0.06), deviation: Fraction(0.12 / 12.0.squareRoot()))
    var exceeded = 0
    let samples = 20_000
    for _ in 0..<samples {
      var demand = 0.0
      for _ in 0..<100 { demand += Double.random(in: 0...0.12, using: &random) }
      if demand > sum.needed().value { exceeded += 1 }
    }
    let share = Double(exceeded) / Double(samples)
    #expect(share > 0.007 && share < 0.013, "0.99 % by the normal distribution, found \(share)")
  }

  @Test(arguments: [0.0, 3000, 8000, 9800, 15_000])
  func `a host serves what it can and loses the rest`(demand: Double) {
    let sample = HostContention(
      demanded: WorkPerSecond(demand), capacity: WorkPerSecond(10_000), own: WorkPerSecond(200), cores: 8,
      virtualProcessors: 32)
    #expect(isClose(sample.served.value, min(demand, 9800)))
    #expect(isClose((sample.served + sample.unserved).value, demand))
    #expect(sample.stretch >= 1)
  }

  @Test func `contention multiplies, and an idle host stretches nothing`() {
    func sample(_ demand: Double, _ memoryBound: Int) -> HostContention {
      HostContention(
        demanded: WorkPerSecond(demand), capacity: WorkPerSecond(10_000), own: .zero, cores: 4,
        virtualProcessors: 16, memoryBoundGuests: memoryBound)
    }
    #expect(sample(0, 0).stretch == 1)
    #expect(isClose(sample(5000, 6).stretch, sample(5000, 0).stretch * 1.07))
    #expect(sample(9000, 0).stretch > sample(5000, 0).stretch)
    #expect(isClose(sample(5000, 0).queue.stretch, sample(5000, 0).stretch))
  }
}
