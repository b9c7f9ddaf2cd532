public import Quantities

/// A consolidation project, fully described: who does what to which servers, and when it is allowed.
///
/// Plain values only. ``issues()`` lists what is wrong with it; ``ProjectSimulator`` carries it out.
public struct ProjectPlan: Sendable, Hashable {
  /// The first day; the project begins at its midnight, local standard time.
  public var start: CalendarDate
  /// When to give up if it has not ended: a slip in the plan, not a forecast.
  public var limit: Seconds
  /// The seed of every random stream.
  public var seed: UInt64
  /// The currency of every price.
  public var currency: Currency
  /// Standard deviation over mean of the hours that work takes, lognormal; zero when they are certain.
  public var effortVariation: Fraction
  /// Working hours.
  public var calendars: [WorkCalendar]
  /// Roles.
  public var roles: [Role]
  /// Skills.
  public var skills: [Skill]
  /// People.
  public var people: [Person]
  /// When guests may be cut over.
  public var windows: OpenHours
  /// What data is copied over.
  public var network: CopyNetwork
  /// Parts of the network that get new addresses.
  public var segments: [NetworkSegment]
  /// New equipment; without any there is room for all guests from the start.
  public var orders: [EquipmentOrder]
  /// Tasks that stand for themselves.
  public var tasks: [PlannedTask]
  /// What comes before any guest is prepared: planned tasks and equipment orders, by name.
  public var movesAfter: [String]
  /// The old servers.
  public var groups: [MoveGroup]
  /// How guests are put into waves.
  public var waves: WaveRule

  /// Creates a plan.
  public init(
    start: CalendarDate, limit: Seconds = .year * 5, seed: UInt64 = 1, currency: Currency = .usd,
    effortVariation: Fraction = .zero, calendars: [WorkCalendar], roles: [Role], skills: [Skill],
    people: [Person], windows: OpenHours, network: CopyNetwork, segments: [NetworkSegment] = [],
    orders: [EquipmentOrder] = [], tasks: [PlannedTask] = [], movesAfter: [String] = [],
    groups: [MoveGroup], waves: WaveRule
  ) {
    self.start = start
    self.limit = limit
    self.seed = seed
    self.currency = currency
    self.effortVariation = effortVariation
    self.calendars = calendars
    self.roles = roles
    self.skills = skills
    self.people = people
    self.windows = windows
    self.network = network
    self.segments = segments
    self.orders = orders
    self.tasks = tasks
    self.movesAfter = movesAfter
    self.groups = groups
    self.waves = waves
  }

  /// All guests that move.
  public var guestCount: Int { groups.reduce(0) { $0 + $1.guests } }
}
