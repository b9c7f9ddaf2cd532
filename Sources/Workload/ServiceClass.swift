/// How much the business depends on a guest: the order in which it is served and restarted when capacity is short.
public enum ServiceClass: String, Sendable, Hashable, CaseIterable, Comparable {
  /// Restarted first; never starved for others.
  case critical
  /// The usual class.
  case standard
  /// Served last; may wait.
  case deferrable

  /// The place in the order of service, 0 first.
  public var rank: Int {
    switch self {
    case .critical: 0
    case .standard: 1
    case .deferrable: 2
    }
  }

  public static func < (left: ServiceClass, right: ServiceClass) -> Bool { left.rank < right.rank }
}
