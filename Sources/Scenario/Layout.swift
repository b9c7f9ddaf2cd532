public import Availability
public import Economics
import Facility
public import Placement
public import Power
public import Quantities
public import Virtualization

/// One way to run the workload: which machines, what runs the guests, and the rules of operation.
public struct Layout: Sendable {
  /// The name in tables and files.
  public var name: String
  /// Which entry of the scenario's list of layouts it comes from, where one entry can stand for several; nil for its own.
  public var entry: Int?
  /// The machines.
  public var servers: ServerChoice
  /// What stands in racks beside them.
  public var equipment: [OtherEquipment]
  /// What guests run under.
  public var technique: Technique
  /// Guests that run under something else, by group.
  public var exceptions: [TechniqueException]
  /// What guests run under that ``technique`` refuses: the first of these that carries them.
  public var otherwise: [Technique]
  /// How much of a host guests may plan to use.
  public var hostLimits: HostLimits
  /// What guests share beside processors, and how it slows them; nil for the usual, without figures of how long work takes.
  public var contention: ContentionChoice?
  /// How guests are put on hosts.
  public var placement: PlacementChoice
  /// Racks of this layout's own, in place of the site's.
  public var racks: RackChoice?
  /// What servers, enclosures and racks may draw at most; nil without caps.
  public var caps: PowerCapChoice?
  /// The plant it lives in.
  public var plant: PlantChoice
  /// When hosts without guests are switched off; nil for never.
  public var powerOffAfter: Seconds?
  /// How guests are moved together and apart over time; nil when they stay where they are.
  public var consolidation: ConsolidationPolicy?
  /// How new guests come to be; nil for the usual way of the technique.
  public var provisioning: ProvisioningMethod?
  /// How long guests may be forgotten before they are removed; nil for ever.
  public var reclaimIdleAfter: Seconds?
  /// Whether and how guests of a failed host restart elsewhere; nil for not.
  public var restart: RestartPolicy?
  /// How running guests move; nil when they do not.
  public var migration: MigrationPolicy?
  /// Planned work on hosts; nil for none.
  public var maintenance: Maintenance?
  /// Servers that are replaced, taken out and put in.
  public var changes: [HardwareChange]
  /// What fails, and how long it takes to repair.
  public var reliability: Reliability
  /// How it comes back after its site is lost; nil when nobody has planned for that.
  public var recovery: RecoveryPlan?
  /// What is paid besides energy, floor and the catalogue's prices.
  public var costs: [CostLine]

  /// Creates a layout.
  public init(
    name: String, servers: ServerChoice, equipment: [OtherEquipment] = [], technique: Technique,
    exceptions: [TechniqueException] = [], otherwise: [Technique] = [],
    hostLimits: HostLimits = .whole, placement: PlacementChoice, racks: RackChoice? = nil,
    caps: PowerCapChoice? = nil, plant: PlantChoice = .kept, powerOffAfter: Seconds? = nil,
    consolidation: ConsolidationPolicy? = nil,
    provisioning: ProvisioningMethod? = nil, reclaimIdleAfter: Seconds? = nil,
    restart: RestartPolicy? = nil, migration: MigrationPolicy? = nil, maintenance: Maintenance? = nil,
    changes: [HardwareChange] = [], reliability: Reliability, recovery: RecoveryPlan? = nil,
    costs: [CostLine] = [], contention: ContentionChoice? = nil
  ) {
    self.contention = contention
    self.recovery = recovery
    self.consolidation = consolidation
    self.provisioning = provisioning
    self.reclaimIdleAfter = reclaimIdleAfter
    self.migration = migration
    self.maintenance = maintenance
    self.changes = changes
    self.name = name
    self.servers = servers
    self.equipment = equipment
    self.technique = technique
    self.exceptions = exceptions
    self.otherwise = otherwise
    self.hostLimits = hostLimits
    self.placement = placement
    self.racks = racks
    self.caps = caps
    self.plant = plant
    self.powerOffAfter = powerOffAfter
    self.restart = restart
    self.reliability = reliability
    self.costs = costs
  }
}

/// The machines of a layout.
public struct ServerChoice: Sendable {
  /// The model of every server.
  public var model: ServerModel
  /// The enclosures, when the servers are blades.
  public var enclosure: EnclosureModel?
  /// How many enclosures there are, the servers spread evenly over them; nil for as many as the servers need. Given only
  /// with ``count``.
  public var enclosures: Int?
  /// How many servers there are; nil for as many as the guests need.
  public var count: Int?
  /// Memory fitted in each, when it is not the model's usual amount.
  public var memory: Bytes?
  /// What of the enclosures' own equipment is fitted and runs.
  public var fitting: EnclosureModel.Fitting
  /// Whether they are already paid for.
  public var owned: Bool
  /// The maximum that the vendor's sizing tool gives for one server, a blade's share of its enclosure in it; nil when nobody
  /// asked.
  public var sizingTool: Watts?

  /// Creates a choice.
  public init(
    model: ServerModel, enclosure: EnclosureModel? = nil, enclosures: Int? = nil, count: Int? = nil,
    memory: Bytes? = nil, fitting: EnclosureModel.Fitting = .minimal, owned: Bool = false,
    sizingTool: Watts? = nil
  ) {
    self.model = model
    self.fitting = fitting
    self.enclosure = enclosure
    self.enclosures = enclosures
    self.count = count
    self.memory = memory
    self.owned = owned
    self.sizingTool = sizingTool
  }

  /// The most blades that certainly share an enclosure which takes a number of them.
  ///
  /// - Parameter hosts: servers that are certain to be there, 1 at least.
  func sharing(_ capacity: Int, hosts: Int) -> Int {
    min(capacity, enclosures.map { BladeSpread(hosts, over: $0).largest } ?? hosts)
  }

  /// Memory fitted in each server.
  public var fittedMemory: Bytes { memory ?? model.memory }

  /// What one of the enclosures draws in air of a temperature; nil for rack servers.
  public func enclosurePower(inlet: Celsius) -> EnclosurePower? {
    enclosure?.power(fitting, blade: model, inlet: inlet)
  }
}

/// How much of a host's capacity guests may plan to use.
public struct HostLimits: Sendable, Hashable {
  /// The level of demand that counts as the size of guests: of each by itself, or of those that share a host together.
  public enum DemandSize: String, Sendable, Hashable, CaseIterable {
    /// Its highest sample.
    case peak
    /// The level exceeded 5 % of the time.
    case percentile95 = "p95"
    /// Its mean.
    case mean
    /// The highest sample of the sum of the guests of a host: peaks that do not meet need no room of their own.
    case peakOfSums = "peak of sums"
    /// The level that the sum of the guests of a host exceeds in at most 5 % of samples.
    case percentile95OfSums = "p95 of sums"
  }

  /// The share of computing capacity.
  public var cpu: Fraction
  /// The share of memory.
  public var memory: Fraction
  /// The level of demand that guests are sized by.
  public var sizeBy: DemandSize

  /// Creates limits.
  public init(cpu: Fraction, memory: Fraction, sizeBy: DemandSize = .peak) {
    self.cpu = cpu
    self.memory = memory
    self.sizeBy = sizeBy
  }

  /// Everything may be used.
  public static let whole = HostLimits(cpu: .one, memory: .one)
}

/// How guests are put on hosts.
public struct PlacementChoice: Sendable {
  /// What capacity is kept free, in words a planner uses.
  public enum Spare: Sendable, Hashable {
    case none
    /// So many hosts stay empty.
    case hosts(Int)
    /// Any one enclosure may be lost.
    case enclosure
    /// Any one host may be lost.
    case host
    /// This share of every host.
    case fraction(Fraction)
    /// Slots of the size of the largest guests for those on so many hosts.
    case slots(Int)
  }

  /// The policy.
  public var policy: any PlacementPolicy
  /// Whether each guest has a host to itself.
  public var oneGuestPerHost: Bool
  /// What capacity is kept free.
  public var spare: Spare
  /// Where groups of guests may stand.
  public var rules: GroupRules
  /// Whether guests that find no room wait for it; else a layout is refused when those of its busiest moment do not fit.
  public var waitsWhenFull: Bool

  /// Creates a choice.
  public init(
    policy: any PlacementPolicy, oneGuestPerHost: Bool, spare: Spare = .none,
    rules: GroupRules = GroupRules(),
    waitsWhenFull: Bool = false
  ) {
    self.waitsWhenFull = waitsWhenFull
    self.policy = policy
    self.oneGuestPerHost = oneGuestPerHost
    self.spare = spare
    self.rules = rules
  }
}

/// How guests of a failed host come back on other hosts.
public struct RestartPolicy: Sendable, Hashable {
  /// From the failure until it is noticed.
  public var detection: Seconds
  /// How many guests one host starts at a time.
  public var slotsPerHost: Int
  /// Until a spare server has the identity of the failed one: its network addresses and the volume it starts from. Nil
  /// where guests start on hosts that run already.
  public var reassignment: Seconds?

  /// Two minutes: the profile of a blade is moved by the enclosure's manager to one that is switched off (from memory of
  /// Virtual Connect and of boot from SAN, low confidence).
  public static let usualReassignment = Seconds(minutes: 2)

  /// Creates a policy.
  public init(detection: Seconds, slotsPerHost: Int, reassignment: Seconds? = nil) {
    self.reassignment = reassignment
    self.detection = detection
    self.slotsPerHost = slotsPerHost
  }
}

/// What fails in a layout: how often, and how long until it is back.
public struct Reliability: Sendable, Hashable {
  /// One server, so that it goes down.
  public var server: FailureModel
  /// One enclosure, so that all its blades go down.
  public var enclosure: FailureModel
  /// What servers, enclosures, racks and the UPS are built of, unit by unit.
  public var components: ComponentFailures

  /// Creates a set of failure models.
  public init(server: FailureModel, enclosure: FailureModel, components: ComponentFailures = .none) {
    self.server = server
    self.enclosure = enclosure
    self.components = components
  }

  /// The failures of one unit of a part; nil when they are not followed.
  public func model(of part: FailingPart) -> FailureModel? {
    switch part {
    case .server: server
    case .enclosure: enclosure
    default: components.models[part]
    }
  }
}

/// Which components fail unit by unit, each group of them going out when more units have failed than it can spare.
///
/// A server's own rate may count repairs of its supplies already (8 % a year is any repair): who follows them one by one
/// lowers it.
public struct ComponentFailures: Sendable, Hashable {
  /// The failures of one unit, by part; what is not named never fails.
  public var models: [FailingPart: FailureModel]
  /// The share of a unit's failures that strikes a redundant group at once.
  public var commonCause: Fraction

  /// Creates a choice.
  public init(_ models: [FailingPart: FailureModel], commonCause: Fraction = usualCommonCause) {
    self.models = models
    self.commonCause = commonCause
  }

  /// Nothing fails by itself but servers and enclosures.
  public static let none = ComponentFailures([:])

  /// Every component, as in the catalogue.
  public static let catalogue: ComponentFailures = {
    var models: [FailingPart: FailureModel] = [:]
    for part in FailingPart.components { models[part] = part.component?.model }
    return ComponentFailures(models)
  }()

  /// That of redundant supplies.
  public static let usualCommonCause = RedundancyGroup.usualCommonCause.value
}

/// Something that is paid per thing, once or each year.
public struct CostLine: Sendable, Hashable {
  /// What it is counted by.
  public enum Basis: String, Sendable, Hashable, CaseIterable {
    case layout, server, socket, enclosure, rack, guest
  }

  /// How often it is paid.
  public enum Recurrence: String, Sendable, Hashable, CaseIterable {
    case once, yearly
  }

  /// What is paid for.
  public var item: String
  /// The kind of cost.
  public var category: CostCategory
  /// The price of one.
  public var amount: Money
  /// What it is counted by.
  public var basis: Basis
  /// How often it is paid.
  public var recurrence: Recurrence
  /// The name of the technique whose servers or guests alone are counted; nil for all.
  public var technique: String?

  /// Creates a line.
  public init(
    item: String, category: CostCategory, amount: Money, basis: Basis, recurrence: Recurrence,
    technique: String? = nil
  ) {
    self.technique = technique
    self.item = item
    self.category = category
    self.amount = amount
    self.basis = basis
    self.recurrence = recurrence
  }
}
