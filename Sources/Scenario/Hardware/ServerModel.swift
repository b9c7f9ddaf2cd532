public import Facility
public import Power
public import Quantities
public import Virtualization
public import Workload

/// A model of rack server or blade in one tested configuration: what it computes, draws, weighs and costs.
///
/// Throughput and power belong together: the power curve is given against the share of ``throughput``.
public struct ServerModel: Sendable, Hashable {
  /// Where a server is mounted.
  public enum Form: Sendable, Hashable {
    /// In a rack, with its height.
    case rack(RackUnits)
    /// In the bays of an enclosure.
    case blade(BladeForm)
  }

  /// The name in scenario files, such as `hp-dl380-g4`.
  public let slug: String
  /// The name for people.
  public let title: String
  /// The year in which this configuration could be bought.
  public let year: Int
  /// Where it is mounted.
  public let form: Form
  /// Its mass, fitted.
  public let weight: Kilograms
  /// Its processors.
  public let processor: Processor
  /// Memory fitted in the tested configuration.
  public let memory: Bytes
  /// The most memory it takes.
  public let maximumMemory: Bytes
  /// Work at full load.
  public let throughput: WorkPerSecond
  /// Work as it was measured at 10 %, 20 %, ... 100 % of what was calibrated; empty where only ``throughput`` is known.
  public let throughputByLevel: [WorkPerSecond]
  /// What it draws.
  public let power: ServerPower
  /// Whether its curve was measured in an enclosure, so that it holds what the enclosure's fans add with load.
  public let isMeasuredInEnclosure: Bool
  /// The cables it needs as usually installed; none for a blade.
  public let cables: CableCount
  /// What it costs.
  public let price: Money
  /// Greenhouse gas of making it.
  public let embodiedCarbon: KilogramsCO2e
  /// Every figure with its source.
  public let facts: [SourcedFact]

  /// Creates a model.
  public init(
    slug: String, title: String, year: Int, form: Form, weight: Kilograms, processor: Processor,
    memory: Bytes, maximumMemory: Bytes, throughput: WorkPerSecond,
    throughputByLevel: [WorkPerSecond] = [], power: ServerPower, isMeasuredInEnclosure: Bool = false,
    cables: CableCount, price: Money, embodiedCarbon: KilogramsCO2e,
    facts: [SourcedFact]
  ) {
    self.slug = slug
    self.title = title
    self.year = year
    self.form = form
    self.weight = weight
    self.processor = processor
    self.memory = memory
    self.maximumMemory = maximumMemory
    self.throughput = throughput
    self.throughputByLevel = throughputByLevel
    self.power = power
    self.isMeasuredInEnclosure = isMeasuredInEnclosure
    self.cables = cables
    self.price = price
    self.embodiedCarbon = embodiedCarbon
    self.facts = facts
  }

  /// Work per energy over the eleven levels of its measured curve, SPEC's overall score; nil where the work of each level is
  /// not known.
  public var workPerEnergy: WorkPerJoule? {
    throughputByLevel.isEmpty ? nil : power.measured.workPerEnergy(levels: throughputByLevel)
  }

  /// Its form as a blade; nil for a rack server.
  public var blade: BladeForm? {
    if case .blade(let form) = form { form } else { nil }
  }

  /// Its height in a rack; nil for a blade, whose enclosure has the height.
  public var height: RackUnits? {
    if case .rack(let height) = form { height } else { nil }
  }

  /// What a virtualization technique asks of this machine.
  ///
  /// - Parameters:
  ///   - year: when it is put to use, which decides what software there is.
  ///   - operatingSystem: the system it runs itself, where guests share its kernel.
  public func hostFacts(in year: Int, running operatingSystem: OperatingSystem? = nil) -> HostFacts {
    HostFacts(
      instructionSet: processor.instructionSet, year: year, vendor: processor.vendor,
      assistance: processor.assistance, operatingSystem: operatingSystem,
      baseline: ProcessorBaseline.generation(of: processor.name, by: processor.vendor))
  }
}
