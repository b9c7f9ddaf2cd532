import EventEngine
import Quantities
public import Scenario
public import Simulation

/// Power of a layout by component, averaged over hours, and outdoor temperature: what charts are drawn from.
///
/// A sample that crosses the end of an hour counts in both; an hour that the study ends in is left out. Hours are
/// stored in single precision, since they are read by eyes; the exact totals are in ``RunSummary``.
public struct HourlySeries: ResultSink, Sendable, Hashable {
  /// Watts of each component by hour, by ``EnergyComponent``.
  public private(set) var watts: [[Float]]
  /// Outdoor temperature by hour, degrees Celsius.
  public private(set) var outdoor: [Float] = []
  /// What happened, in order of time, as far as it is kept.
  public private(set) var events: [RunEvent] = []
  /// How many events there were in all.
  public private(set) var eventCount = 0

  /// What changed in each hour, up to the last in which something did.
  public private(set) var activity: [HourlyActivity] = []

  /// The most events that are kept.
  public static let keptEvents = 10_000

  /// How long a sample lasts, in hours.
  private let step: Double
  /// The part of the current hour that is covered.
  private var filled = 0.0
  /// A part of an hour that is rounding only.
  private static let rounding = 1e-9
  private var sums: [Double]
  private var outdoorSum = 0.0

  /// An empty series for samples of a horizon.
  public init(_ horizon: Horizon) {
    let components = EnergyComponent.allCases.count
    watts = Array(repeating: [], count: components)
    sums = Array(repeating: 0, count: components)
    step = horizon.sample.hours
  }

  /// How many hours there are.
  public var count: Int { outdoor.count }

  public mutating func receive(_ event: RunEvent) {
    eventCount += 1
    if events.count < HourlySeries.keptEvents { events.append(event) }
    switch event.kind {
    case .guestMigrated: changeHour(of: event) { $0.migrations += 1 }
    case .hostOff: changeHour(of: event) { $0.switchedOff += 1 }
    case .hostOn: changeHour(of: event) { $0.switchedOn += 1 }
    default: break
    }
  }

  public mutating func receive(_ block: SiteBlock) {
    let rows = EnergyComponent.allCases.map { block.watts[$0] ?? [] }
    for sample in 0..<block.count {
      var left = step
      while left > HourlySeries.rounding {
        // A sample that crosses the end of an hour is divided there.
        let part = min(left, 1 - filled)
        for component in sums.indices { sums[component] += rows[component][sample] * part }
        outdoorSum += block.outdoor[sample].value * part
        filled += part
        left -= part
        if filled > 1 - HourlySeries.rounding { closeHour() }
      }
    }
  }

  private mutating func changeHour(of event: RunEvent, _ change: (inout HourlyActivity) -> Void) {
    let hour = Int(event.time.sinceStart.seconds / 3600)
    while activity.count <= hour { activity.append(HourlyActivity()) }
    change(&activity[hour])
  }

  private mutating func closeHour() {
    for component in sums.indices {
      watts[component].append(Float(sums[component] / filled))
      sums[component] = 0
    }
    outdoor.append(Float(outdoorSum / filled))
    outdoorSum = 0
    filled = 0
  }
}
