public import Quantities

/// Default failure and repair data of one kind of component, with what they rest on.
///
/// Every figure is a default to be overridden: populations differ by an order of magnitude.
public struct ComponentReliability: Hashable, Sendable {
  /// What goes down when a component fails that has no other beside it (``RedundancyGroup`` if it has).
  public enum Reach: Hashable, Sendable {
    /// No guest: something cannot be managed, or is slower to notice.
    case nothing
    /// One guest.
    case guest
    /// All that is in the domain that the component serves.
    case domain(FailureDomain.Kind)
  }

  /// The component: `server`, `enclosure-midplane`.
  public let name: String
  /// Failures of one unit a year.
  public let rate: EventsPerYear
  /// The range of the rate in the field.
  public let range: ClosedRange<EventsPerYear>
  /// The mean time until it is back, with a spare on site unless the source says otherwise.
  public let repair: Seconds
  /// What goes down with it when nothing stands in for it.
  public let reach: Reach
  /// What the rate rests on.
  public let source: String
  /// How far the rate can be trusted.
  public let confidence: Confidence

  init(
    _ name: String, _ rate: Double, _ low: Double, _ high: Double, repairHours: Double, _ reach: Reach,
    _ source: String, _ confidence: Confidence
  ) {
    self.name = name
    self.rate = EventsPerYear(rate)
    self.range = EventsPerYear(low)...EventsPerYear(high)
    self.repair = Seconds(hours: repairHours)
    self.reach = reach
    self.source = source
    self.confidence = confidence
  }

  /// Creates a unit's data from its mean time between failures, in hours: the typical value and its range.
  init(
    _ name: String, hours typical: Double, from low: Double, to high: Double, repairHours: Double,
    _ reach: Reach, _ source: String, _ confidence: Confidence
  ) {
    self.init(
      name, 8760 / typical, 8760 / high, 8760 / low, repairHours: repairHours, reach, source,
      confidence)
  }

  /// The data as a failure model with exponential times.
  public var model: FailureModel { FailureModel(rate: rate, repair: RepairTime(mean: repair)) }

  /// The data of a component by name.
  public static func named(_ name: String) -> ComponentReliability? { all.first { $0.name == name } }
}
