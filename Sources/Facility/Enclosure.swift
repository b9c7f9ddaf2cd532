public import Quantities

/// A family of enclosures that take the same blades, such as `hp-c-class` for c3000 and c7000.
public struct EnclosureFamily: Hashable, Sendable {
  /// The name.
  public let name: String
  /// Creates a family.
  public init(_ name: String) { self.name = name }
}

/// What a blade is to an enclosure: where it fits, what it covers, what it weighs.
public struct BladeForm: Hashable, Sendable {
  /// The model, for messages.
  public let name: String
  /// The enclosure families that take it.
  public let families: [EnclosureFamily]
  /// The bays it covers.
  public let footprint: BladeFootprint
  /// Its mass, fitted with processors and memory.
  public let weight: Kilograms

  /// Creates a form.
  public init(name: String, families: [EnclosureFamily], footprint: BladeFootprint, weight: Kilograms) {
    self.name = name
    self.families = families
    self.footprint = footprint
    self.weight = weight
  }
}

/// What an enclosure is to a rack and to its blades: height, bays, mass, connections.
public struct EnclosureForm: Hashable, Sendable {
  /// The model, for messages.
  public let name: String
  /// The family of blades it takes.
  public let family: EnclosureFamily
  /// Its height in the rack.
  public let height: RackUnits
  /// Its bays.
  public let grid: BayGrid
  /// Its mass without blades, with power supplies, fans and modules.
  public let emptyWeight: Kilograms
  /// The most it may weigh with blades; nil when the vendor's figure is not known.
  public let maximumWeight: Kilograms?
  /// Its cables as installed.
  public let cables: CableCount

  /// Creates a form.
  public init(
    name: String, family: EnclosureFamily, height: RackUnits, grid: BayGrid, emptyWeight: Kilograms,
    maximumWeight: Kilograms? = nil, cables: CableCount = .enclosure
  ) {
    self.name = name
    self.family = family
    self.height = height
    self.grid = grid
    self.emptyWeight = emptyWeight
    self.maximumWeight = maximumWeight
    self.cables = cables
  }

  /// The same enclosure with other cables.
  public func with(_ cables: CableCount) -> EnclosureForm {
    EnclosureForm(
      name: name, family: family, height: height, grid: grid, emptyWeight: emptyWeight,
      maximumWeight: maximumWeight, cables: cables)
  }
}

/// One enclosure with the blades in its bays.
public struct Enclosure: Sendable, Equatable {
  /// Its model.
  public let form: EnclosureForm
  /// Which blade sits where.
  public private(set) var occupancy: BayOccupancy
  private var weights: [Kilograms] = []
  private var hosts: [HostID] = []

  /// Creates an empty enclosure.
  public init(_ form: EnclosureForm) {
    self.form = form
    self.occupancy = BayOccupancy(grid: form.grid)
  }

  /// Its mass with the blades that are in.
  public var weight: Kilograms { weights.reduce(form.emptyWeight, +) }

  /// The enclosure as a rack sees it, with the power that planning counts for it.
  public func equipment(power: Watts) -> RackEquipment {
    RackEquipment(
      name: form.name, height: form.height, power: power, weight: weight, ports: form.cables.switchPorts)
  }

  /// Puts a blade into a bay, or into the first place that takes it.
  ///
  /// - Parameters:
  ///   - blade: its form.
  ///   - host: who it is.
  ///   - number: the printed number of its upper left bay; nil for the first that fits.
  /// - Returns: where it sits now.
  /// - Throws: the reason, with nothing changed: family first, then geometry, then mass.
  @discardableResult
  public mutating func insert(
    _ blade: BladeForm, as host: HostID, atBay number: Int? = nil
  ) throws(FitRefusal) -> BayOccupancy.Placement {
    guard blade.families.contains(form.family) else {
      throw .wrongFamily(
        blade: blade.name, fits: blade.families, enclosure: form.name, family: form.family)
    }
    var changed = occupancy
    let placement: BayOccupancy.Placement
    if let number {
      placement = try changed.insert(blade.footprint, as: host, atBay: number)
    } else {
      placement = try changed.insert(blade.footprint, as: host)
    }
    let loaded = weight + blade.weight
    if let limit = form.maximumWeight, loaded > limit {
      throw .tooHeavy(blade: blade.name, loaded: loaded, limit: limit)
    }
    occupancy = changed
    hosts.append(host)
    weights.append(blade.weight)
    return placement
  }

  /// Takes a blade out.
  ///
  /// - Returns: where it sat, or nil when it was not here.
  @discardableResult
  public mutating func remove(_ host: HostID) -> BayOccupancy.Placement? {
    guard let index = hosts.firstIndex(of: host) else { return nil }
    hosts.remove(at: index)
    weights.remove(at: index)
    return occupancy.remove(host)
  }
}
