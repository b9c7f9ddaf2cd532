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
  /// The most blades in an enclosure, others perhaps with fewer; 0 for rack servers.
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
  /// The servers that are installed alike; empty for a study of version 4 of the file or earlier.
  public var pools: [StoredPool] = []
  /// What the guests of each group run under, and where; empty for a study of version 4 of the file or earlier.
  public var memberships: [StoredMembership] = []
  /// The floor of its room, drawn to scale; empty for a study of version 1 of the file.
  public var floorItems: [StoredFloorItem]
  /// What is known of its building; nil for a study of version 1 or 2 of the file.
  public var facility: StoredFacility?
  /// The powers that are quoted for its equipment.
  public var ratings: [StoredRating]
  /// What its feeds carry, at planned power and at the highest simulated one.
  public var feeds: [StoredFeed]
  /// How evenly phases are loaded.
  public var phases: [StoredPhases]
  /// What the failures of each kind of component do; empty for a study of version 1 or 2 of the file.
  public var impacts: [StoredImpact]
  /// What the loss of the site does to it, by replication; empty where that was not asked.
  public var recoveries: [StoredRecovery] = []
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

  /// Equipment that is no server and holds none, by name in order of first appearance, with its number of pieces.
  public var otherEquipment: [(name: String, count: Int)] {
    var machines = Set<Int>()
    for server in servers { machines.insert(server.equipment) }
    var kinds: [(name: String, count: Int)] = []
    for item in racks.flatMap(\.equipment).sorted(by: { $0.number < $1.number })
    where !machines.contains(item.number) {
      if kinds.last?.name == item.name {
        kinds[kinds.count - 1].count += 1
      } else {
        kinds.append((item.name, 1))
      }
    }
    return kinds
  }
  /// The rack with the warmest intake when all draw their highest power; nil where that is not known.
  public var warmestRack: (rack: StoredRack, air: StoredRackAir)? {
    racks.compactMap { rack in rack.air.map { (rack, $0) } }
      .max { $0.1.peakIntake < $1.1.peakIntake }
  }

  /// Mass of the equipment, without racks.
  public var equipmentWeight: Kilograms { racks.reduce(.zero) { $0 + $1.weight } }
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
