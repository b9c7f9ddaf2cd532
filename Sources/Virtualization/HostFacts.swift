public import Workload

/// Who makes a processor; guests do not migrate live between makers.
public enum ProcessorVendor: String, Sendable, Hashable, CaseIterable {
  case intel, amd, sun, ibm, hp, arm, other

  /// The name in messages.
  public var title: String {
    switch self {
    case .intel: "Intel"
    case .amd, .ibm, .hp: rawValue.uppercased()
    case .sun: "Sun"
    case .arm: "Arm"
    case .other: "another maker"
    }
  }
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
  /// The features its processors show to guests; nil where the makers and years are all that is known.
  public let baseline: ProcessorBaseline?

  /// Creates the facts about a machine.
  public init(
    instructionSet: InstructionSet, year: Int, vendor: ProcessorVendor, assistance: HardwareAssistance,
    operatingSystem: OperatingSystem? = nil, baseline: ProcessorBaseline? = nil
  ) {
    self.instructionSet = instructionSet
    self.year = year
    self.vendor = vendor
    self.assistance = assistance
    self.operatingSystem = operatingSystem
    self.baseline = baseline
  }
}
