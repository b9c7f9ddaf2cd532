public import Quantities

/// A number of guests of one kind: what each is, needs and asks for.
public struct GuestGroup: Sendable, Hashable {
  /// The name in the scenario.
  public let name: String
  /// How many there are (at the start, if they come and go); not negative.
  public let count: Int
  /// The system each runs.
  public let operatingSystem: OperatingSystem
  /// Processors each sees; positive.
  public let virtualCPUs: Int
  /// Memory each is configured with.
  public let memory: Bytes
  /// Disk space each occupies.
  public let disk: Bytes
  /// What kind of work each does.
  public let mix: WorkClassMix
  /// What each asks for over time, as shares of ``reference``.
  public let demand: Demand
  /// The machine whose throughput is 100 % of the demand.
  public let reference: DemandReference
  /// When they exist.
  public let presence: Presence
  /// How much the business depends on them.
  public let serviceClass: ServiceClass
  /// What each gets of a host that is short of something, and what has been promised for it.
  public var terms: ResourceTerms

  /// Creates a group.
  ///
  /// - Precondition: the count is not negative, there is a processor, and memory and disk are not negative.
  public init(
    name: String, count: Int, operatingSystem: OperatingSystem, virtualCPUs: Int = 1, memory: Bytes,
    disk: Bytes, mix: WorkClassMix, demand: Demand, reference: DemandReference, presence: Presence = .always,
    serviceClass: ServiceClass = .standard, terms: ResourceTerms = .usual
  ) {
    precondition(count >= 0 && virtualCPUs > 0, "a group has guests with processors")
    precondition(memory >= .zero && disk >= .zero, "memory and disk are not negative")
    self.name = name
    self.count = count
    self.operatingSystem = operatingSystem
    self.virtualCPUs = virtualCPUs
    self.memory = memory
    self.disk = disk
    self.mix = mix
    self.demand = demand
    self.reference = reference
    self.presence = presence
    self.serviceClass = serviceClass
    self.terms = terms
  }
}
