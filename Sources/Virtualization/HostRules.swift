public import Workload

/// What a technique asks of the host.
public struct HostRules: Sendable, Hashable {
  /// The instruction sets it runs on; nil for any.
  public let instructionSets: [InstructionSet]?
  /// What the processor must do to help.
  public let assistance: HardwareAssistance
  /// The makers whose processors it runs on; nil for any.
  public let vendors: [ProcessorVendor]?
  /// The families of systems that must run underneath; nil if it brings its own or takes any.
  public let systems: [OperatingSystem.Family]?

  /// Creates rules.
  public init(
    instructionSets: [InstructionSet]?, assistance: HardwareAssistance = .none,
    vendors: [ProcessorVendor]? = nil, systems: [OperatingSystem.Family]? = nil
  ) {
    self.instructionSets = instructionSets
    self.assistance = assistance
    self.vendors = vendors
    self.systems = systems
  }
}
