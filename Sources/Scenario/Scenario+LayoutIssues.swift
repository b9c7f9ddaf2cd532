import Economics
import Facility
public import Power
import Quantities
import Virtualization
import Workload

extension Scenario {
  /// The problems of one layout.
  func issues(ofLayout index: Int) -> [Issue] {
    let layout = layouts[index]
    let path = path(ofLayout: index)
    return machineIssues(layout, path) + bladeIssues(layout, path) + equipmentIssues(layout, path)
      + operationIssues(layout, path) + consolidationIssues(layout, path) + guestIssues(layout, path)
      + rackIssues(layout, path) + capIssues(layout, path) + moneyIssues(layout, path)
      + ruleIssues(layout, path)
  }

  /// Where a layout stands in the scenario.
  func path(ofLayout index: Int) -> String { "layouts[\(layouts[index].entry ?? index)]" }

  /// How many hosts a layout certainly has: as many as given, or one for each guest; nil when it is to be found out.
  func certainHosts(of layout: Layout) -> Int? {
    layout.servers.count ?? (layout.placement.oneGuestPerHost ? guestCount : nil)
  }

  // MARK: - Machines

  private func machineIssues(_ layout: Layout, _ path: String) -> [Issue] {
    let servers = layout.servers
    var found: [Issue] = []
    if let memory = servers.memory, memory > servers.model.maximumMemory {
      found.append(
        Issue(
          at: "\(path).servers.memory",
          "\(servers.model.title) takes at most \(servers.model.maximumMemory), found \(memory)",
          help: "lower the memory, or take a larger server"))
    }
    let dated =
      [(servers.model.title, servers.model.year, "servers.model")]
      + (servers.enclosure.map { [($0.title, $0.year, "servers.enclosure")] } ?? [])
    for (title, year, key) in dated where year > horizon.start.year {
      found.append(
        Issue(
          .warning, at: "\(path).\(key)",
          "\(title) could first be bought in \(year); the study starts in \(horizon.start.year)",
          help: "start the study later, or take an older model"))
    }
    if layout.placement.oneGuestPerHost, let count = servers.count, count < guestCount {
      found.append(
        Issue(
          at: "\(path).servers.count", "\(guestCount) guests with a host each do not fit \(count) servers",
          help: "raise the count, or leave it out"))
    }
    return found
  }

  private func bladeIssues(_ layout: Layout, _ path: String) -> [Issue] {
    let (server, enclosure) = (layout.servers.model, layout.servers.enclosure)
    switch (server.blade, enclosure) {
    case (nil, nil):
      guard layout.servers.enclosures != nil else { return [] }
      return [Issue(at: "\(path).servers.enclosures", "\(server.title) stands in a rack, not in enclosures")]
    case (let blade?, nil):
      return [
        Issue(
          at: "\(path).servers.model", "\(server.title) is a blade and needs an enclosure",
          help: "add 'enclosure'; it fits \(blade.families.map(\.name).joined(separator: ", "))")
      ]
    case (nil, let enclosure?):
      return [
        Issue(
          at: "\(path).servers.enclosure",
          "\(server.title) stands in a rack, not in a \(enclosure.title)", help: "delete 'enclosure'")
      ]
    case (let blade?, let enclosure?):
      return issues(of: blade, in: enclosure, layout, path)
    }
  }

  private func issues(
    of blade: BladeForm, in enclosure: EnclosureModel, _ layout: Layout, _ path: String
  ) -> [Issue] {
    let (capacity, refusal) = enclosure.capacity(for: blade)
    guard capacity > 0 else {
      return [Issue(at: "\(path).servers.enclosure", refusal?.description ?? "the enclosure has no bays")]
    }
    var found: [Issue] = []
    if let enclosures = layout.servers.enclosures {
      if let count = layout.servers.count, count > enclosures * capacity {
        let bays = enclosures == 1 ? "one enclosure has" : "\(enclosures) enclosures have"
        found.append(
          Issue(
            at: "\(path).servers.count",
            "\(count) blades do not fit: \(bays) room for \(enclosures * capacity)",
            help: "lower the count, or add enclosures"))
      } else if layout.servers.count == nil {
        found.append(
          Issue(
            at: "\(path).servers.enclosures", "a number of enclosures needs a number of servers",
            help: "add 'count', or delete 'enclosures' to have both sized"))
      }
    }
    let blades = layout.servers.sharing(capacity, hosts: max(1, certainHosts(of: layout) ?? 1))
    let idle = layout.servers.model.power.curve.idle * Double(blades)
    let supply = enclosurePower(of: layout) ?? enclosure.power()
    let (key, help) =
      enclosure.isResupplied
      ? ("supplies", "raise their rating or number, or put fewer blades into each enclosure")
      : ("enclosure", "take a smaller blade or another enclosure")
    if supply.state(bladeDC: idle) == .overloaded {
      found.append(
        Issue(
          at: "\(path).servers.\(key)",
          "\(blades) idle blades draw \(watts(idle)), the power supplies of \(enclosure.title) give "
            + "\(watts(supply.bladeCapacity)) beside its own needs",
          help: help))
    } else if enclosure.power().state(bladeDC: idle) == .unprotected {
      let loss = enclosure.bank.redundancy == .grid ? "a feed" : "a supply"
      found.append(
        Issue(
          .warning, at: "\(path).servers.\(key)",
          "\(blades) idle blades draw \(watts(idle)); after the loss of \(loss) what is left of the supplies of "
            + "\(enclosure.title) gives \(watts(enclosure.power().bladeCapacity)) beside its own needs",
          help: help))
    }
    return found
  }

  // MARK: - Operation

  private func operationIssues(_ layout: Layout, _ path: String) -> [Issue] {
    var found: [Issue] = []
    switch layout.placement.spare {
    case .enclosure where layout.servers.enclosure == nil:
      found.append(
        Issue(
          at: "\(path).placement.spare", "there are no enclosures to keep one spare",
          help: "write 'one host', 'N hosts' or a share"))
    case .hosts(let spare), .slots(let spare):
      if let count = layout.servers.count, spare >= count {
        found.append(
          Issue(
            at: "\(path).placement.spare", "\(spare) spare hosts of \(count) leave none for guests",
            help: "keep fewer spare, or raise the count"))
      }
    default: break
    }
    let host = layout.servers.model.hostFacts(in: horizon.start.year)
    let techniques = layout.techniques
    if layout.migration != nil, let refusal = layout.technique.migrationRefusal(from: host, to: host),
      !techniques.contains(where: { $0.migratesLive(from: host, to: host) })
    {
      found.append(
        Issue(
          at: "\(path).migration", refusal.description,
          help: "delete 'migration', or take another technique"))
    }
    for (index, change) in layout.changes.enumerated() {
      if let count = layout.servers.count, change.server >= count {
        found.append(
          Issue(
            at: "\(path).changes[\(index)].server",
            "there is no server \(change.server); the \(count) servers are numbered from 0",
            help: "write at most \(count - 1)"))
      }
    }
    found += takeoverIssues(layout, path) + placementIssues(layout, path)
    if let restart = layout.restart, restart.reassignment == nil,
      !techniques.contains(where: \.restartsGuests)
    {
      found.append(
        Issue(
          at: "\(path).restart", "\(layout.technique.title) does not restart guests on other hosts",
          help: "delete 'restart', or take another technique"))
    }
    return found
  }

  /// A spare takes over the identity of one server with one guest; there has to be a spare.
  private func takeoverIssues(_ layout: Layout, _ path: String) -> [Issue] {
    guard layout.restart?.reassignment != nil else { return [] }
    guard layout.placement.oneGuestPerHost else {
      return [
        Issue(
          at: "\(path).restart.by",
          "a spare takes the identity of a server with one guest, here hosts hold several",
          help: "write 'other-hosts', or 'one guest per host: true' under 'placement'")
      ]
    }
    switch layout.placement.spare {
    case .hosts(1...), .host, .enclosure: return []
    case .none, .hosts, .fraction, .slots:
      return [
        Issue(
          at: "\(path).restart.by", "there is no spare server to take the identity of a failed one",
          help: "keep some under 'placement', such as 'spare: 1 host'")
      ]
    }
  }

  private func placementIssues(_ layout: Layout, _ path: String) -> [Issue] {
    var found: [Issue] = []
    if layout.placement.waitsWhenFull, layout.servers.count == nil {
      found.append(
        Issue(
          .warning, at: "\(path).placement.when full",
          "there are as many servers as guests need, so that few ever wait",
          help: "give the servers a 'count'"))
    }
    return found
  }

  // MARK: - Racks and plant

  private func rackIssues(_ layout: Layout, _ path: String) -> [Issue] {
    let choice = layout.racks ?? site.racks
    var found: [Issue] = []
    if let piece = leastPiece(of: layout) {
      do throws(RackRefusal) {
        _ = try RackPlan([piece], limits: choice.limits, powerRule: choice.powerRule)
      } catch {
        let owner = layout.racks == nil ? "site" : path
        found.append(
          Issue(
            at: "\(owner).racks\(error.key)", "layout '\(layout.name)': \(error)",
            help: "raise the limit, or take smaller equipment"))
      }
    }
    if let issue = plantIssue(layout, path) { found.append(issue) }
    return found
  }

  /// Servers that are certain to be there draw more than the plant was built for; a plant that is sized for them cannot
  /// be too small.
  private func plantIssue(_ layout: Layout, _ path: String) -> Issue? {
    let (plant, key): (Plant, String)
    switch layout.plant {
    case .kept: (plant, key) = (site.plant, "site.power.design")
    case .given(let own): (plant, key) = (own, "\(path).plant.power.design")
    case .rightSized: return nil
    }
    guard let hosts = certainHosts(of: layout) else { return nil }
    let idle = layout.servers.model.power.curve.idle * Double(hosts) + layout.otherPower
    guard idle > plant.designPower else { return nil }
    let others = layout.equipment.isEmpty ? "" : " and other equipment"
    return Issue(
      .warning, at: key,
      "layout '\(layout.name)': \(hosts) idle servers\(others) draw \(watts(idle)), above the design of "
        + "\(plant.designPower)",
      help: "raise the design of power and cooling")
  }

  /// One rack server, or one enclosure with as many blades as it certainly has, drawing what it draws idle.
  func leastPiece(of layout: Layout) -> RackEquipment? {
    let server = layout.servers.model
    let idle = server.power.curve.idle
    if let height = server.height {
      return RackEquipment(
        name: server.title, height: height, power: idle, weight: server.weight,
        ports: server.cables.switchPorts)
    }
    guard let enclosure = layout.servers.enclosure, let blade = server.blade else { return nil }
    let capacity = enclosure.capacity(for: blade).blades
    let blades = Double(
      layout.servers.sharing(capacity, hosts: max(1, certainHosts(of: layout) ?? 1)))
    let supply = enclosurePower(of: layout) ?? enclosure.power()
    guard supply.state(bladeDC: idle * blades) != .overloaded else { return nil }
    return RackEquipment(
      name: enclosure.title, height: enclosure.form.height,
      power: supply.input(bladeDC: idle * blades),
      weight: enclosure.form.emptyWeight + server.weight * blades, ports: enclosure.form.cables.switchPorts)
  }

  /// What warm air makes of the power of a layout's rack servers, 1 up to 27 °C; blades leave that to their enclosure.
  public func warmth(of layout: Layout) -> Double {
    guard layout.servers.model.blade == nil else { return 1 }
    return ServerFans.typical.factor(at: layout.plant.specification(site: site.plant).inlet)
  }

  /// What one enclosure of a layout draws in the air of its room; nil for rack servers.
  public func enclosurePower(of layout: Layout) -> EnclosurePower? {
    layout.servers.enclosurePower(inlet: layout.plant.specification(site: site.plant).inlet)
  }

  func watts(_ power: Watts) -> String { "\(DecimalText.rounded(power.value, decimals: 0)) W" }

  // MARK: - Money

  private func moneyIssues(_ layout: Layout, _ path: String) -> [Issue] {
    var found: [Issue?] = []
    if !layout.servers.owned {
      found.append(
        currencyIssue(of: layout.servers.model.price, "the price of the server", at: "\(path).servers.model"))
      if let enclosure = layout.servers.enclosure {
        found.append(
          currencyIssue(of: enclosure.price, "the price of the enclosure", at: "\(path).servers.enclosure"))
      }
      found.append(
        currencyIssue(
          of: (layout.racks ?? site.racks).model.price, "the price of the rack",
          at: layout.racks == nil ? "site.racks.model" : "\(path).racks.model"))
    }
    for (index, line) in layout.costs.enumerated() {
      found.append(techniqueIssue(of: line, layout, at: "\(path).costs[\(index)].technique"))
      let place = "\(path).costs[\(index)].amount"
      found.append(currencyIssue(of: line.amount, "this amount", at: place))
      let count = line.basis == .guest ? guestCount : certainHosts(of: layout) ?? guestCount
      if line.basis != .layout, abs(line.amount.amount) * Double(count) > Scenario.mostMoney {
        found.append(
          Issue(at: place, "\(line.amount) for each of up to \(count) is too large", help: "lower the amount")
        )
      }
    }
    return found.compactMap(\.self)
  }

  /// Sums beyond that leave the range of exact money.
  static let mostMoney = 1e11
}

extension RackRefusal {
  /// The key of the limit that refuses, behind that of the racks.
  fileprivate var key: String {
    guard case .overLimit(_, _, let constraint, _, _) = self else { return "" }
    return switch constraint {
    case .units: ".usable"
    case .power: ".power"
    case .weight: ".weight"
    case .ports: ".ports"
    case .circuit: ".circuit"
    }
  }
}

extension EnclosureModel {
  /// How many blades of a form fit, and what refuses the next one.
  func capacity(for blade: BladeForm) -> (blades: Int, refusal: FitRefusal?) {
    var enclosure = Enclosure(form)
    var count = 0
    while true {
      do throws(FitRefusal) {
        try enclosure.insert(blade, as: HostID(count))
      } catch {
        return (count, error)
      }
      count += 1
    }
  }
}
