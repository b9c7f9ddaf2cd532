/// What a processor does to help a hypervisor, least first.
public enum HardwareAssistance: Int, Sendable, Hashable, Comparable, CaseIterable {
  /// Nothing, or switched off in the firmware.
  case none
  /// VT-x or AMD-V: a guest's kernel runs unmodified and traps to the hypervisor.
  case trapping
  /// And EPT or nested paging: the processor translates guest addresses itself.
  case nestedPaging

  public static func < (left: HardwareAssistance, right: HardwareAssistance) -> Bool {
    left.rawValue < right.rawValue
  }
}
