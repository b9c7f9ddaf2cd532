public import Quantities

/// One enclosure as it is fitted: fans that answer to heat and inlet, modules by kind and number, supplies.
///
/// ```
/// DC    = blades + modules + fans(blades + modules, T_in)
/// input = bank(DC)
/// ```
/// All in W; the blades' sum is DC, the input AC at the wall. ``FanBank`` gives the fans' power. This is the
/// long form of ``EnclosurePower``, which keeps the fans at their lowest speed.
///
/// **Valid for** as its parts. **Not modelled**: limits per slot, heat of the fans in the air they move.
/// **Source**: the sum of the parts; their sources are at ``FanBank``, ``EnclosureModule`` and
/// ``PowerSupplyBank``.
///
/// Example: a 10U enclosure with ten fans at 52 % speed, two managers, four 10 Gbit/s modules and a pair of six
/// Gold supplies awake takes 698 W empty; with fans at 25 %, one manager, one 1 Gbit/s switch and one supply
/// awake 182 W.
public struct EnclosureFit: Sendable, Hashable {
  /// A number of modules of one kind.
  public struct Modules: Sendable, Hashable {
    /// The kind.
    public let kind: EnclosureModule
    /// How many.
    public let count: Int

    /// Creates a group of modules; none or more.
    public init(_ kind: EnclosureModule, count: Int = 1) {
      precondition(count >= 0, "there are no negative modules")
      self.kind = kind
      self.count = count
    }

    /// DC power of the group.
    public var power: Watts { kind.power * Double(count) }
  }

  /// The fans.
  public let fans: FanBank
  /// Its modules.
  public let modules: [Modules]
  /// The supplies that feed everything in it.
  public let bank: PowerSupplyBank
  private let interconnects: Watts
  private let management: Watts

  /// Creates a fit.
  public init(fans: FanBank, modules: [Modules], bank: PowerSupplyBank) {
    self.fans = fans
    self.modules = modules
    self.bank = bank
    self.interconnects = EnclosureFit.power(of: .interconnect, in: modules)
    self.management = EnclosureFit.power(of: .management, in: modules)
  }

  private static func power(of purpose: EnclosureModule.Purpose, in modules: [Modules]) -> Watts {
    modules.reduce(.zero) { $1.kind.purpose == purpose ? $0 + $1.power : $0 }
  }

  /// DC power of all modules of a purpose.
  public func power(of purpose: EnclosureModule.Purpose) -> Watts {
    switch purpose {
    case .interconnect: interconnects
    case .management: management
    }
  }

  /// What flows with blades that draw a sum of DC power, at an inlet temperature.
  public func reading(bladeDC sum: Watts, inlet: Celsius) -> EnclosureReading {
    let heat = sum + interconnects + management
    let air = fans.draw(for: heat, inlet: inlet)
    return EnclosureReading(
      blades: sum, fans: air, interconnects: interconnects, management: management,
      supplies: bank.reading(carrying: heat + air), fansSuffice: fans.isSufficient(for: heat, inlet: inlet))
  }

  /// AC power at the wall with blades that draw a sum of DC power, at an inlet temperature.
  public func input(bladeDC sum: Watts, inlet: Celsius) -> Watts {
    reading(bladeDC: sum, inlet: inlet).input
  }

  /// The short form: everything but the blades as it is with empty bays at an inlet temperature.
  public func power(inlet: Celsius) -> EnclosurePower {
    let empty = reading(bladeDC: .zero, inlet: inlet)
    return EnclosurePower(
      fans: empty.fans, management: empty.management, interconnects: empty.interconnects, bank: bank)
  }
}

/// What flows in an enclosure at a moment. Input is the sum of the parts by construction.
public struct EnclosureReading: Sendable, Hashable {
  /// DC power of the blades.
  public let blades: Watts
  /// DC power of the fans.
  public let fans: Watts
  /// DC power of switches and pass-throughs.
  public let interconnects: Watts
  /// DC power of managers.
  public let management: Watts
  /// The supplies: their output is the sum of the above.
  public let supplies: PowerSupplyBank.Reading
  /// Whether the fans can hold the components' temperature.
  public let fansSuffice: Bool

  /// AC power at the wall.
  public var input: Watts { supplies.input }
}
