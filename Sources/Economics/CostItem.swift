public import Quantities

/// The kinds of cost, in the order in which they are reported.
public enum CostCategory: String, Sendable, CaseIterable {
  case energy, demand, servers, enclosures, racks
  case otherEquipment = "other equipment"
  case networkPorts = "network ports"
  case storage, licences, floor
  case plantCapital = "plant capital"
  case maintenance, staff, carbon, project
}

/// When a cost falls due.
public enum CostTiming: Hashable, Sendable {
  /// Once, so long after the start.
  case once(after: Seconds)
  /// Each year of 365 days, evenly over the year.
  case yearly
}

/// One line of cost.
public struct CostItem: Hashable, Sendable {
  /// The kind.
  public let category: CostCategory
  /// What it is for: `26 x HP ProLiant BL460c G1`.
  public let label: String
  /// The amount: in all, or per year.
  public let amount: Money
  /// When it falls due.
  public let timing: CostTiming

  /// Creates a line.
  public init(_ category: CostCategory, _ label: String, _ amount: Money, _ timing: CostTiming) {
    self.category = category
    self.label = label
    self.amount = amount
    self.timing = timing
  }

  /// A cost at the start.
  public static func atStart(_ category: CostCategory, _ label: String, _ amount: Money) -> CostItem {
    CostItem(category, label, amount, .once(after: .zero))
  }

  /// A cost per year.
  public static func yearly(_ category: CostCategory, _ label: String, _ amount: Money) -> CostItem {
    CostItem(category, label, amount, .yearly)
  }
}
