import Facility
import Power
import Quantities
import Scenario

extension HardwareModel {
  /// The model as the `catalog` command lists it.
  var entry: CatalogEntry {
    let (title, year, summary, derived): (String, Int, String, [CatalogEntry.Fact]) =
      switch self {
      case .server(let model): (model.title, model.year, model.summary, model.derivedFacts)
      case .enclosure(let model): (model.title, model.year, model.summary, [])
      case .rack(let model): (model.title, model.year, model.summary, [])
      }
    return CatalogEntry(
      kind: kind, name: slug, title: title, year: year, summary: summary,
      facts: facts.map { CatalogEntry.Fact($0) } + derived)
  }
}

extension ServerModel {
  /// What follows from its figures.
  fileprivate var derivedFacts: [CatalogEntry.Fact] {
    guard let score = workPerEnergy else { return [] }
    return [
      CatalogEntry.Fact(
        "work per energy, eleven levels", "\(DecimalText.rounded(score.value, decimals: 1)) ssj_ops/J",
        source: "work over draw, both as above; what SPECpower prints is its own",
        confidence: Confidence.derived.rawValue)
    ]
  }

  private func tenths(_ power: Watts) -> Watts { Watts((power.value * 10).rounded() / 10) }

  /// What it is, in a line.
  fileprivate var summary: String {
    let place =
      switch form {
      case .rack(let height): "\(height)"
      case .blade(let form): "blade, \(form.footprint), \(form.families.map(\.name).joined(separator: ", "))"
      }
    return "\(place); \(processor.sockets) x \(processor.name), \(processor.cores) cores, \(memory); "
      + "\(tenths(power.curve.idle)) to \(tenths(power.curve.peak)) \(power.curve.plane == .wall ? "at the wall" : "DC")"
  }
}

extension EnclosureModel {
  /// What it is, in a line.
  fileprivate var summary: String {
    "\(form.height); \(form.grid.columns) x \(form.grid.rows) bays for \(form.family.name); "
      + "\(bank.installed) x \(bank.unit.rating) \(bank.redundancy.rawValue)"
  }
}

extension RackModel {
  /// What it is, in a line.
  fileprivate var summary: String {
    "\(type.units), \(type.usableUnits) usable; \(type.width) x \(type.depth); holds \(type.contentsWeightLimit)"
  }
}
