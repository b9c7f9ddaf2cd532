public import Facility
public import Quantities

/// Equipment that stands in racks beside the servers and runs no guests: storage arrays, switches, appliances.
///
/// Each piece draws the same power day and night at the rack PDU, so its energy is power times time. It is IT power to
/// PUE, heats the room, and takes rack units, mass, ports and money.
///
/// **Valid for** equipment whose draw hardly follows its load, as disks that turn and switches do. **Not modelled**:
/// supplies apart from the draw, failures, and who depends on it.
public struct OtherEquipment: Sendable, Hashable {
  /// What it is, such as `disk-array`.
  public var name: String
  /// How many pieces there are.
  public var count: Int
  /// The height of one.
  public var height: RackUnits
  /// What one draws, at its inlet.
  public var power: Watts
  /// The mass of one.
  public var weight: Kilograms
  /// Switch ports that one needs.
  public var ports: Int
  /// Cables of one, power cords included.
  public var cables: Int
  /// What one costs; nil when it is already paid for.
  public var price: Money?

  /// Creates equipment.
  public init(
    name: String, count: Int, height: RackUnits, power: Watts, weight: Kilograms, ports: Int = 0, cables: Int,
    price: Money? = nil
  ) {
    self.name = name
    self.count = count
    self.height = height
    self.power = power
    self.weight = weight
    self.ports = ports
    self.cables = cables
    self.price = price
  }
}

extension OtherEquipment {
  /// One piece as it is mounted, planned with its constant draw.
  public var piece: RackEquipment {
    RackEquipment(name: name, height: height, power: power, weight: weight, ports: ports)
  }
}

extension Layout {
  /// What all equipment beside the servers draws.
  public var otherPower: Watts { equipment.reduce(.zero) { $0 + $1.power * Double($1.count) } }
}
