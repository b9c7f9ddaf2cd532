/// A physical value that cannot be mistaken for another: a number in one base unit, with text both ways.
///
/// Each conforming type is named after its base unit, so `Watts(120).value` is 120 W. The protocol asks only for
/// what points on a scale (``Celsius``) and amounts (``Watts``) share; amounts refine it with ``Quantity``.
public protocol MeasuredValue: Comparable, Hashable, Sendable, CustomStringConvertible {
  /// The value in the base unit.
  var value: Double { get set }
  /// Creates a value from a number of base units.
  init(_ value: Double)
  /// What is measured, in words, for messages: `power`, `temperature`.
  static var dimension: String { get }
  /// The units that are read and printed, smallest first; one has scale 1.
  static var units: [Unit] { get }
  /// A well-formed text for messages: `2.4 kW`.
  static var example: String { get }
}

/// An amount: measured values that add up and scale.
public protocol Quantity: MeasuredValue, AdditiveArithmetic {}

extension MeasuredValue {
  /// Orders by the number of base units.
  @inlinable public static func < (left: Self, right: Self) -> Bool { left.value < right.value }
}

extension Quantity {
  /// No amount.
  @inlinable public static var zero: Self { Self(0) }
  /// The sum.
  @inlinable public static func + (left: Self, right: Self) -> Self { Self(left.value + right.value) }
  /// The difference.
  @inlinable public static func - (left: Self, right: Self) -> Self { Self(left.value - right.value) }
  /// Adds in place.
  @inlinable public static func += (left: inout Self, right: Self) { left.value += right.value }
  /// Subtracts in place.
  @inlinable public static func -= (left: inout Self, right: Self) { left.value -= right.value }
  /// The amount with its sign turned.
  @inlinable public static prefix func - (amount: Self) -> Self { Self(-amount.value) }
  /// The amount a number of times.
  @inlinable public static func * (left: Self, right: Double) -> Self { Self(left.value * right) }
  /// The amount a number of times.
  @inlinable public static func * (left: Double, right: Self) -> Self { Self(left * right.value) }
  /// A part of the amount.
  @inlinable public static func / (left: Self, right: Double) -> Self { Self(left.value / right) }
  /// How many times one amount holds the other.
  @inlinable public static func / (left: Self, right: Self) -> Double { left.value / right.value }
  /// The amount times a fraction.
  @inlinable public static func * (left: Self, right: Fraction) -> Self { Self(left.value * right.value) }
}
