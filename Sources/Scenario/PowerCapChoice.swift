public import Power
public import Quantities

/// Power caps of a layout: the most that a server, an enclosure, a rack or the circuits of a rack may draw.
///
/// A cap holds where its unit meets its feed: DC for a blade, at the wall for all else. How it is shared among servers, and
/// what they still do under it, is ``PowerCaps``.
public struct PowerCapChoice: Sendable, Hashable {
  /// Each server.
  public var server: Watts?
  /// Each enclosure with its blades.
  public var enclosure: Watts?
  /// Each rack.
  public var rack: Watts?
  /// The circuits that feed a rack, of which either must carry it alone.
  public var circuit: Watts?
  /// What enforces the caps, and how soon.
  public var controller: CapController

  /// Creates a choice; what is nil has no cap.
  public init(
    server: Watts? = nil, enclosure: Watts? = nil, rack: Watts? = nil, circuit: Watts? = nil,
    controller: CapController = .hardware
  ) {
    self.server = server
    self.enclosure = enclosure
    self.rack = rack
    self.circuit = circuit
    self.controller = controller
  }

  /// The tighter of the caps on a rack and on its circuits, which is the one that can bind; that on the rack when they are
  /// equal.
  public var ofRack: (level: PowerCaps.Level, cap: Watts)? {
    guard let circuit else { return rack.map { (.rack, $0) } }
    guard let rack, rack <= circuit else { return (.circuit, circuit) }
    return (.rack, rack)
  }
}
