import Economics
import Project
import Quantities
import TestSupport

/// Small plans of every kind, for properties that hold in all of them.
struct RandomPlans {
  var generator: SeededGenerator

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  private mutating func chance(_ percent: Int) -> Bool {
    Int.random(in: 0..<100, using: &generator) < percent
  }
  private mutating func pick<Value>(_ values: [Value]) -> Value {
    values[Int.random(in: 0..<values.count, using: &generator)]
  }
  private mutating func hours(_ range: ClosedRange<Double>) -> Seconds {
    Seconds(hours: Double.random(in: range, using: &generator))
  }
  private mutating func labor(_ range: ClosedRange<Double>) -> Labor {
    chance(15) ? .none : Labor(hours(range), pick(RandomPlans.skills))
  }

  static let skills = ["alpha", "beta", "gamma"]

  /// A plan without errors, unfolded.
  mutating func next() -> ProjectSimulator {
    while true {
      if let simulator = try? ProjectSimulator(candidate()) { return simulator }
    }
  }

  private mutating func candidate() -> ProjectPlan {
    let start = SamplePlans.monday.adding(days: Int.random(in: 0...400, using: &generator))
    let days = [Weekdays.workdays, .weekend, .all, .day(2), .day(5)]
    let windows =
      chance(20)
      ? OpenHours.always
      : OpenHours(
        (0..<Int.random(in: 1...2, using: &generator)).map { _ in
          WeeklyHours(pick(days), from: hours(0...23.9), length: hours(2...14))
        },
        closed: chance(40) ? [DateSpan(start.adding(days: 5), through: start.adding(days: 12))] : [])
    let people = (0..<Int.random(in: 1...6, using: &generator)).map { number in
      var skills = RandomPlans.skills.filter { _ in chance(60) }
      if number == 0 { skills = RandomPlans.skills }
      let first = start.adding(days: Int.random(in: 0...40, using: &generator))
      return Person(
        "p\(number)", role: pick(["one", "two"]), calendar: pick(["office", "other"]),
        joinsWindows: chance(60),
        skills: skills, trained: skills.filter { _ in chance(20) },
        absences: chance(30) ? [DateSpan(first, through: first.adding(days: 6))] : [],
        speed: Fraction(Double.random(in: 0.5...1.5, using: &generator)))
    }
    let segments = ["front", "back"].map { name in
      NetworkSegment(
        name, setUp: labor(1...8), eachGuest: labor(0.5...3),
        services: chance(50) ? [NetworkService("\(name) service", work: labor(0.5...2))] : [])
    }
    let groups = (0..<Int.random(in: 1...3, using: &generator)).map { number in
      MoveGroup(
        "g\(number)", servers: Int.random(in: 1...6, using: &generator),
        guestsPerServer: chance(70) ? 1 : Int.random(in: 2...3, using: &generator),
        data: chance(10) ? .zero : Bytes(Double.random(in: 1e9...2e11, using: &generator)),
        work: MoveWork(
          prepare: labor(0.5...6), cutOver: labor(0.2...2), rollBack: chance(30) ? .zero : hours(0.1...0.8),
          test: labor(0.5...3), decommission: labor(0.5...3)),
        failure: Fraction(chance(40) ? 0 : Double.random(in: 0...0.4, using: &generator)),
        testFailure: Fraction(chance(60) ? 0 : Double.random(in: 0...0.4, using: &generator)),
        parallelRunning: chance(20)
          ? .zero : Seconds(days: Double(Int.random(in: 1...30, using: &generator))),
        proving: Seconds(days: Double(Int.random(in: 0...40, using: &generator))),
        segment: pick([nil, "front", "back"]), serverPower: Watts(300), guestPower: Watts(10),
        movePrice: SamplePlans.usd(100))
    }
    let guests = groups.reduce(0) { $0 + $1.guests }
    let perUnit = Int.random(in: 3...12, using: &generator)
    let order = EquipmentOrder(
      "unit", units: (guests + perUnit - 1) / perUnit, serversPerUnit: 4, guestsPerUnit: perUnit,
      orderedAfter: Seconds(days: Double(Int.random(in: 0...5, using: &generator))),
      leadTime: Seconds(days: 12),
      leadTimeVariation: Fraction(chance(50) ? 0 : 0.5), rack: labor(1...9), install: labor(0.5...3),
      price: SamplePlans.usd(10_000), unitPower: Watts(100), serverPower: Watts(150))
    let hasOrder = chance(60)
    return ProjectPlan(
      start: start, limit: .year * 3, seed: UInt64.random(in: 0...1000, using: &generator),
      effortVariation: Fraction(chance(50) ? 0 : 0.4),
      calendars: [
        WorkCalendar("office", hours: .office),
        WorkCalendar(
          "other", hours: OpenHours([WeeklyHours(pick(days), from: hours(0...20), length: hours(3...10))])),
      ],
      roles: [
        Role("one", price: LaborPrice(SamplePlans.usd(60))),
        Role("two", price: LaborPrice(SamplePlans.usd(90))),
      ],
      skills: RandomPlans.skills.map { name in
        Skill(
          name,
          course: chance(40)
            ? Course(
              length: hours(4...40), price: SamplePlans.usd(3000), seats: pick([nil, 1, 2]),
              speedBefore: Fraction(chance(60) ? 0 : 0.5), speedAfter: Fraction(1.25)) : nil)
      },
      people: people, windows: windows,
      network: CopyNetwork(
        rate: BitsPerSecond(Double.random(in: 1e8...2e9, using: &generator)),
        perCopy: chance(50) ? nil : BitsPerSecond(2e8), slots: pick([nil, 1, 2, 5]),
        times: chance(50) ? .anyTime : .inWindows, spansWindows: chance(60)),
      segments: segments, orders: hasOrder ? [order] : [],
      tasks: [
        PlannedTask("assessment", .work(labor(4...40)), price: SamplePlans.usd(1000)),
        PlannedTask("approval", .wait(Seconds(days: 3)), after: ["assessment"]),
        PlannedTask("tool", .workInWindow(labor(0.5...2)), after: hasOrder ? ["unit"] : ["assessment"]),
      ],
      movesAfter: chance(50) ? ["approval", "tool"] : [], groups: groups,
      waves: WaveRule(
        size: Int.random(in: 1...10, using: &generator), order: pick(WaveRule.Order.allCases),
        separatesGroups: chance(40), gate: pick(WaveGate.allCases),
        pause: chance(70) ? .zero : Seconds(days: 2),
        pilot: chance(50) ? 0 : Int.random(in: 1...5, using: &generator),
        pilotGate: pick(WaveGate.allCases)))
  }
}
