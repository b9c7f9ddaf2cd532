public import Quantities

/// The COP of the chilled-water CRAC units of the HP Labs Utility Data Center by supply temperature.
///
/// ```
/// COP = 0.0068·T² + 0.0008·T + 0.458
/// ```
///
/// `T` supply air (°C).
///
/// **Valid for** 10 to 30 °C; outside it is held at the ends.
///
/// **Not modelled**: weather and part load; the curve is one plant's.
///
/// **Source**: Moore, Chase, Ranganathan and Sharma (2005), "Making scheduling cool", USENIX ATC (from memory of
/// the literature, high confidence).
///
/// **Example**: 2.000 at 15 °C, 3.194 at 20 °C, 4.728 at 25 °C.
public enum MooreCOP {
  /// Constant, linear and square coefficient.
  private static let coefficients = (0.458, 0.0008, 0.0068)
  /// The supply temperatures the curve is used for.
  public static let range = Celsius(10)...Celsius(30)

  /// The COP at a supply temperature.
  public static func cop(supply: Celsius) -> COP {
    let t = min(max(supply, range.lowerBound), range.upperBound).value
    let c = coefficients
    return COP(c.0 + t * (c.1 + t * c.2))
  }
}
