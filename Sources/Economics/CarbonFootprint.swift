public import Quantities

/// Greenhouse gas of a layout: what making the hardware caused, and what its electricity causes.
///
/// ```
/// operational = E i          embodied within a horizon H = Σ n g H / L
/// ```
/// `E` energy in kWh, `i` intensity of the grid in kg/kWh, `n` units of embodied carbon `g` in kg, `L` their life.
///
/// **Valid for** a grid of one intensity over the horizon. **Not modelled**: hours of the grid, transport, end of life.
/// **Source**: the form of product carbon footprints (Dell, Boavizta).
/// **Example**: 10 000 kWh at 0.60 kg/kWh and one server of 1 221 kg over its whole life: 7 221 kg.
public struct CarbonFootprint: Hashable, Sendable {
  /// From electricity.
  public let operational: KilogramsCO2e
  /// From making the hardware.
  public let embodied: KilogramsCO2e

  /// Creates a footprint.
  public init(operational: KilogramsCO2e, embodied: KilogramsCO2e) {
    self.operational = operational
    self.embodied = embodied
  }

  /// The sum.
  public var total: KilogramsCO2e { operational + embodied }

  /// The share of electricity in the sum; nothing when the sum is.
  public var operationalShare: Fraction { total.value == 0 ? .zero : Fraction(operational / total) }

  /// What the footprint costs at a price.
  public func cost(at price: CarbonPrice) -> Money { price.money * (total.value / 1000) }
}

/// Embodied carbon of equal hardware that is written off over its life.
public struct EmbodiedCarbon: Hashable, Sendable {
  /// What making one caused.
  public let each: KilogramsCO2e
  /// How many.
  public let count: Int
  /// How long one serves.
  public let life: Seconds

  /// Creates embodied carbon.
  public init(each: KilogramsCO2e, count: Int, life: Seconds) {
    precondition(count >= 0 && life.value > 0, "a count is not negative, a life is positive")
    self.each = each
    self.count = count
    self.life = life
  }

  /// The part that falls to a horizon from the day of purchase: in proportion to time, replacements written off alike.
  public func share(within horizon: Seconds) -> KilogramsCO2e {
    each * Double(count) * (horizon / life)
  }
}

extension EmbodiedCarbon {
  /// What making one server caused: total footprint times the share of manufacturing, doubtful by a factor of two.
  public static let ofServers: [(model: String, each: Estimate<KilogramsCO2e>)] = [
    ("R730", 1221), ("R740", 1313), ("R640", 1283), ("M630", 1563), ("M640", 1659), ("FC640", 1619),
    ("R940", 1382), ("R6515", 653), ("R6525", 762),
  ].map { model, kilograms in
    (
      model,
      Estimate(
        KilogramsCO2e(kilograms), in: .zero...KilogramsCO2e(2 * kilograms),
        source: "Dell product carbon footprints, collected by Boavizta", confidence: .published)
    )
  }

  /// What making one enclosure of 16 bays caused.
  public static let ofEnclosure = Estimate(
    KilogramsCO2e(880), in: KilogramsCO2e(600)...KilogramsCO2e(1000),
    source: "Boavizta's factor for a 16-slot enclosure", confidence: .published)
}
