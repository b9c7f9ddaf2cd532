public import Quantities

/// A study as it lies in a results file: the question, what was counted, and everything a verdict or report says of it.
///
/// Long lists stay in the file until they are asked for: bills, hosts, groups, events, hours.
public struct StoredStudy: Sendable, Hashable {
  /// The question, as a person asks it.
  public var title: String
  /// Where it comes from.
  public var source: StudySource
  /// What makes it the same study as another.
  public var identity: StudyIdentity
  /// The first day; time is local standard time from its midnight.
  public var start: CalendarDate
  /// The length of one sample.
  public var sample: Seconds
  /// How many samples there are.
  public var sampleCount: Int
  /// The currency of every amount.
  public var currency: Currency
  /// The name of the weather station.
  public var station: String
  /// Greenhouse gas of the electricity.
  public var carbonIntensity: KilogramsCO2ePerKilowattHour
  /// The room there is; nil when it is no limit.
  public var floorArea: SquareMeters?
  /// What a square metre of floor may carry; nil when it is no limit.
  public var floorLoadLimit: KilogramsPerSquareMeter?
  /// Guests, by group.
  public var groups: [StoredGroup]
  /// The layouts; the first is the one that others are compared with.
  public var layouts: [StoredLayout]
  /// What became of the conditions of the scenario.
  public var gates: [StoredGate]
  /// The figures of the hardware with their sources.
  public var facts: [StoredFact]
  /// The techniques that layouts were written for in turn, those that carry the guests and those that do not.
  public var techniques: [StoredTechnique]
  /// What each of ``techniques`` means for each of ``groups``.
  public var carriages: [StoredCarriage]
  /// How the guests of the first layout move into another; nil for a study without a project.
  public var project: StoredProject?

  /// The length of the study.
  public var duration: Seconds { sample * Double(sampleCount) }
  /// How often each layout was simulated.
  public var replications: Int { identity.replications }
  /// How many guests there are at the start.
  public var guestCount: Int { groups.reduce(0) { $0 + $1.guests } }
}

/// A group of guests.
public struct StoredGroup: Sendable, Hashable {
  /// The name in the scenario.
  public var name: String
  /// How many there are at the start.
  public var guests: Int
  /// The system each runs.
  public var operatingSystem: String
  /// Processors each sees.
  public var virtualCPUs: Int
  /// Memory of each.
  public var memory: Bytes
  /// Disk space of each.
  public var disk: Bytes
}

/// A condition of the scenario and what was measured.
public struct StoredGate: Sendable, Hashable {
  /// The condition as written.
  public var text: String
  /// The layout that it names.
  public var layout: String
  /// The limit: a share for savings, else in the metric's unit.
  public var limit: Double
  /// What was measured; nil when a share of nothing was asked for.
  public var measured: StoredEstimate?
  /// Whether the condition holds.
  public var holds: Bool
}

/// A figure of a piece of hardware with its source.
public struct StoredFact: Sendable, Hashable {
  /// What it is a figure of, such as a model of server.
  public var subject: String
  /// What the figure is.
  public var name: String
  /// The figure with its unit.
  public var value: String
  /// Where it comes from.
  public var source: String
  /// How far it can be trusted, such as `published` or `memory-medium`.
  public var confidence: String
}

/// A mean over replications with its 95 % confidence interval.
public struct StoredEstimate: Sendable, Hashable {
  /// The mean.
  public var mean: Double
  /// Half the width of the interval; nil with one replication.
  public var halfWidth: Double?

  /// The lower end of the interval; the mean where there is none.
  public var lower: Double { mean - (halfWidth ?? 0) }
  /// The upper end of the interval; the mean where there is none.
  public var upper: Double { mean + (halfWidth ?? 0) }
}

/// A line of the list of studies in a file.
public struct StudyHeading: Sendable, Hashable {
  /// The number in the file.
  public var id: StudyID
  /// The question.
  public var title: String
  /// What makes it the same study as another.
  public var identity: StudyIdentity
}
