import Cooling
import Economics
import Facility
import Power
import Quantities
import Workload

extension Scenario {
  /// Every problem of the scenario as a whole, as far as it can be seen without simulating: names that clash, guests
  /// that fit nowhere, machines that do not go together, limits below a single piece of equipment.
  ///
  /// Only what is certain is an error. What depends on where guests are put shows when a layout is designed.
  public func issues() -> [Issue] {
    var found = nameIssues + gateIssues + siteIssues + recoveryIssues
    for index in guests.indices { found += issues(ofGuests: index) }
    if guestCount == 0, !guests.contains(where: { $0.arrivals != nil }) {
      found.append(Issue(at: "workload.guests", "there is not a single guest", help: "raise a count"))
    }
    if expectedGuests > Scenario.mostGuests {
      found.append(
        Issue(
          at: "workload.guests",
          "about \(DecimalText.rounded(expectedGuests, decimals: 0, separator: " ")) guests come to exist",
          help: "use at most \(DecimalText.rounded(Scenario.mostGuests, decimals: 0, separator: " "))"))
    }
    found += surveys.compactMap(\.issue)
    for index in layouts.indices { found += issues(ofLayout: index) }
    if let project { found += issues(of: project) }
    // Layouts of one entry have its problems in common.
    var seen: Set<Issue> = []
    return found.filter { seen.insert($0).inserted }
  }

  /// More guests than that are a slip: memory would run out before an answer came.
  private static let mostGuests = 5e6

  /// Guests that exist at some time, those that arrive later counted on average.
  var expectedGuests: Double {
    guests.reduce(0) { sum, group in
      sum + Double(group.count) + (group.arrivals.map { horizon.duration / $0.interval.mean } ?? 0)
    }
  }

  // MARK: - Names and conditions

  private var nameIssues: [Issue] {
    repeated(guests.map(\.name)).map { index, name in
      Issue(
        at: "workload.guests[\(index)].name", "two groups of guests are named '\(name)'", help: "rename one")
    }
      + repeated(layouts.map(\.name)).map { index, name in
        Issue(at: "\(path(ofLayout: index)).name", "two layouts are named '\(name)'", help: "rename one")
      }
  }

  func repeated(_ names: [String]) -> [(index: Int, name: String)] {
    var seen: Set<String> = []
    return names.enumerated().filter { !seen.insert($0.element).inserted }.map { ($0.offset, $0.element) }
  }

  private var gateIssues: [Issue] {
    gates.enumerated().compactMap { index, gate in
      guard layouts.contains(where: { $0.name == gate.layout }) else {
        return Issue(
          at: "assert[\(index)]", "there is no layout '\(gate.layout)'", help: layoutsMeant(by: gate.layout))
      }
      guard gate.form == .savings || gate.form == .payback, gate.layout == layouts.first?.name else {
        return nil
      }
      return Issue(
        .warning, at: "assert[\(index)]", "'\(gate.layout)' is the layout that savings are counted against",
        help: "it always saves 0 %; name another layout")
    }
  }

  /// Which layouts there are in place of a name that none has: those that an entry of that name stands for, or all.
  func layoutsMeant(by name: String) -> String {
    let all = layouts.map(\.name)
    let meant = all.filter { $0.hasPrefix(name + "-") }
    return meant.isEmpty
      ? "the layouts are \(all.joined(separator: ", "))"
      : "'\(name)' stands for \(meant.joined(separator: ", "))\(meant.count == 1 ? "" : "; name one")"
  }

  // MARK: - Site

  private var siteIssues: [Issue] {
    var found: [Issue] = []
    if let issue = currencyIssue(of: site.floor.price.money, "this price", at: "site.floor.price") {
      found.append(issue)
    }
    if let issue = floorIssue { found.append(issue) }
    let heat = site.plant.electrical.critical(it: site.plant.designPower).heat
    if site.plant.cooling.size.capacity < heat {
      found.append(
        Issue(
          .warning, at: "site.cooling.design",
          "the cooling units remove \(site.plant.cooling.size.capacity), less than the \(heat) that the room gives at the "
            + "design of \(site.plant.designPower) of 'power'",
          help: "raise the design of 'cooling'"))
    }
    found += airIssues(site.plant.specification, at: "site.cooling")
    for (index, layout) in layouts.enumerated() {
      guard case .given(let plant) = layout.plant else { continue }
      found += airIssues(plant.specification, at: "\(path(ofLayout: index)).plant.cooling")
    }
    return found
  }

  /// Air into servers that is outside the envelope it should keep.
  private func airIssues(_ plant: PlantSpecification, at path: String) -> [Issue] {
    let intake = Celsius((plant.inlet.value * 10).rounded() / 10)
    let cooler = "lower 'supply' or 'recirculation'"
    guard plant.inlet <= Scenario.hottestIntake else {
      return [
        Issue(
          at: "\(path).plant", "servers draw in air of \(intake), in which none runs", help: cooler)
      ]
    }
    guard let envelope = plant.cooling.humidity?.envelope else {
      guard plant.inlet > Scenario.warmIntake else { return [] }
      return [
        Issue(
          .warning, at: "\(path).plant",
          "servers draw in air of \(intake); most are allowed up to \(Scenario.warmIntake)", help: cooler)
      ]
    }
    let least = envelope.dryBulb.lowerBound
    let most = envelope.greatestDryBulb(at: site.weather.station.elevation)
    guard plant.inlet < least || plant.inlet > most else { return [] }
    return [
      Issue(
        .warning, at: "\(path).envelope",
        "servers draw in air of \(intake), outside the \(least) to \(most) of '\(envelope.name)'",
        help: plant.inlet < least ? "raise 'supply'" : cooler)
    ]
  }

  /// Air that class A2 of ASHRAE allows, which most servers are of.
  private static let warmIntake = Celsius(35)
  /// 15 K above what class A4 allows: every server has shut down.
  private static let hottestIntake = Celsius(60)

  /// A floor on which not a single rack stands.
  private var floorIssue: Issue? {
    guard let area = site.floor.area else { return nil }
    if let allowance = site.floor.allowance {
      guard area < allowance.areaPerRack else { return nil }
      return Issue(
        at: "site.floor.area",
        "\(area) of floor is no room for a rack, which takes \(allowance.areaPerRack) with its aisles",
        help: "raise the area, or lower the allowance")
    }
    let hasSitePlant = layouts.contains { if case .kept = $0.plant { $0.racks == nil } else { false } }
    let least = site.plant.floor(racks: 1, of: site.racks.model.type, holdingEnclosures: false).area
    guard hasSitePlant, area < least else { return nil }
    return Issue(
      at: "site.floor.area",
      "\(area) of floor is no room for a rack: with aisles and the plant's units it takes "
        + "\(DecimalText.rounded(least.value, decimals: 1)) m2",
      help: "raise the area, or count floor by an 'allowance' for each rack")
  }

  /// The issue of an amount that is not in the scenario's currency.
  func currencyIssue(of money: Money, _ subject: String, at path: String) -> Issue? {
    guard money.currency != site.currency, money.millionths != 0 else { return nil }
    return Issue(
      at: path, "\(subject) is in \(money.currency), the price of energy in \(site.currency)",
      help: "use one currency in a scenario; the prices of the catalogue are in USD")
  }

  // MARK: - Guests

  private func issues(ofGuests index: Int) -> [Issue] {
    let group = guests[index]
    let path = "workload.guests[\(index)]"
    var found: [Issue] = []
    if case .traces(let series) = group.demand,
      let other = series.first(where: { $0.interval != horizon.sample })
    {
      found.append(
        Issue(
          at: "\(path).demand.interval",
          "the trace has a sample every \(other.interval), the study every \(horizon.sample)",
          help: "write 'sample: \(other.interval)' in 'horizon', or bring the trace to the study's sample"))
    }
    if case .during(let from, let until) = group.presence {
      let start = from.offset(from: horizon.start)
      let isOver = until.map { $0.offset(from: horizon.start) <= .zero } ?? false
      if start >= horizon.duration || isOver {
        found.append(
          Issue(
            .warning, at: "\(path).presence", "guests '\(group.name)' do not exist within the study",
            help: "the study lasts from \(horizon.start) until \(horizon.end)"))
      }
    }
    return found
  }
}

extension GuestGroup {
  /// Whether there is a guest of the group, now or later.
  var comesToExist: Bool { count > 0 || arrivals != nil }

  /// How they come and go, if they do.
  var arrivals: Arrivals? {
    if case .arrivals(let arrivals) = presence { arrivals } else { nil }
  }
}
