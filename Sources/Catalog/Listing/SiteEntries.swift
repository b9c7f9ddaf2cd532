import Cooling
import Economics
import Placement
import Power
import Quantities

extension CatalogEntry {
  static let powerSupplies = EfficiencyClass.all.map { supply in
    CatalogEntry(
      kind: .powerSupply, name: supply.name, title: supply.title, year: nil,
      summary: "\(percent(supply.loss, 0.2)) at 20 %, \(percent(supply.loss, 0.5)) at half load",
      facts: efficiencies(supply.loss, at: [0.1, 0.2, 0.5, 1], source: supply.source))
  }

  static let upsClasses = UPSClass.all.map { ups in
    CatalogEntry(
      kind: .ups, name: ups.name, title: ups.title, year: nil,
      summary: "\(percent(ups.loss, 0.25)) at a quarter, \(percent(ups.loss, 1)) at full load",
      facts: efficiencies(ups.loss, at: [0.1, 0.25, 0.5, 0.75, 1], source: ups.source))
  }

  static let electricalEras = ElectricalEra.all.map { era in
    CatalogEntry(
      kind: .electricalEra, name: era.name, title: era.title, year: Int(era.name), summary: era.title,
      facts: [
        Fact("UPS", era.ups.name, source: era.source),
        Fact("rack distribution, efficiency at half load", percent(era.rackPDU, 0.5), source: era.source),
        Fact("distribution unit, efficiency at half load", percent(era.pdu, 0.5), source: era.source),
        Fact("switchgear, efficiency at half load", percent(era.switchgear, 0.5), source: era.source),
        Fact("transformer, efficiency at half load", percent(era.transformer, 0.5), source: era.source),
        Fact("lighting, share of design IT power", era.lighting.description, source: era.source),
        Fact(
          "generator standby, share of design IT power", era.generatorStandby.description, source: era.source),
      ])
  }

  static let plants = PlantCatalog.all.map { plant in
    CatalogEntry(
      kind: .plant, name: plant.name, title: plant.name, year: nil, summary: plant.summary,
      facts: plant.parameters.map { parameter in
        Fact(
          parameter.name,
          "\(parameter.standardText), \(parameter.leastText) to \(parameter.greatestText): \(parameter.summary)",
          source: parameter.source)
      })
  }

  static let climates = ClimateCatalog.all.map { climate in
    let warmest = climate.months.map(\.dailyMaximum).max() ?? Celsius(0)
    let coldest = climate.months.map(\.dailyMinimum).min() ?? Celsius(0)
    return CatalogEntry(
      kind: .climate, name: climate.name, title: climate.station.name, year: nil,
      summary: "months from \(coldest) (mean daily minimum) to \(warmest) (mean daily maximum)",
      facts: [
        Fact("latitude", climate.station.latitude.description, source: climate.source),
        Fact("longitude", climate.station.longitude.description, source: climate.source),
        Fact("elevation", climate.station.elevation.description, source: climate.source),
        Fact("coldest month, mean daily minimum", coldest.description, source: climate.source),
        Fact("warmest month, mean daily maximum", warmest.description, source: climate.source),
      ])
  }

  static let placementPolicies = PolicyCatalog.all.map { policy in
    CatalogEntry(
      kind: .placementPolicy, name: policy.name, title: policy.name, year: nil, summary: policy.summary,
      facts: policy.parameters.map { parameter in
        let others = parameter.choices.filter { $0 != parameter.defaultChoice }.joined(separator: ", ")
        return Fact(parameter.name, "\(parameter.defaultChoice), or \(others): \(parameter.summary)")
      })
  }

  static let eras = Era.allCases.map { era in
    let defaults = EraDefaults.of(era)
    return CatalogEntry(
      kind: .era, name: era.rawValue, title: "prices and ratios of \(era.rawValue)", year: Int(era.rawValue),
      summary: "electricity \(defaults.energy.value), server \(defaults.server.value)",
      facts: [
        Fact("electricity", defaults.energy), Fact("demand charge", defaults.demand),
        Fact("carbon intensity", defaults.carbonIntensity), Fact("carbon price", defaults.carbonPrice),
        Fact("servers of an administrator", defaults.serversPerAdministrator),
        Fact("virtual machines of an administrator", defaults.virtualMachinesPerAdministrator),
        Fact("an administrator", defaults.administrator), Fact("discount rate", defaults.discountRate),
        Fact("refresh", defaults.refresh), Fact("server", defaults.server),
        Fact("virtualization host", defaults.virtualizationHost), Fact("blade", defaults.blade),
        Fact("enclosure", defaults.enclosure), Fact("pair of interconnects", defaults.interconnectPair),
        Fact("network port", defaults.networkPort), Fact("storage network port", defaults.fibreChannelPort),
        Fact("storage of a gigabyte", defaults.storagePerGigabyte), Fact("rack", defaults.rack),
        Fact("maintenance, share of the price a year", defaults.maintenance),
        Fact("plant", defaults.plant),
      ] + (defaults.building.map { [Fact("building", $0)] } ?? []))
  }

  private static func efficiencies(_ loss: QuadraticLoss, at loads: [Double], source: String) -> [Fact] {
    loads.map { load in
      Fact(
        "efficiency at \(DecimalText.rounded(load * 100, decimals: 0)) %", percent(loss, load), source: source
      )
    }
  }

  private static func percent(_ loss: QuadraticLoss, _ load: Double) -> String {
    "\(DecimalText.rounded(loss.efficiency(at: Fraction(load)).percent, decimals: 1)) %"
  }
}
