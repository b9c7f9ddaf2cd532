import Economics
import Project
import Quantities

/// Plans that several tests share.
enum SamplePlans {
  static func usd(_ amount: Double) -> Money { Money(amount, .usd) }
  static func hours(_ count: Double) -> Seconds { Seconds(hours: count) }

  /// Monday, 2 January 2006.
  static let monday = CalendarDate(daysSince1970: 13_150)

  /// Saturdays from 20:00 for twelve hours, and Wednesdays from 20:00 for four.
  static let windows = OpenHours([
    WeeklyHours(.day(5), from: Seconds(hours: 20), length: Seconds(hours: 12)),
    WeeklyHours(.day(2), from: Seconds(hours: 20), length: Seconds(hours: 4)),
  ])

  /// One person who can do all, around the clock, and no work but what a test adds.
  static func bare(_ groups: [MoveGroup], network: CopyNetwork? = nil, windows: OpenHours = .always)
    -> ProjectPlan
  {
    ProjectPlan(
      start: monday, calendars: [WorkCalendar("always", hours: .always)],
      roles: [Role("administrator", price: LaborPrice(usd(60)))], skills: [Skill("any")],
      people: [Person("Ann", role: "administrator", calendar: "always", skills: ["any"])],
      windows: windows, network: network ?? CopyNetwork(rate: BitsPerSecond(8e6)), groups: groups,
      waves: WaveRule(size: 1_000_000))
  }

  /// A consolidation with everything in it: courses, enclosures, segments, pilot, waves, failures.
  static func consolidation(guests: Int, people: Int, seed: UInt64 = 1) -> ProjectPlan {
    let work = MoveWork(
      prepare: Labor(hours(3), "move"), cutOver: Labor(hours(1.5), "move"), rollBack: hours(0.5),
      test: Labor(hours(1.5), "operate"), decommission: Labor(hours(1), "hands"))
    func group(_ name: String, _ servers: Int, _ gigabytes: Double, segment: String) -> MoveGroup {
      MoveGroup(
        name, servers: servers, data: Bytes(gigabytes * 1e9), work: work, failure: Fraction(percent: 6),
        testFailure: Fraction(percent: 2), parallelRunning: Seconds(days: 14), proving: Seconds(days: 35),
        segment: segment, serverPower: Watts(280), guestPower: Watts(12), movePrice: usd(200),
        removalPrice: usd(150))
    }
    let team = (0..<people).map { number -> Person in
      switch number % 4 {
      case 0, 1:
        Person(
          "admin \(number)", role: "administrator", calendar: "office", joinsWindows: true,
          skills: ["move", "operate"])
      case 2:
        Person("operator \(number)", role: "administrator", calendar: "office", skills: ["operate", "hands"])
      default:
        Person(
          "engineer \(number)", role: "network engineer", calendar: "office", joinsWindows: true,
          skills: ["network", "hands"])
      }
    }
    let units = (guests + 159) / 160
    return ProjectPlan(
      start: monday, seed: seed, effortVariation: Fraction(percent: 30),
      calendars: [WorkCalendar("office", hours: .office)],
      roles: [
        Role("administrator", price: LaborPrice(usd(55))),
        Role("network engineer", price: LaborPrice(usd(65))),
      ],
      skills: [
        Skill(
          "move",
          course: Course(
            length: hours(32), price: usd(4000), seats: 4, speedBefore: .zero, speedAfter: Fraction(1.2))),
        Skill("operate"), Skill("network"), Skill("hands"),
      ],
      people: team, windows: windows,
      network: CopyNetwork(
        rate: BitsPerSecond(1e9), perCopy: BitsPerSecond(2e8), slots: 8, times: .anyTime),
      segments: [
        NetworkSegment(
          "front", setUp: Labor(hours(6), "network"), eachGuest: Labor(hours(1.5), "network"),
          services: [
            NetworkService("balancer", work: Labor(hours(2), "network")),
            NetworkService("firewall", work: Labor(hours(3), "network")),
          ]),
        NetworkSegment("back", setUp: Labor(hours(4), "network"), eachGuest: Labor(hours(1), "network")),
      ],
      orders: [
        EquipmentOrder(
          "enclosure", units: units, serversPerUnit: 16, guestsPerUnit: 160, leadTime: Seconds(days: 21),
          leadTimeVariation: Fraction(percent: 40), rack: Labor(hours(8), "hands"),
          install: Labor(hours(2), "operate"), price: usd(110_000), unitPower: Watts(350),
          serverPower: Watts(170))
      ],
      tasks: [
        PlannedTask("assessment", .work(Labor(hours(120), "operate")), price: usd(20_000)),
        PlannedTask("approval", .wait(Seconds(days: 10)), after: ["assessment"]),
        PlannedTask("management server", .work(Labor(hours(24), "move")), after: ["approval"]),
      ],
      movesAfter: ["management server"],
      groups: [
        group("web", guests * 5 / 10, 18, segment: "front"),
        group("application", guests * 3 / 10, 30, segment: "back"),
        group("database", guests - guests * 5 / 10 - guests * 3 / 10, 90, segment: "back"),
      ],
      waves: WaveRule(size: max(guests / 25, 5), order: .smallestFirst, pilot: 5))
  }
}
