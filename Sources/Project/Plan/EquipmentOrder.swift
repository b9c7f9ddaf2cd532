public import Quantities

/// New equipment that is bought: enclosures with their blades, or servers.
public struct EquipmentOrder: Sendable, Hashable {
  /// The name.
  public var name: String
  /// Enclosures, or servers that stand alone.
  public var units: Int
  /// New servers in each.
  public var serversPerUnit: Int
  /// Guests that one takes; guests fill the units in the order in which they move.
  public var guestsPerUnit: Int
  /// When it is ordered, after the project's start.
  public var orderedAfter: Seconds
  /// Mean time from order to delivery, of all units together.
  public var leadTime: Seconds
  /// Standard deviation of the lead time over its mean; lognormal.
  public var leadTimeVariation: Fraction
  /// Racking and cabling one unit.
  public var rack: Labor
  /// Installing one new server and its hypervisor.
  public var install: Labor
  /// Price of one unit with its servers, paid at delivery.
  public var price: Money?
  /// Power of one unit without its servers, from when it is racked.
  public var unitPower: Watts
  /// Power of one new server without guests, from when its unit is racked.
  public var serverPower: Watts

  /// Creates an order.
  public init(
    _ name: String, units: Int, serversPerUnit: Int, guestsPerUnit: Int, orderedAfter: Seconds = .zero,
    leadTime: Seconds, leadTimeVariation: Fraction = .zero, rack: Labor = .none, install: Labor = .none,
    price: Money? = nil, unitPower: Watts = .zero, serverPower: Watts = .zero
  ) {
    self.name = name
    self.units = units
    self.serversPerUnit = serversPerUnit
    self.guestsPerUnit = guestsPerUnit
    self.orderedAfter = orderedAfter
    self.leadTime = leadTime
    self.leadTimeVariation = leadTimeVariation
    self.rack = rack
    self.install = install
    self.price = price
    self.unitPower = unitPower
    self.serverPower = serverPower
  }
}

/// A task that stands for itself: assessment, choice of a supplier, setting up the management server.
public struct PlannedTask: Sendable, Hashable {
  /// What it consists of.
  public enum Content: Sendable, Hashable {
    /// Work of one person in working hours.
    case work(Labor)
    /// Work of one person within one change window.
    case workInWindow(Labor)
    /// Time that passes by itself, such as an approval.
    case wait(Seconds)
  }

  /// The name.
  public var name: String
  /// What it consists of.
  public var content: Content
  /// Planned tasks and equipment orders that come first, by name.
  public var after: [String]
  /// Paid when it is done.
  public var price: Money?

  /// Creates a task.
  public init(_ name: String, _ content: Content, after: [String] = [], price: Money? = nil) {
    self.name = name
    self.content = content
    self.after = after
    self.price = price
  }
}
