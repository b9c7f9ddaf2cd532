public import Workload

extension Technique {
  /// Whether guests with two systems can be on one host under this technique.
  ///
  /// Guests without a kernel of their own all run the host's, so all have the same system. Others do not mind.
  public func coexist(_ one: OperatingSystem, _ other: OperatingSystem) -> Bool {
    guard case .hosts = guestRules.kernel else { return true }
    return one.name == other.name
  }
}
