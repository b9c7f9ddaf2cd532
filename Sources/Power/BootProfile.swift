public import Quantities

/// What starting a server costs: its power while it boots and how long it takes until it can host work.
public struct BootProfile: Sendable, Hashable {
  /// The name in scenario files.
  public let name: String
  /// Power while booting, as a share of peak power.
  public let powerShare: Fraction
  /// Time from power-on until work can start.
  public let duration: Seconds
  /// Where the figures come from.
  public let source: String

  /// Creates a profile; ``ServerPower`` refuses one with a negative share or duration.
  public init(name: String, powerShare: Fraction, duration: Seconds, source: String) {
    self.name = name
    self.powerShare = powerShare
    self.duration = duration
    self.source = source
  }

  private static let memory = "from memory, medium confidence: 0.7 to 0.9 of peak power"

  /// A server of 2005: 2 to 4 minutes.
  public static let era2005 = BootProfile(
    name: "2005", powerShare: Fraction(0.8), duration: Seconds(minutes: 3), source: memory + ", 2 to 4 min")
  /// A server of 2015: 3 to 6 minutes.
  public static let era2015 = BootProfile(
    name: "2015", powerShare: Fraction(0.8), duration: Seconds(minutes: 4.5), source: memory + ", 3 to 6 min")
  /// A server of 2025: 4 to 12 minutes, most of it memory training.
  public static let era2025 = BootProfile(
    name: "2025", powerShare: Fraction(0.8), duration: Seconds(minutes: 8), source: memory + ", 4 to 12 min")

  /// Every built-in profile, oldest first.
  public static let all = [era2005, era2015, era2025]
}
