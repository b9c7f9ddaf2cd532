import Economics
import EventEngine
import Quantities
import TestSupport
import Testing

@testable import Project

@Suite("Copies over a shared network")
struct CopyTests {
  /// A megabyte a second.
  static let rate = BitsPerSecond(8e6)

  static func group(_ name: String, _ count: Int, seconds: Double) -> MoveGroup {
    MoveGroup(name, servers: count, data: Bytes(seconds * 1e6), work: MoveWork())
  }

  static func copies(_ outcome: ProjectOutcome) -> [TaskRecord] {
    outcome.tasks().filter { $0.purpose == .copy }
  }

  @Test(arguments: [nil, 1, 3, 7, 100])
  func `equal machines over one link end at data over rate whatever the number at once`(slots: Int?) throws {
    let plan = SamplePlans.bare(
      [CopyTests.group("web", 40, seconds: 600)], network: CopyNetwork(rate: CopyTests.rate, slots: slots))
    let finish = try #require(try ProjectSimulator(plan).run().finish)
    // Each end may be rounded up by a millisecond.
    #expect((24_000_000...24_000_040).contains(finish.milliseconds))
  }

  @Test func `copies that share evenly end at the closed form of processor sharing`() throws {
    // Sizes 1, 2, 4 hours alone: ends at 3, 3 + 2, 3 + 2 + 2 hours.
    let plan = SamplePlans.bare([
      CopyTests.group("a", 1, seconds: 3600), CopyTests.group("b", 1, seconds: 7200),
      CopyTests.group("c", 1, seconds: 14_400),
    ])
    let ends = CopyTests.copies(try ProjectSimulator(plan).run()).compactMap { $0.finish?.sinceStart.hours }
    #expect(zip(ends, [3.0, 5, 7]).allSatisfy { isClose($0, $1, absolute: 1e-6) })
    #expect(ends.count == 3)
  }

  @Test func `a limit per copy leaves others unharmed until the network is full`() throws {
    let limited = CopyNetwork(rate: CopyTests.rate, perCopy: BitsPerSecond(2e6))
    // Four copies at a quarter fill the network; eight have an eighth each.
    for (count, hours) in [(1, 4.0), (4, 4), (8, 8)] {
      let plan = SamplePlans.bare([CopyTests.group("a", count, seconds: 3600)], network: limited)
      let finish = try #require(try ProjectSimulator(plan).run().finish)
      #expect(isClose(finish.sinceStart.hours, hours, absolute: 1e-5))
    }
  }

  @Test func `windows cut a copy and it goes on in the next`() throws {
    // Four hours each Monday and Thursday: ten hours of data end two hours into the third window.
    let windows = OpenHours([
      WeeklyHours([.day(0), .day(3)], from: Seconds(hours: 20), length: Seconds(hours: 4))
    ])
    let plan = SamplePlans.bare(
      [CopyTests.group("a", 1, seconds: 36_000)],
      network: CopyNetwork(rate: CopyTests.rate, times: .inWindows), windows: windows)
    let outcome = try ProjectSimulator(plan).run()
    #expect(outcome.finish?.milliseconds == Int64((7 * 24 + 22) * 3_600_000))
    let bound = outcome.criticalPath().map { ($0.binding, ($0.end - $0.start).hours) }
    #expect(bound.map(\.0) == [.window, .network, .window, .network, .window, .network])
    #expect(bound.map(\.1) == [20, 4, 68, 4, 92, 2])
  }

  @Test func `copies that may not span windows begin only when all will end in time`() throws {
    let windows = OpenHours([WeeklyHours(.day(0), from: .zero, length: Seconds(hours: 4))])
    let network = CopyNetwork(rate: CopyTests.rate, times: .inWindows, spansWindows: false)
    // Three hours and two hours do not go together in four, two and two do; the first that fits goes first.
    let plan = SamplePlans.bare(
      [CopyTests.group("long", 1, seconds: 10_800), CopyTests.group("short", 2, seconds: 7200)],
      network: network, windows: windows)
    let hours = CopyTests.copies(try ProjectSimulator(plan).run()).map {
      ($0.start?.sinceStart.hours ?? -1, $0.finish?.sinceStart.hours ?? -1)
    }
    #expect(hours.map(\.0) == [0, 168, 168])
    #expect(hours.map(\.1) == [3, 172, 172])
  }

  @Test(arguments: 0..<200)
  func `no copy that may not span windows is ever cut`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let windows = OpenHours([WeeklyHours(.all, from: .zero, length: Seconds(hours: 3))])
    let groups = (0..<8).map {
      CopyTests.group(
        "g\($0)", Int.random(in: 1...5, using: &generator), seconds: .random(in: 60...9000, using: &generator)
      )
    }
    let plan = SamplePlans.bare(
      groups,
      network: CopyNetwork(
        rate: CopyTests.rate, perCopy: BitsPerSecond(.random(in: 6.8e6...9e6, using: &generator)),
        slots: Int.random(in: 1...6, using: &generator), times: .inWindows, spansWindows: false),
      windows: windows)
    let outcome = try ProjectSimulator(plan).run()
    #expect(outcome.finish != nil)
    for copy in CopyTests.copies(outcome) {
      let (start, finish) = (try #require(copy.start), try #require(copy.finish))
      let day = start.milliseconds / 86_400_000
      #expect(finish.milliseconds <= day * 86_400_000 + 3 * 3_600_000)
    }
  }

  /// Ends of copies by a fluid that is moved on from change to change, every copy on its own.
  static func fluidEnds(
    arrivals: [Double], sizes: [Double], rate: Double, mostEach: Double, slots: Int
  ) -> [Double] {
    var left = sizes
    var ends = sizes.map { _ in Double.infinity }
    var time = 0.0
    while ends.contains(.infinity) {
      let here = sizes.indices.filter { arrivals[$0] <= time && ends[$0] == .infinity }
      // Whoever has begun goes on; others follow in order of their number.
      let begun = here.filter { left[$0] < sizes[$0] }
      let active = begun + here.filter { left[$0] == sizes[$0] }.prefix(max(0, slots - begun.count))
      let share = min(mostEach, rate / Double(max(active.count, 1)))
      let nextEnd = active.map { time + left[$0] / share }.min() ?? .infinity
      let nextArrival = arrivals.filter { $0 > time }.min() ?? .infinity
      let next = min(nextEnd, nextArrival)
      for copy in active {
        left[copy] -= share * (next - time)
        if left[copy] < 1e-6 { ends[copy] = next }
      }
      time = next
    }
    return ends
  }

  @Test(arguments: 0..<300)
  func `the channel agrees with a fluid moved on copy by copy`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let count = Int.random(in: 1...30, using: &generator)
    // Whole numbers of milliseconds between arrivals; sizes in units of the network's rate.
    let arrivals = (0..<count).map { _ in Int64.random(in: 0...200_000, using: &generator) }.sorted()
    let sizes = (0..<count).map { _ in Double.random(in: 1000...50_000, using: &generator) }
    let slots = Int.random(in: 1...8, using: &generator)
    let mostEach = Double.random(in: 0.1...1.2, using: &generator)
    var channel = CopyChannel(rate: 1, mostEach: mostEach, slots: slots, spans: true, taskCount: count)
    var ends = [Double](repeating: -1, count: count)
    var next: Int64? = nil
    var arrived = 0
    var begun: [Int32] = []
    while ends.contains(-1) {
      let arrival = arrived < count ? arrivals[arrived] : nil
      let time = [next, arrival].compactMap { $0 }.min() ?? 0
      for task in channel.settle(at: time) { ends[Int(task)] = Double(time) }
      while arrived < count, arrivals[arrived] == time {
        channel.enqueue(Int32(arrived), size: sizes[arrived])
        arrived += 1
      }
      next = channel.proceed(at: time, closing: .max / 2, begun: &begun)
    }
    let expected = CopyTests.fluidEnds(
      arrivals: arrivals.map(Double.init), sizes: sizes, rate: 1, mostEach: mostEach, slots: slots)
    #expect(begun.count == count)
    #expect(zip(ends, expected).allSatisfy { abs($0 - $1) <= Double(count) + 1 })
  }

  @Test func `copies in the system are arrivals times their stay`() throws {
    // Little's law, with the number in the system counted at instants and not from the stays.
    let plan = SamplePlans.consolidation(guests: 200, people: 12)
    let outcome = try ProjectSimulator(plan).run()
    let bars = outcome.gantt(.tasks).filter { $0.kind == .copy }
    let first = try #require(bars.map(\.start).min()).milliseconds
    let last = try #require(bars.map(\.end).max()).milliseconds
    var generator = SeededGenerator(seed: 5)
    var seen = Welford()
    for _ in 0..<20_000 {
      let time = Int64.random(in: first..<last, using: &generator)
      seen.add(Double(bars.count { $0.start.milliseconds <= time && time < $0.end.milliseconds }))
    }
    let rate = Double(bars.count) / Double(last - first)
    let stay = bars.reduce(0.0) { $0 + Double(($1.end - $1.start).milliseconds) } / Double(bars.count)
    #expect(abs(seen.mean - rate * stay) < 4 * seen.standardError)
  }
}
