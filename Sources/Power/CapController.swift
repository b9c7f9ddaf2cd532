public import Quantities

/// How fast a power cap acts after demand has risen above it.
///
/// ```
/// E = max(0, P - C) t
/// ```
/// E is the energy above the cap in J, P the power demanded in W, C the cap in W, t the controller's period in s.
///
/// **Valid for** one step of demand; the controller acts at the end of its period. **Not modelled**: hunting,
/// breakers that trip meanwhile. **Source**: HP Dynamic Power Capping at most 0.5 s, in hardware; Intel Node Manager
/// 1 to 10 s (from memory, medium confidence).
///
/// Example: 500 W above the cap for 0.5 s are 250 J.
public struct CapController: Sendable, Hashable {
  /// The name in scenario files.
  public let name: String
  /// The longest time from a rise of demand until the cap holds.
  public let period: Seconds
  /// Where the figure comes from.
  public let source: String

  /// Creates a controller with a period of zero or more.
  public init(name: String, period: Seconds, source: String) {
    precondition(period >= .zero, "a controller acts after the fact")
    self.name = name
    self.period = period
    self.source = source
  }

  /// Fast enough to protect a breaker.
  public static let hardware = CapController(
    name: "hardware", period: Seconds(0.5),
    source: "HP Dynamic Power Capping, at most 0.5 s; from memory, medium confidence")
  /// By firmware, once a second.
  public static let firmware = CapController(
    name: "firmware", period: Seconds(1), source: "usual period of 1 s; from memory, medium confidence")
  /// By management software, at the slow end.
  public static let software = CapController(
    name: "software", period: Seconds(10),
    source: "Intel Node Manager, 1 to 10 s; from memory, medium confidence")

  /// Every controller, fastest first.
  public static let all = [hardware, firmware, software]

  /// Energy above the cap before it holds.
  public func overshoot(demand: Watts, cap: Watts) -> Joules {
    max(.zero, demand - cap).energy(over: period)
  }
}
