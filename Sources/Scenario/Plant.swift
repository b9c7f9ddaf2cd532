public import Cooling
public import Power
public import Quantities

/// The building's power and cooling plant, sized.
public struct Plant: Sendable {
  /// The equipment it was sized from, of which another plant can be built for another load.
  public var specification: PlantSpecification
  /// From the meter to the racks.
  public var electrical: ElectricalChain
  /// The cooling plant.
  public var cooling: any CoolingPlant
  /// The IT power the plant was built for.
  public var designPower: Watts

  /// Creates a plant.
  public init(
    specification: PlantSpecification, electrical: ElectricalChain, cooling: any CoolingPlant,
    designPower: Watts
  ) {
    self.specification = specification
    self.electrical = electrical
    self.cooling = cooling
    self.designPower = designPower
  }
}

/// The plant that a layout lives in.
public enum PlantChoice: Sendable {
  /// The site's, whatever the layout draws: its fixed losses stay when the load goes.
  case kept
  /// The site's equipment, sized anew for one of the layout's powers and a margin on top of it, as a share of it.
  case rightSized(by: PowerRatings.Kind, margin: Fraction)
  /// One of the layout's own.
  case given(Plant)

  /// The equipment of the plant, before it is sized.
  public func specification(site: Plant) -> PlantSpecification {
    if case .given(let plant) = self { plant.specification } else { site.specification }
  }

  /// The plant of a layout.
  ///
  /// - Parameters:
  ///   - ratings: the powers that are quoted for all its IT equipment.
  ///   - site: the site's plant.
  /// - Throws: a ``PowerProblem`` when a plant cannot be sized for that power.
  public func plant(for ratings: PowerRatings, site: Plant) throws(PowerProblem) -> Plant {
    switch self {
    case .kept: return site
    case .given(let plant): return plant
    case .rightSized(let kind, let margin):
      let design = try PlantSizing(for: ratings, by: kind).capacity * (1 + margin.value)
      return try site.specification.plant(designPower: design)
    }
  }
}
