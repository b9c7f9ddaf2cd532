import Facility
import Power
import Quantities
import Scenario
import Simulation
import Study

extension StoredFacility {
  init(_ result: LayoutResult, in scenario: Scenario) {
    let design = result.design
    let layout = scenario.layouts[design.layout]
    let peak = PowerPeaks(of: result.runs).it
    let sizedBy: String =
      if case .rightSized(let kind, _) = layout.plant { kind.rawValue } else { "given" }
    let standing = PlantSizing(for: design.ratings, standing: design.plant.designPower, peak: peak)
    let cables =
      layout.servers.enclosure.map { CablePlan([($0.form.cables, design.enclosures)]) }
      ?? CablePlan([(layout.servers.model.cables, design.hosts)])
    self.init(
      sizedBy: sizedBy, nearestRating: standing.sizedBy.rawValue,
      stranded: design.plant.designPower - peak,
      floorRule: scenario.site.floor.allowance?.name ?? "drawn", backOfHouse: design.backOfHouse,
      switchPorts: design.equipment.reduce(0) { $0 + $1.ports }, traySection: cables.traySection,
      topology: design.plant.electrical.ups.topology.rawValue,
      circuit: (layout.racks ?? scenario.site.racks).feeds.map { $0.circuits.a.description })
  }
}

extension StoredRating {
  /// Every rating of a layout, the measured one from its runs.
  static func all(of result: LayoutResult) -> [StoredRating] {
    let design = result.design
    let peak = PowerPeaks(of: result.runs).it
    let ratings = PowerRatings(
      nameplate: design.ratings.nameplate, derating: design.ratings.derating,
      vendorTool: design.ratings.vendorTool, planned: design.ratings.planned, measured: peak)
    return PowerRatings.Kind.allCases.map { kind in
      StoredRating(
        kind: kind.rawValue, power: ratings.power(kind), stranded: ratings.stranded(sizedBy: kind))
    }
  }
}

extension StoredFeed {
  /// What all feeds of a layout carry at the planned power and at the highest of its runs.
  static func all(of result: LayoutResult, in scenario: Scenario) -> [StoredFeed] {
    let layout = scenario.layouts[result.design.layout]
    let racks = layout.racks ?? scenario.site.racks
    let peaks = PowerPeaks(of: result.runs)
    return [nil, peaks].flatMap { result.design.feedChecks(layout, racks: racks, peaks: $0) }.map { check in
      StoredFeed(
        part: check.part.rawValue, number: check.number, basis: check.basis.rawValue, a: check.a, b: check.b,
        survivor: check.survivor, usable: check.usable, dropped: check.dropped,
        isOverloaded: check.isOverloaded)
    }
  }
}

extension StoredPhases {
  /// The phases of a layout.
  static func all(of result: LayoutResult, in scenario: Scenario) -> [StoredPhases] {
    let layout = scenario.layouts[result.design.layout]
    return result.design.phaseChecks(layout, racks: layout.racks ?? scenario.site.racks).map { check in
      StoredPhases(
        rack: check.rack, currents: check.currents, imbalance: check.imbalance,
        attainable: check.attainable, usable: check.usable, isOverloaded: check.isOverloaded)
    }
  }
}
