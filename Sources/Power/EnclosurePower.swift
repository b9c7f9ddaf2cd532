public import Quantities

/// What a blade enclosure draws beside its blades, and the AC input of both together.
///
/// ```
/// DC = fans + management + interconnects + sum of blades + rise(blades),  input = bank(DC)
/// ```
/// All in W. The blades' sum is DC; the input is AC at the wall through the shared bank of supplies. `fans` is their
/// power at lowest speed, `rise` what they draw beyond it (``FanAnswer``), zero without one.
///
/// **Valid for** as its parts. SPECpower series of one enclosure with more and more nodes show no sign that the fixed
/// part grows with load.
/// **Not modelled**: per-slot power limits.
/// **Source**: least squares on the HPE Synergy 12000 series, SPECpower_ssj2008, 8 May 2019 (published): 130
/// W fixed and 65.3 W a node at idle, 90 and 442.4 at full load, AC.
///
/// Example: calibrated on the series with 2 and 12 nodes, a line predicts the nine between to 0.7 % at full
/// load.
public struct EnclosurePower: Sendable, Hashable {
  /// DC power of the enclosure's fans at lowest speed.
  public let fans: Watts
  /// DC power of management modules.
  public let management: Watts
  /// DC power of switches and pass-through modules.
  public let interconnects: Watts
  /// The supplies that feed everything in the enclosure.
  public let bank: PowerSupplyBank
  /// What its fans draw beyond their lowest speed; nil when they stay there.
  public let answer: FanAnswer?

  /// Creates an enclosure's power.
  public init(
    fans: Watts, management: Watts, interconnects: Watts, bank: PowerSupplyBank, answer: FanAnswer? = nil
  ) {
    self.fans = fans
    self.answer = answer
    self.management = management
    self.interconnects = interconnects
    self.bank = bank
  }

  /// Creates an enclosure of which only the whole fixed power is known, kept as fan power.
  public init(fixed: Watts, bank: PowerSupplyBank, answer: FanAnswer? = nil) {
    self.init(fans: fixed, management: .zero, interconnects: .zero, bank: bank, answer: answer)
  }

  /// DC power drawn with every bay empty.
  @inlinable public var fixed: Watts { fans + management + interconnects }

  /// DC power beside the blades, which draw a sum of DC power.
  public func own(bladeDC sum: Watts) -> Watts {
    guard let answer else { return fixed }
    return fixed + answer.rise(carrying: sum + management + interconnects)
  }

  /// AC power at the wall with blades that draw a sum of DC power.
  public func input(bladeDC sum: Watts) -> Watts { bank.input(for: own(bladeDC: sum) + sum) }

  /// DC power that blades may draw of an AC input, the inverse of ``input(bladeDC:)``; zero when the enclosure itself takes
  /// it all.
  public func bladeDC(of input: Watts) -> Watts {
    let output = bank.output(for: input)
    guard answer != nil else { return max(.zero, output - fixed) }
    // The fans' answer has no inverse of its own. Halving keeps the lower end within the input.
    var (least, most) = (Watts.zero, max(.zero, output))
    for _ in 0..<52 {
      let middle = (least + most) / 2
      if own(bladeDC: middle) + middle <= output { least = middle } else { most = middle }
    }
    return least
  }

  /// Whether the bank can carry the blades beside the enclosure's own power.
  public func state(bladeDC sum: Watts) -> PowerSupplyBank.State {
    bank.state(carrying: own(bladeDC: sum) + sum)
  }

  /// DC power left for blades while the promised redundancy holds.
  public var bladeCapacity: Watts { max(.zero, bank.usableCapacity - fixed) }
}
