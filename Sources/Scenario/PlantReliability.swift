public import Availability
public import Cooling
public import Quantities

/// How often a site loses power and cooling, what bridges the gap, and how warm servers may get meanwhile.
///
/// ```
/// utility lost -> UPS on its battery -> generator after `start`, or not -> cooling after `coolingRestart`
/// ```
/// Without a generator, or when it does not start, the battery is empty after `autonomy` times what goes into the UPS
/// at design power over what goes into it now.
///
/// A UPS that drops the load is a component of a layout (``ComponentFailures``). **Not modelled**: a generator that fails
/// while it runs, a test of either.
public struct PlantReliability: Sendable, Hashable {
  /// The standby generator.
  public struct Generator: Sendable, Hashable {
    /// Time from the loss of the utility until it carries the load.
    public var start: Seconds
    /// The share of demands on which it does not start.
    public var failsToStart: Fraction

    /// Creates a generator.
    public init(start: Seconds, failsToStart: Fraction) {
      self.start = start
      self.failsToStart = failsToStart
    }

    /// Ten seconds as NFPA 110 asks of type 10, and 1 % of starts failed (0.5 to 1.5 %; from memory, medium
    /// confidence).
    public static let usual = Generator(start: Seconds(10), failsToStart: Fraction(percent: 1))
  }

  /// Outages of the utility.
  public var utility: FailureModel
  /// The standby generator; nil when there is none.
  public var generator: Generator?
  /// How long the battery carries the IT power that the plant was built for.
  public var autonomy: Seconds
  /// Failures of one cooling unit.
  public var coolingUnit: FailureModel
  /// From power that is back until heat is removed again.
  public var coolingRestart: Seconds
  /// Chilled water that goes on cooling because fans and pumps run on the UPS; nil when they do not.
  public var chilledWater: ChilledWaterBuffer?
  /// Temperature of the air at which servers shut down.
  public var shutdown: Celsius
  /// Heat capacity of a rack's air and metal.
  public var lumps: ThermalLumps

  /// Ten minutes of battery, usual for batteries that bridge to a generator and back (from memory, medium confidence).
  public static let usualAutonomy = Seconds(minutes: 10)
  /// Chillers take 5 to 15 minutes to restart (from memory, medium confidence).
  public static let usualRestart = Seconds(minutes: 10)

  /// Creates a description; what is left out never fails or is as usual.
  public init(
    utility: FailureModel, generator: Generator? = .usual, autonomy: Seconds = usualAutonomy,
    coolingUnit: FailureModel, coolingRestart: Seconds = usualRestart,
    chilledWater: ChilledWaterBuffer? = nil, shutdown: Celsius = CoolingOutage.shutdown,
    lumps: ThermalLumps = .rack
  ) {
    self.utility = utility
    self.generator = generator
    self.autonomy = autonomy
    self.coolingUnit = coolingUnit
    self.coolingRestart = coolingRestart
    self.chilledWater = chilledWater
    self.shutdown = shutdown
    self.lumps = lumps
  }
}
