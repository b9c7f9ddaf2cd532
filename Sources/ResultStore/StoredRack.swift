public import Quantities

/// One rack with its contents.
public struct StoredRack: Sendable, Hashable {
  /// Its number, from 0.
  public var number: Int
  /// Rack units that are taken.
  public var units: RackUnits
  /// Planned power.
  public var power: Watts
  /// Mass of the equipment.
  public var weight: Kilograms
  /// Switch ports that are taken.
  public var ports: Int
  /// The constraint that is nearest to its limit; nil for an empty rack.
  public var tightest: String?
  /// Its equipment, from the bottom up.
  public var equipment: [StoredEquipment]
  /// What it came to draw, and the air it drew in; nil for a study of version 5 of the file or earlier.
  public var air: StoredRackAir?
}

/// The power of a rack in the simulation and the intake that goes with it.
public struct StoredRackAir: Sendable, Hashable {
  /// Power, the mean over time and runs.
  public var meanPower: Watts
  /// The highest of a sample.
  public var peakPower: Watts
  /// The air it draws in while every rack draws its mean.
  public var meanIntake: Celsius
  /// The same while every rack draws its highest.
  public var peakIntake: Celsius
}

/// One piece of equipment in a rack: a server, an enclosure with its blades, or other equipment, in which no server sits.
public struct StoredEquipment: Sendable, Hashable {
  /// Its number in the layout, from 0; for enclosures the number of the enclosure. Other equipment comes last.
  public var number: Int
  /// The rack it is in.
  public var rack: Int
  /// Its lowest rack unit, from 1 at the bottom.
  public var position: RackUnits
  /// Its height.
  public var height: RackUnits
  /// The model.
  public var name: String
  /// Planned power.
  public var power: Watts
  /// Mass, blades included.
  public var weight: Kilograms
  /// Switch ports it needs.
  public var ports: Int
}

/// A model of rack and what one may hold. A limit that is nil does not bind.
public struct StoredRackModel: Sendable, Hashable {
  /// The model.
  public var title: String
  /// Rack units from floor to top.
  public var units: RackUnits
  /// Rack units for equipment.
  public var usableUnits: RackUnits
  /// Outer width.
  public var width: Meters
  /// Outer height.
  public var height: Meters
  /// Outer depth.
  public var depth: Meters
  /// Mass of the empty rack.
  public var emptyWeight: Kilograms
  /// Power that may be planned in one.
  public var powerLimit: Watts?
  /// Mass of equipment.
  public var weightLimit: Kilograms?
  /// Switch ports.
  public var portLimit: Int?
  /// Power that its circuits carry after the loss of a feed.
  public var circuitLimit: Watts?
}

/// Racks by one constraint alone.
public struct StoredRackConstraint: Sendable, Hashable {
  /// The constraint, such as `rack units`.
  public var name: String
  /// Racks by this constraint.
  public var racks: Int
  /// The same before rounding up.
  public var fill: Double
}
