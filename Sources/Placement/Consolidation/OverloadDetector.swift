public import Quantities

/// Says when a host has so much to do that guests must leave it.
///
/// A detector sees the share of its processors that the guests of a host ask for now, and the same share at earlier
/// samples. One that adapts sets its limit lower where demand jumps about, or looks ahead along the trend.
///
/// Many have parameters called *safety*: the larger, the earlier guests leave and the more energy is used.
public protocol OverloadDetector: Sendable {
  /// The utilization above which a host is overloaded whatever came before; nil when the history decides.
  var fixedLimit: Fraction? { get }

  /// Whether a host is overloaded.
  ///
  /// - Parameters:
  ///   - utilization: what the guests of the host ask for now, as a share of its capacity; may be above 1.
  ///   - history: the same share at past samples, the newest first.
  func isOverloaded(at utilization: Fraction, history: Span<Fraction>) -> Bool
}

extension OverloadDetector {
  /// Most detectors look at the history.
  public var fixedLimit: Fraction? { nil }
}
