public import Workload

/// What a technique asks of the host.
public struct HostRules: Sendable, Hashable {
  /// The instruction sets it runs on; nil for any.
  public let instructionSets: [InstructionSet]?
  /// What the processor must do to help.
  public let assistance: HardwareAssistance

  /// Creates rules.
  public init(instructionSets: [InstructionSet]?, assistance: HardwareAssistance = .none) {
    self.instructionSets = instructionSets
    self.assistance = assistance
  }
}
