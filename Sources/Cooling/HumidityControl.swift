public import Quantities

/// Electricity spent on holding a humidity band, as shares of the plant's capacity and of its load.
///
/// ```
/// P = a·R + b·Q
/// ```
///
/// `P` electricity (W), `R` capacity that is needed at design (W), `Q` room heat removed (W), `a` standing share,
/// `b` proportional share.
///
/// **Valid for** a room kept closed to outdoor air. The electricity ends in the room as steam or reheat, and so
/// on the cooling coil.
///
/// **Not modelled**: the season; the shares are annual means. Water is not counted.
///
/// **Source**: Rasmussen, APC/Schneider White Paper 113, humidifier 1 % standing and 1 % proportional (from memory
/// of the literature, high confidence), which belongs to the 2004 envelope (20–25 °C, 40–55 %): so narrow that
/// units humidify and dehumidify at once. Wider envelopes (from 2008) need far less.
///
/// **Example**: 1 % + 1 % at 100 kW design and 50 kW of heat cost 1.5 kW.
public struct HumidityControl: Hashable, Sendable {
  /// Share of the design capacity that is always spent.
  public let standing: Fraction
  /// Share of the heat removed.
  public let proportional: Fraction

  /// Creates a control.
  public init(standing: Fraction, proportional: Fraction) {
    self.standing = standing
    self.proportional = proportional
  }

  /// The control of rooms with the wider envelopes since 2008, as set: one share, standing and again proportional.
  static func wideBand(_ settings: PlantParameters) -> HumidityControl {
    let share: Fraction = settings[PerimeterDXVariable.humidity]
    return HumidityControl(standing: share, proportional: share)
  }

  /// The electricity.
  public func electricity(capacity: Watts, removed: Watts) -> Watts {
    capacity * standing + removed * proportional
  }
}
