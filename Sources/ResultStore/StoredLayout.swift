public import Quantities

/// A layout as it was designed, and what its runs came to.
public struct StoredLayout: Sendable, Hashable {
  /// The name in the scenario.
  public var name: String
  /// What guests run under.
  public var technique: String
  /// The model of server.
  public var server: String
  /// The model of enclosure; nil for rack servers.
  public var enclosure: StoredEnclosure?
  /// Servers, spare ones included.
  public var hosts: Int
  /// Enclosures; 0 for rack servers.
  public var enclosures: Int
  /// Blades in each enclosure; 0 for rack servers.
  public var bladesPerEnclosure: Int
  /// How guests were put on hosts.
  public var placement: StoredPlacement
  /// The model of rack and what one may hold.
  public var rackModel: StoredRackModel
  /// The constraint that decides the number of racks, such as `power per rack`.
  public var rackBinding: String?
  /// White space with aisles.
  public var floorArea: SquareMeters
  /// The heaviest load of a rack on the floor.
  public var heaviestLoad: KilogramsPerSquareMeter
  /// Power of all equipment at the planned load.
  public var plannedPower: Watts
  /// The IT power that the plant was built for.
  public var plantPower: Watts
  /// Cables of all equipment.
  public var cables: Int
  /// How many things happened in the first replication, of which the file keeps the first ones.
  public var eventCount: Int
  /// Racks by each constraint alone.
  public var rackConstraints: [StoredRackConstraint]
  /// The racks with their contents.
  public var racks: [StoredRack]
  /// The servers and where they are.
  public var servers: [StoredServer]
  /// Every metric beside that of the first layout.
  public var comparisons: [StoredComparison]
  /// How the saved energy comes about.
  public var decomposition: StoredDecomposition
  /// One summary per replication.
  public var runs: [StoredRun]
  /// Costs, line by line, of the first replication.
  public var costs: [StoredCost]

  /// The comparison by a metric.
  public func comparison(_ metric: StudyMetric) -> StoredComparison? {
    comparisons.first { $0.metric == metric }
  }

  /// Mass of the equipment, without racks.
  public var equipmentWeight: Kilograms { racks.reduce(.zero) { $0 + $1.weight } }
}

/// A model of enclosure and the bays on its front.
public struct StoredEnclosure: Sendable, Hashable {
  /// The model.
  public var title: String
  /// Standard bays side by side.
  public var columns: Int
  /// Standard bays one below the other.
  public var rows: Int
}

/// How guests were put on hosts, and how good that is.
public struct StoredPlacement: Sendable, Hashable {
  /// The policy.
  public var method: String
  /// Guests that were placed.
  public var guests: Int
  /// Hosts that hold a guest.
  public var hostsUsed: Int
  /// The fewest hosts that any plan could use.
  public var bound: Int
  /// What that bound rests on.
  public var boundReason: String
  /// How far the plan is above the bound at most; nil when guests were refused.
  public var gap: Fraction?
  /// Why one server less would not do; nil when their number was given.
  public var binding: String?
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
}

/// One piece of equipment in a rack: a server, or an enclosure with its blades.
public struct StoredEquipment: Sendable, Hashable {
  /// Its number in the layout, from 0; for enclosures the number of the enclosure.
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

/// One server: a piece of equipment of its own, or a blade in one.
public struct StoredServer: Sendable, Hashable {
  /// Its number, from 0.
  public var host: Int
  /// The equipment it is, or sits in.
  public var equipment: Int
  /// Guests that were planned on it.
  public var guests: Int
  /// Where it sits in its enclosure; nil for a rack server.
  public var bay: StoredBay?
}

/// Bays that a blade covers.
public struct StoredBay: Sendable, Hashable {
  /// The printed number of the upper left one, from 1.
  public var number: Int
  /// Its column, from 0 at the left as seen from the front.
  public var column: Int
  /// Its row, from 0 at the top.
  public var row: Int
  /// Bays covered side by side.
  public var columns: Int
  /// Bays covered one below the other.
  public var rows: Int
  /// The part of a shared bay, from 0, of so many.
  public var part: Int
  /// How many blades share the bay; 1 for a blade that has its bays alone.
  public var parts: Int
}
