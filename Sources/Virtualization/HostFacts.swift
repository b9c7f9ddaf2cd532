public import Workload

/// Who makes a processor; guests do not migrate live between makers.
public enum ProcessorVendor: String, Sendable, Hashable, CaseIterable {
  case intel, amd, sun, ibm, hp, arm, other
}

/// What a technique needs to know about the machine it is to run on.
public struct HostFacts: Sendable, Hashable {
  /// The instruction set of its processors.
  public let instructionSet: InstructionSet
  /// The year it is put to use, which decides what software there is.
  public let year: Int
  /// Who made its processors.
  public let vendor: ProcessorVendor
  /// What its processors do to help a hypervisor, if enabled.
  public let assistance: HardwareAssistance
  /// The system it runs itself, where guests share its kernel; nil if it can be installed to suit them.
  public let operatingSystem: OperatingSystem?

  /// Creates the facts about a machine.
  public init(
    instructionSet: InstructionSet, year: Int, vendor: ProcessorVendor, assistance: HardwareAssistance,
    operatingSystem: OperatingSystem? = nil
  ) {
    self.instructionSet = instructionSet
    self.year = year
    self.vendor = vendor
    self.assistance = assistance
    self.operatingSystem = operatingSystem
  }
}
