/// What kind of work a guest's processor time is spent on; techniques slow each kind by a different factor.
public enum WorkClass: Int, Sendable, Hashable, CaseIterable {
  /// Computing in user mode.
  case cpuBound
  /// System calls, process creation, page-table changes.
  case kernelHeavy
  /// Moving data to and from storage.
  case disk
  /// Moving data to and from the network.
  case network
}
