public import Quantities

/// Capacity that a plan keeps free for failures.
public enum SpareRule: Hashable, Sendable {
  /// Nothing is kept free.
  case none
  /// N + k by count: the last k hosts take no guest. Says nothing about whether they are large enough.
  case hosts(Int)
  /// A share of every resource of every host is kept free, from 0 to below 1.
  case fraction(Fraction)
  /// N + k by slots: the guests, each as large as the largest of them, fit when the k hosts that take most are lost.
  case slots(lost: Int)
  /// Any one unit of a level may be lost at once, and all its guests restart on the rest without moving others.
  /// One enclosure's worth of capacity is `.loss(of: .domain(0))` where domain 0 groups hosts by enclosure.
  case loss(of: FailureLevel)
}
