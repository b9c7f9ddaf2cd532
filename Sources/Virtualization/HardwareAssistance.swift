/// What a processor does to help a hypervisor, least first.
public enum HardwareAssistance: Int, Sendable, Hashable, Comparable, CaseIterable {
  /// Nothing, or switched off in the firmware.
  case none
  /// VT-x or AMD-V: a guest's kernel runs unmodified and traps to the hypervisor.
  case trapping
  /// And EPT or nested paging: the processor translates guest addresses itself.
  case nestedPaging

  /// The name in messages and reports.
  public var title: String {
    switch self {
    case .none: "none"
    case .trapping: "VT-x or AMD-V"
    case .nestedPaging: "EPT or nested paging"
    }
  }

  public static func < (left: HardwareAssistance, right: HardwareAssistance) -> Bool {
    left.rawValue < right.rawValue
  }
}
