public import Quantities

/// A model of rack: how much it holds, how large it is, what it weighs and may weigh.
public struct RackType: Hashable, Sendable {
  /// The model, for messages.
  public let name: String
  /// Rack units from floor to top.
  public let units: RackUnits
  /// Rack units left for equipment after patch panels and top-of-rack switches.
  public let usableUnits: RackUnits
  /// Outer width.
  public let width: Meters
  /// Outer height.
  public let height: Meters
  /// Outer depth.
  public let depth: Meters
  /// Mass of the empty rack.
  public let emptyWeight: Kilograms
  /// The most it may weigh, the rack itself included.
  public let maximumWeight: Kilograms
  /// Switch ports that can be reached from the rack; nil when they are not a limit.
  public let portCapacity: Int?

  /// Creates a model.
  ///
  /// - Parameters:
  ///   - usableUnits: at most `units`; all of them when left out.
  ///   - maximumWeight: the rack included, as vendors and device-type libraries state it.
  public init(
    name: String, units: RackUnits, usableUnits: RackUnits? = nil, width: Meters, height: Meters,
    depth: Meters,
    emptyWeight: Kilograms, maximumWeight: Kilograms, portCapacity: Int? = nil
  ) {
    let usable = usableUnits ?? units
    precondition(usable <= units, "no more units are usable than there are")
    precondition(emptyWeight <= maximumWeight, "a rack can carry itself")
    self.name = name
    self.units = units
    self.usableUnits = usable
    self.width = width
    self.height = height
    self.depth = depth
    self.emptyWeight = emptyWeight
    self.maximumWeight = maximumWeight
    self.portCapacity = portCapacity
  }

  /// The mass of equipment it may hold.
  public var contentsWeightLimit: Kilograms { maximumWeight - emptyWeight }

  /// The floor it stands on.
  public var footprint: SquareMeters { SquareMeters(width.value * depth.value) }
}
