public import Quantities

/// Power caps on servers, enclosures, racks and circuits, and the work that is left under them.
///
/// ```
/// demand(g) = min(cap(g), bank_g(overhead(g) + sum of the members' demands))
/// f         = (given - floor) / (demand - floor)       for each group from the top down
/// grant(m)  = floor(m) + f (demand(m) - floor(m))
/// served    = u(grant) / u                             u(P): inverse of the server's curve
/// ```
/// A group g is a circuit, rack or enclosure; its members are groups and servers. Powers are in W. The floor of a server
/// is its idle power, that of a group the sum over its members with its overhead; f shares what the group may draw
/// above the floor in proportion to what each member asks for above its own. An enclosure's members are DC behind its
/// bank; its cap, like those of racks and circuits, is AC at the wall.
///
/// **Valid for** steady demand; ``CapController`` gives the time before a cap holds. **Not modelled**: priorities between
/// members, servers switched off to save their idle power, a floor above idle.
/// **Source**: group caps as HP, Dell and Intel describe them (from memory, medium confidence); shared in proportion
/// here, which gives out the whole cap. Throughput under a cap: inverse of the measured curve.
///
/// Example: two servers from 100 W to 200 W at full load under a rack cap of 300 W get 150 W each.
public struct PowerCaps: Sendable, Hashable {
  /// What a group stands for.
  public enum Level: String, Sendable, Hashable, CaseIterable {
    /// One server with its own cap.
    case server
    /// Blades behind one bank of supplies.
    case enclosure
    /// Everything in a rack.
    case rack
    /// Everything on a circuit.
    case circuit
  }

  /// One group.
  public struct Group: Sendable, Hashable {
    /// What it stands for.
    public let level: Level
    /// The group it belongs to, by index, lower than its own; nil at the top.
    public let parent: Int?
    /// The most it may draw at its input; nil without a cap.
    public let cap: Watts?
    /// What it draws beside its members, behind its supplies; an enclosure's own power is in ``enclosure``.
    public let overhead: Watts
    /// The enclosure whose supplies stand between its input and its members; nil without.
    public let enclosure: EnclosurePower?

    /// Creates a group.
    public init(_ level: Level, in parent: Int? = nil, cap: Watts? = nil, overhead: Watts = .zero) {
      self.init(level, in: parent, cap: cap, overhead: overhead, enclosure: nil)
    }

    /// Creates an enclosure.
    public init(_ enclosure: EnclosurePower, in parent: Int? = nil, cap: Watts? = nil) {
      self.init(.enclosure, in: parent, cap: cap, overhead: .zero, enclosure: enclosure)
    }

    private init(_ level: Level, in parent: Int?, cap: Watts?, overhead: Watts, enclosure: EnclosurePower?) {
      self.level = level
      self.parent = parent
      self.cap = cap
      self.overhead = overhead
      self.enclosure = enclosure
    }

    /// Input for what the members take together.
    public func input(for members: Watts) -> Watts {
      enclosure?.input(bladeDC: members + overhead) ?? members + overhead
    }

    /// What the members may take together of an input.
    public func budget(of input: Watts) -> Watts {
      max(.zero, (enclosure?.bladeDC(of: input) ?? input) - overhead)
    }
  }

  /// The groups; each stands behind its parent.
  public let groups: [Group]

  /// Creates caps.
  ///
  /// - Throws: a ``PowerProblem`` when a group does not stand behind its parent or a figure is out of range.
  public init(_ groups: [Group]) throws(PowerProblem) {
    for (index, group) in groups.enumerated() {
      if let parent = group.parent, !(0..<index).contains(parent) {
        throw PowerProblem("group \(index) names group \(parent) as its own, which does not come before it")
      }
      if let cap = group.cap, !(cap.value >= 0) {
        throw PowerProblem("a cap of \(cap) on a \(group.level.rawValue) is not possible")
      }
      guard group.overhead.value >= 0, group.overhead.value.isFinite else {
        throw PowerProblem("a \(group.level.rawValue) cannot draw \(group.overhead) beside its members")
      }
    }
    self.groups = groups
  }
}
