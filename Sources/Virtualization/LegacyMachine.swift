public import Quantities
public import Workload

/// A machine that survives as a program: how fast it was, and so how much of a host its emulator takes.
///
/// ```
/// host MIPS = original MIPS * host instructions for each of the guest's        (1 / efficiency)
/// cores     = host MIPS / (clock * instructions per cycle), at most one for each emulated processor
/// ```
///
/// **Valid for**: interpreting emulators, at the speed of the original machine; one emulated processor on one host core.
/// **Not modelled**: emulators that run ahead of the original's clock. **Source**: machines from memory, medium
/// confidence; 10 to 50 host instructions are practice.
///
/// Example: a VAX-11/780 of 0.5 native MIPS at 25 host instructions for each asks 12.5 MIPS of its host.
public struct LegacyMachine: Sendable, Hashable {
  /// The name.
  public let name: String
  /// Its instruction set.
  public let instructionSet: InstructionSet
  /// Its speed, in its own native MIPS.
  public let rate: Estimate<WorkPerSecond>

  /// Machines of known speed.
  public static let all = [
    LegacyMachine(
      "vax-11/780", .vax, 0.5, 0.4...0.6, "one VUP by definition, about 0.5 native MIPS", .memoryMedium),
    LegacyMachine("pdp-10 KL10", .pdp10, 1.9, 1.8...2, "1.8 to 2 MIPS", .memoryMedium),
    LegacyMachine("pdp-10 KS10", .pdp10, 0.3, 0.25...0.35, "about 0.3 MIPS", .memoryMedium),
    LegacyMachine("pdp-11/70", .pdp11, 0.7, 0.4...1, "between half a MIPS and one", .memoryLow),
  ]

  /// The machine of a name.
  public static func named(_ name: String) -> LegacyMachine? { all.first { $0.name == name } }

  private init(
    _ name: String, _ instructionSet: InstructionSet, _ rate: Double, _ range: ClosedRange<Double>,
    _ source: String, _ confidence: Confidence
  ) {
    self.name = name
    self.instructionSet = instructionSet
    self.rate = Estimate(
      WorkPerSecond(rate), in: WorkPerSecond(range.lowerBound)...WorkPerSecond(range.upperBound),
      source: source, confidence: confidence)
  }

  /// The host's MIPS that the whole machine takes under a technique.
  public func hostRate(under technique: Technique) -> WorkPerSecond {
    rate.value / technique.efficiency.cpuBound.value.value
  }

  /// The host's cores that the machine takes at a utilization of its own.
  ///
  /// An emulator that does not notice an idle guest takes a whole core at any utilization.
  public func hostCores(
    under technique: Technique, clock: Hertz, instructionsPerCycle: Double, utilization: Fraction
  ) -> Cores {
    if let emulator = technique.emulator, !emulator.noticesIdle { return Cores(1) }
    let core = clock.value * instructionsPerCycle / 1e6
    return Cores(min(1, hostRate(under: technique).value * utilization.value / core))
  }

  /// How many times as fast as the original an emulator on one core can be.
  public func speedUp(
    under technique: Technique, clock: Hertz, instructionsPerCycle: Double
  ) -> Double {
    clock.value * instructionsPerCycle / 1e6 / hostRate(under: technique).value
  }

  /// The machine as the reference of a demand, where work is counted in what a host does.
  ///
  /// - Parameters:
  ///   - throughput: the host's work at full load, in the unit of the scenario.
  ///   - instructions: the host's MIPS at full load, all cores together.
  ///
  /// What comes out is native work; the technique's efficiency multiplies it by the host instructions for each one.
  public func reference(
    onHostOf throughput: WorkPerSecond, executing instructions: WorkPerSecond
  ) -> DemandReference {
    DemandReference(name: name, throughput: throughput * (rate.value / instructions))
  }
}
