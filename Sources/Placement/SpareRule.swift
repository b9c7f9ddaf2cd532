public import Quantities

/// Capacity that a plan keeps free for failures.
public enum SpareRule: Hashable, Sendable {
  /// Nothing is kept free.
  case none
  /// N + k by count: the last k hosts take no guest. Says nothing about whether they are large enough.
  case hosts(Int)
  /// A share of every resource of every host is kept free, from 0 to below 1.
  case fraction(Fraction)
  /// Any one unit of a level may be lost at once, and all its guests restart on the rest without moving others.
  /// One enclosure's worth of capacity is `.loss(of: .domain(0))` where domain 0 groups hosts by enclosure.
  case loss(of: FailureLevel)
}
