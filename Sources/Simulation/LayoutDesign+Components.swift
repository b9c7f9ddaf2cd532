import Availability
import Facility
import Power
import Quantities
public import Scenario

extension LayoutDesign {
  /// Every group of components whose failures a layout follows, part by part, in the order of what they are built into.
  ///
  /// | part | group | spare |
  /// |---|---|---|
  /// | server, enclosure | each | none |
  /// | power supply of a server | those of a server | beyond those that full load needs |
  /// | power supply of an enclosure | its bank | one with `n+1`, half with `n+n` |
  /// | fan of an enclosure | its fans | one |
  /// | interconnect module | the modules of one kind, each kind a network of its own; a pair unless fitted otherwise | all but one |
  /// | management module | those of an enclosure, one unless fitted otherwise | all but one; no host stops |
  /// | rack distribution unit | A and B of a rack; equipment with one cord hangs on A and B in turn | one; none with one cord |
  /// | UPS module, static switch | those of the plant by topology, a switch for each system | as the topology says |
  ///
  /// **Not modelled**: two losses in different groups that only together are an outage, such as a rack's side A and the
  /// UPS of side B; supplies that lose their feed. A catcher counts as `n+1` with one switch. **Source**: the design,
  /// with counts of modules and spare fans from memory of usual machines, medium confidence.
  public func componentGroups(of layout: Layout) -> [ComponentGroup] {
    let all = machineGroups + enclosureGroups(layout) + supplyGroups(layout) + feedGroups(layout)
    let followed = all.filter { !$0.hosts.isEmpty && layout.reliability.model(of: $0.part) != nil }
    return FailingPart.allCases.flatMap { part in followed.filter { $0.part == part } }
  }

  private var machineGroups: [ComponentGroup] {
    (0..<hosts).map { ComponentGroup(.server, in: .host(HostID($0)), .single, serving: [HostID($0)]) }
      + (0..<enclosures).map {
        ComponentGroup(.enclosure, in: .enclosure(EnclosureID($0)), .single, serving: blades(in: $0))
      }
  }

  private func blades(in enclosure: Int) -> [HostID] { hosts(in: enclosure).map { HostID($0) } }

  private func enclosureGroups(_ layout: Layout) -> [ComponentGroup] {
    guard let model = layout.servers.enclosure, enclosures > 0 else { return [] }
    let bank = model.bank
    let spare =
      switch bank.redundancy {
      case .none: 0
      case .spare: 1
      case .grid: bank.installed / 2
      }
    var kinds: [(part: FailingPart, arrangement: UnitArrangement)] = [
      (.enclosurePowerSupply, UnitArrangement(unitsPerSide: bank.installed, spareUnits: spare))
    ]
    if model.fans > 0 {
      kinds.append(
        (.enclosureFan, UnitArrangement(unitsPerSide: model.fans, spareUnits: model.fans > 1 ? 1 : 0)))
    }
    func stack(_ count: Int) -> UnitArrangement {
      UnitArrangement(unitsPerSide: count, spareUnits: count - 1)
    }
    if case .modules(let fitted) = layout.servers.fitting {
      for modules in fitted where modules.count > 0 && modules.kind.purpose == .interconnect {
        kinds.append((.interconnectModule, stack(modules.count)))
      }
      let managers = fitted.reduce(0) { $1.kind.purpose == .management ? $0 + $1.count : $0 }
      if managers > 0 { kinds.append((.managementModule, stack(managers))) }
    } else {
      if model.interconnectBays > 0 {
        kinds.append((.interconnectModule, stack(min(2, model.interconnectBays))))
      }
      if model.managementBays > 0 { kinds.append((.managementModule, stack(1))) }
    }
    return (0..<enclosures).flatMap { number in
      let blades = blades(in: number)
      return kinds.map {
        ComponentGroup(
          $0.part, in: .enclosure(EnclosureID(number)), $0.arrangement, serving: blades,
          isVital: $0.part != .managementModule)
      }
    }
  }

  /// The supplies of a rack server: how many, and how many of them full load needs.
  private func supplies(of layout: Layout) -> (count: Int, needed: Int) {
    let model = layout.servers.model
    let cords = max(1, model.cables.power)
    switch model.power.supply {
    case .enclosure: return (1, 1)
    case .own(let bank):
      return (bank.installed, needed(of: bank, at: bank.output(for: model.power.curve.peak)))
    case .asMeasured:
      guard let bank = model.power.tested else { return (cords, 1) }
      let needed = needed(of: bank, at: bank.output(for: model.power.curve.peak))
      return (max(cords, bank.installed), needed)
    }
  }

  private func needed(of bank: PowerSupplyBank, at output: Watts) -> Int {
    min(bank.installed, max(1, Int((output / bank.unit.rating).rounded(.up))))
  }

  private func supplyGroups(_ layout: Layout) -> [ComponentGroup] {
    guard bladesPerEnclosure == 0 else { return [] }
    let (count, needed) = supplies(of: layout)
    let arrangement = UnitArrangement(unitsPerSide: count, spareUnits: count - needed)
    return (0..<hosts).map {
      ComponentGroup(.powerSupply, in: .host(HostID($0)), arrangement, serving: [HostID($0)])
    }
  }

  // MARK: - Feeds

  private func feedGroups(_ layout: Layout) -> [ComponentGroup] {
    let isBlade = bladesPerEnclosure > 0
    let cords =
      isBlade
      ? layout.servers.enclosure?.form.cables.power ?? 2
      : min(layout.servers.model.cables.power, supplies(of: layout).count)
    let isDual = cords > 1
    // The hosts of each rack, on both sides or on one.
    var byRack: [(rack: RackID, sides: [[HostID]])] = []
    for rack in racks.racks {
      var sides: [[HostID]] = isDual ? [[]] : [[], []]
      for (turn, piece) in rack.mounted.filter({ $0.equipment < machines }).enumerated() {
        sides[turn % sides.count] += isBlade ? blades(in: piece.equipment) : [HostID(piece.equipment)]
      }
      byRack.append((rack.rack, sides.map { $0.sorted() }))
    }
    let pair = UnitArrangement(unitsPerSide: 2, spareUnits: 1)
    let distribution = byRack.flatMap { rack in
      rack.sides.map {
        ComponentGroup(.rackDistributionUnit, in: .rack(rack.rack), isDual ? pair : .single, serving: $0)
      }
    }
    let all = (0..<hosts).map { HostID($0) }
    let sides = isDual ? [] : (0..<2).map { side in byRack.flatMap { $0.sides[side] }.sorted() }
    return distribution + plantGroups(.upsModule, serving: all, sides)
      + plantGroups(.staticSwitch, serving: all, sides)
  }

  /// Groups of the plant; `sides` are the hosts that hang on one side only, where that is so.
  private func plantGroups(
    _ part: FailingPart, serving all: [HostID], _ sides: [[HostID]]
  ) -> [ComponentGroup] {
    let ups = plant.electrical.ups
    let isModule = part == .upsModule
    func sided(_ count: Int, spareUnits: Int = 0) -> UnitArrangement {
      UnitArrangement(
        sides: count, unitsPerSide: isModule ? ups.modules / count : 1, spareUnits: isModule ? spareUnits : 0,
        spareSides: count > 1 ? 1 : 0)
    }
    let arrangement =
      switch ups.topology {
      case .n: sided(1)
      case .nPlusOne, .catcher: sided(1, spareUnits: 1)
      case .twoN: sided(2)
      case .twoNPlusOne: sided(2, spareUnits: 1)
      case .distributed: sided(3)
      }
    guard arrangement.sides == 2, !sides.isEmpty else {
      return [ComponentGroup(part, in: .site, arrangement, serving: all)]
    }
    let side = UnitArrangement(
      unitsPerSide: arrangement.unitsPerSide, spareUnits: arrangement.spareUnits)
    return sides.enumerated().map {
      ComponentGroup(part, in: .feed(FeedID($0.offset)), side, serving: $0.element)
    }
  }
}
