public import Quantities

/// The cables and ports of a whole layout, and the tray they fill.
///
/// ```
/// switches = ceil(switch ports / ports of one switch)
/// tray     = sum of n pi d^2 / 4 / fill
/// ```
///
/// - n: cables of a kind; d: their diameter, m; fill: the share of a tray's section that may be filled, 50 %.
///
/// **Valid for**: counts and sections for planning, all cables in one tray at its fullest place. **Not modelled**: lengths,
/// bundles, cables between switches. **Source**: 50 % fill and diameters (twisted pair 6 mm, fibre 3 mm, power and
/// console cord 9 mm) from memory of common practice, medium confidence.
///
/// Example: 16 servers of 8 cables need 128 cables, 80 switch ports; in one enclosure 16 cables, 10 ports.
public struct CablePlan: Hashable, Sendable {
  /// All cables of the layout.
  public let cables: CableCount

  /// Share of a tray's section that may be filled.
  public static let trayFill = Fraction(0.5)
  /// Diameters of the kinds of cable.
  static let diameter = (data: Meters(0.006), storage: Meters(0.003), cord: Meters(0.009))

  /// Adds up machines and enclosures, each kind with its number.
  public init(_ machines: [(cables: CableCount, count: Int)]) {
    cables = machines.reduce(.none) { $0 + $1.cables * $1.count }
  }

  /// Switches of a number of ports each, 1 or more, that all ports need.
  public func switches(portsEach: Int) -> Int {
    precondition(portsEach >= 1, "a switch has ports")
    return (cables.switchPorts + portsEach - 1) / portsEach
  }

  /// Section of a tray that holds them all.
  public var traySection: SquareMeters {
    let section = { (cables: Int, diameter: Meters) in
      Double(cables) * Double.pi * diameter.value * diameter.value / 4
    }
    let filled =
      section(cables.data + cables.management, Self.diameter.data)
      + section(cables.storage, Self.diameter.storage)
      + section(cables.console + cables.power, Self.diameter.cord)
    return SquareMeters(filled / Self.trayFill.value)
  }

  /// Cables saved against another plan, as a share of its cables; zero when it has none.
  public func cut(from other: CablePlan) -> Fraction {
    guard other.cables.total > 0 else { return .zero }
    return Fraction(1 - Double(cables.total) / Double(other.cables.total))
  }
}
