public import Quantities

/// One thing to mount: a rack server, or an enclosure with its blades.
public struct RackEquipment: Hashable, Sendable {
  /// The model, for messages.
  public let name: String
  /// Its height.
  public let height: RackUnits
  /// The power that planning counts for it, in watts at its inlet.
  public let power: Watts
  /// Its mass, blades included.
  public let weight: Kilograms
  /// Switch ports it needs.
  public let ports: Int

  /// Creates equipment; height above zero and in steps of half a unit, the rest zero or more.
  public init(name: String, height: RackUnits, power: Watts, weight: Kilograms, ports: Int) {
    precondition(height > .zero, "equipment has a height")
    precondition(power >= .zero && weight >= .zero && ports >= 0, "equipment needs nothing negative")
    self.name = name
    self.height = height
    self.power = power
    self.weight = weight
    self.ports = ports
  }
}

/// Sums over equipment.
public struct RackTotals: Hashable, Sendable {
  /// Rack units.
  public private(set) var units = RackUnits.zero
  /// Planned power.
  public private(set) var power = Watts.zero
  /// Mass of the equipment, without the rack.
  public private(set) var weight = Kilograms.zero
  /// Switch ports.
  public private(set) var ports = 0

  /// Nothing.
  public init() {}

  /// The sums over a list, added in its order.
  public init(of equipment: some Sequence<RackEquipment>) {
    for item in equipment { add(item) }
  }

  /// Adds one more.
  public mutating func add(_ item: RackEquipment) {
    units += item.height
    power += item.power
    weight += item.weight
    ports += item.ports
  }

  /// The sums with one more.
  public func adding(_ item: RackEquipment) -> RackTotals {
    var sums = self
    sums.add(item)
    return sums
  }
}
