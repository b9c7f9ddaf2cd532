public import Facility
public import Power
public import Quantities

/// A model of blade enclosure: bays, shared supplies, what it draws beside its blades, weighs and costs.
public struct EnclosureModel: Sendable, Hashable {
  /// How much of an enclosure's own equipment runs.
  public enum Fitting: Sendable, Hashable {
    /// Fans at lowest speed, management and the interconnects that are needed to work, as in benchmark runs.
    case minimal
    /// Fans at half speed at least, and two to four switch modules, as found in machine rooms.
    case field
    /// Minimal, and these modules beside.
    case modules([EnclosureFit.Modules])

    /// Lowest fan speed in machine rooms (from memory, low confidence).
    static let fieldFanSpeed = Fraction(percent: 50)
  }

  /// The name in scenario files, such as `hp-c7000`.
  public let slug: String
  /// The name for people.
  public let title: String
  /// The year in which it could first be bought.
  public let year: Int
  /// What it is to a rack and to its blades.
  public private(set) var form: EnclosureForm
  /// The supplies that feed everything in it.
  public private(set) var bank: PowerSupplyBank
  /// Whether a scenario has other supplies in it than the catalogue.
  public private(set) var isResupplied = false
  /// The heat that its fans are rated to carry: what the catalogue's supplies give while their redundancy holds.
  public let fanHeat: Watts
  /// DC power with every bay empty, minimally fitted.
  public let minimalPower: Watts
  /// DC power with every bay empty, fitted as in machine rooms.
  public let fieldPower: Watts
  /// How many fans it has.
  public let fans: Int
  /// DC power of one fan at full speed; nil when unknown, and then its fans stay at lowest speed.
  public let fanPower: Watts?
  /// How many interconnect modules it takes.
  public let interconnectBays: Int
  /// How many management modules it takes.
  public let managementBays: Int
  /// What it costs with supplies, fans and management.
  public let price: Money
  /// What the interconnect modules cost that are usually fitted.
  public let interconnectPrice: Money
  /// Greenhouse gas of making it.
  public let embodiedCarbon: KilogramsCO2e
  /// Every figure with its source.
  public let facts: [SourcedFact]

  /// Creates a model.
  public init(
    slug: String, title: String, year: Int, form: EnclosureForm, bank: PowerSupplyBank, minimalPower: Watts,
    fieldPower: Watts, fans: Int, fanPower: Watts? = nil, interconnectBays: Int, managementBays: Int,
    price: Money,
    interconnectPrice: Money, embodiedCarbon: KilogramsCO2e, facts: [SourcedFact]
  ) {
    self.slug = slug
    self.title = title
    self.year = year
    self.form = form
    self.bank = bank
    fanHeat = bank.usableCapacity
    self.minimalPower = minimalPower
    self.fieldPower = fieldPower
    self.fans = fans
    self.fanPower = fanPower
    self.interconnectBays = interconnectBays
    self.managementBays = managementBays
    self.price = price
    self.interconnectPrice = interconnectPrice
    self.embodiedCarbon = embodiedCarbon
    self.facts = facts
  }

  /// What it draws beside its blades, and how its supplies carry both.
  ///
  /// Fans are rated to carry ``fanHeat`` in air of 35 °C.
  ///
  /// - Parameters:
  ///   - fitting: what is fitted and runs.
  ///   - blade: the blades in it, whose curve may hold the fans' answer to load already.
  ///   - inlet: temperature of the air the blades draw in.
  public func power(
    _ fitting: Fitting = .minimal, blade: ServerModel? = nil, inlet: Celsius = FanAnswer.benchmarkInlet
  ) -> EnclosurePower {
    let lowest = fitting == .field ? Fitting.fieldFanSpeed : FanBank.typicalLowestSpeed
    var answer: FanAnswer?
    if let fanPower, fans > 0,
      let bank = try? FanBank(
        count: fans, unit: fanPower, ratedHeat: fanHeat, lowestSpeed: lowest)
    {
      let isMeasured = blade?.isMeasuredInEnclosure ?? true
      answer = FanAnswer(bank, inlet: inlet, measuredAt: isMeasured ? FanAnswer.benchmarkInlet : nil)
    }
    switch fitting {
    case .minimal: return EnclosurePower(fixed: minimalPower, bank: bank, answer: answer)
    case .field: return EnclosurePower(fixed: fieldPower, bank: bank, answer: answer)
    case .modules(let modules):
      func sum(_ purpose: EnclosureModule.Purpose) -> Watts {
        modules.reduce(.zero) { $1.kind.purpose == purpose ? $0 + $1.power : $0 }
      }
      return EnclosurePower(
        fans: minimalPower, management: sum(.management), interconnects: sum(.interconnect), bank: bank,
        answer: answer)
    }
  }

  /// The enclosure with other power supplies in place of its own, each with its cord. Its fans stay what they are.
  ///
  /// **Not modelled**: what other supplies weigh and cost.
  ///
  /// - Parameter blade: what it holds; one at full load is the least that the supplies have to carry.
  /// - Throws: a ``PowerProblem`` for more supplies than it has places for, and for a bank too small.
  public func supplied(by bank: PowerSupplyBank, carrying blade: ServerModel) throws(PowerProblem)
    -> EnclosureModel
  {
    guard bank.installed <= self.bank.installed else {
      throw PowerProblem(
        "\(title) takes \(self.bank.installed) power supplies, found \(bank.installed)",
        help: "lower 'count', or give them a higher 'rating'")
    }
    var changed = self
    changed.bank = bank
    changed.isResupplied = true
    changed.form = form.with(form.cables.with(powerCords: bank.installed))
    guard changed.power(blade: blade).state(bladeDC: blade.power.curve.peak) == .protected else {
      let kept = bank.redundancy == .none ? "" : ", with mode '\(bank.redundancy.rawValue)',"
      throw PowerProblem(
        "supplies of \(bank.installedRating) in all\(kept) cannot carry \(title) with one \(blade.title) at full load",
        help: "raise the rating or the count")
    }
    return changed
  }

  /// Whether a server is a blade of this enclosure's family.
  public func takes(_ server: ServerModel) -> Bool {
    server.blade?.families.contains(form.family) ?? false
  }
}
