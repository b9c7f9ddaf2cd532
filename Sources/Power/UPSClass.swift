/// A kind of UPS by its technology, with the loss of one module per unit of rating.
///
/// Coefficients fit typical efficiencies at 25, 50 and 100 % load (derived, medium confidence), of the kind
/// reported by Ton and Fortenbury, "High Performance Buildings: Data Centers, UPS", LBNL 2005, and by ENERGY
/// STAR.
public struct UPSClass: Sendable, Hashable {
  /// The name in scenario files: `double-conversion-2005`.
  public let name: String
  /// The name for people.
  public let title: String
  /// Loss per unit of rating.
  public let loss: QuadraticLoss
  /// Where the figures come from.
  public let source: String

  private init(
    _ name: String, _ title: String, _ a: Double, _ b: Double, _ c: Double,
    source: String = "derived: fit of typical efficiencies (LBNL 2005; ENERGY STAR UPS), medium confidence"
  ) {
    self.name = name
    self.title = title
    self.loss = QuadraticLoss(known: a, b, c)
    self.source = source
  }

  /// Double conversion with a transformer: 86 % at a quarter, 90 % at half, 92 % at full load.
  public static let doubleConversion2005 = UPSClass(
    "double-conversion-2005", "double conversion, 2005", 0.0280, 0.0490, 0.0097)
  /// Delta conversion or flywheel: 93, 96, 97 %.
  public static let deltaConversion = UPSClass(
    "delta-conversion", "delta conversion or flywheel", 0.0177, -0.0042, 0.0171)
  /// Double conversion without a transformer: 94, 96, 95.5 %.
  public static let transformerless2015 = UPSClass(
    "transformerless-2015", "transformerless double conversion, 2015", 0.0166, -0.0134, 0.0440)
  /// Silicon-carbide double conversion: 96.5, 97.6, 97 %.
  public static let siliconCarbide2025 = UPSClass(
    "silicon-carbide-2025", "silicon-carbide double conversion, 2025", 0.0099, -0.0109, 0.0318)
  /// Bypass with the inverter on standby: 98, 99, 99 %.
  public static let ecoMode = UPSClass("eco-mode", "eco mode", 0.0058, -0.0059, 0.0103)
  /// The UPS of the White Paper 113 component model.
  public static let whitePaper113 = UPSClass(
    "white-paper-113", "UPS of Schneider White Paper 113", 0.04, 0.05, 0,
    source: "Rasmussen, Schneider Electric White Paper 113; from memory, high confidence")

  /// Every class.
  public static let all = [
    doubleConversion2005, deltaConversion, transformerless2015, siliconCarbide2025, ecoMode, whitePaper113,
  ]

  /// The class of a name.
  public static func named(_ name: String) -> UPSClass? { all.first { $0.name == name } }
}
