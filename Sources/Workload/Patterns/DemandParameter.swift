public import Quantities

/// A number that shapes a demand pattern: its name, meaning, default and range.
public struct DemandParameter: Sendable, Hashable {
  /// The value of a parameter.
  public enum Value: Sendable, Hashable {
    /// A time of the day, or how long something lasts.
    case time(Seconds)
    /// A share of the pattern's highest level.
    case share(Fraction)
  }

  /// What values are allowed, and which is used unless another is given.
  public enum Domain: Sendable, Hashable {
    /// A time of the day, or how long something lasts.
    case time(default: Seconds, in: ClosedRange<Seconds>)
    /// A share of the pattern's highest level.
    case share(default: Fraction, in: ClosedRange<Fraction>)
  }

  /// The key in scenario files.
  public let name: String
  /// What it does, as a clause.
  public let meaning: String
  /// What values are allowed.
  public let domain: Domain

  static func time(
    _ name: String, hours: Double, in range: ClosedRange<Double>, _ meaning: String
  ) -> DemandParameter {
    DemandParameter(
      name: name, meaning: meaning,
      domain: .time(
        default: Seconds(hours: hours),
        in: Seconds(hours: range.lowerBound)...Seconds(hours: range.upperBound)))
  }

  static func share(
    _ name: String, percent: Double, in range: ClosedRange<Double>, _ meaning: String
  ) -> DemandParameter {
    DemandParameter(
      name: name, meaning: meaning,
      domain: .share(
        default: Fraction(percent: percent),
        in: Fraction(percent: range.lowerBound)...Fraction(percent: range.upperBound)))
  }

  /// The value used unless another is given.
  public var standard: Value {
    switch domain {
    case .time(let value, _): .time(value)
    case .share(let value, _): .share(value)
    }
  }

  /// Whether a value is of the right kind and in range.
  public func allows(_ value: Value) -> Bool {
    switch (domain, value) {
    case (.time(_, let range), .time(let time)): range.contains(time)
    case (.share(_, let range), .share(let share)): range.contains(share)
    default: false
    }
  }

  /// The range in words: `0 % and 90 %`.
  var rangeText: String {
    switch domain {
    case .time(_, let range): "\(range.lowerBound) and \(range.upperBound)"
    case .share(_, let range): "\(range.lowerBound) and \(range.upperBound)"
    }
  }
}
