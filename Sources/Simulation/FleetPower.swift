public import Power
public import Quantities
public import Scenario

/// What the servers of a layout draw at a load, in the air of their room.
///
/// ```
/// rack server  curve(load) * fans(inlet)       at the wall
/// blade        curve(load)                     direct current, behind the supplies of its enclosure
/// ```
public struct FleetPower: Sendable {
  /// What an enclosure draws with its blades; nil for rack servers.
  public let enclosure: EnclosurePower?
  private let curve: PowerCurve
  private let warmth: Double

  /// Reads the machines of a layout.
  public init(_ layout: Layout, of scenario: Scenario) {
    curve = layout.servers.model.power.curve
    warmth = scenario.warmth(of: layout)
    enclosure = scenario.enclosurePower(of: layout)
  }

  /// The draw of one server at a share of its throughput; above 100 % that at 100 %.
  public func server(at load: Fraction) -> Watts { curve.draw(at: min(.one, load)) * warmth }

  /// The draw at the wall of some equal servers in one enclosure, or side by side where there is none.
  public func wall(_ count: Int, at load: Fraction) -> Watts {
    let servers = server(at: load) * Double(count)
    return enclosure?.input(bladeDC: servers) ?? servers
  }
}
