/// A class of power supplies that lose alike: an 80 PLUS level or a typical supply of an era.
///
/// Coefficients are per unit of rating (``QuadraticLoss``). Those of the 80 PLUS levels pass exactly through
/// the level's minimum efficiencies at 20, 50 and 100 % load at 230 V internal redundant, which White does not have: those of the
/// non-redundant level of the European market are taken. Titanium is a least-squares fit of four points. Real supplies of a level are as good or a little better.
public struct EfficiencyClass: Sendable, Hashable {
  /// The name in scenario files: `platinum`.
  public let name: String
  /// The name for people: `80 PLUS Platinum`.
  public let title: String
  /// Its loss, per unit of rating.
  public let loss: QuadraticLoss
  /// Where the figures come from.
  public let source: String

  private init(_ name: String, _ title: String, _ a: Double, _ b: Double, _ c: Double, source: String) {
    self.name = name
    self.title = title
    self.loss = QuadraticLoss(known: a, b, c)
    self.source = source
  }

  private static let fit = "derived: fit of the published 80 PLUS minima, 230 V internal redundant"

  /// A typical server supply of 2003 to 2005: 68 % at 20 % load, 76 % at half load.
  public static let typical2005 = EfficiencyClass(
    "typical-2005", "typical server supply of 2005", 0.06, 0.15, 0.08,
    source: "LBNL and Ecos measurements, 65 to 75 % at 20 to 50 % load; from memory, medium confidence")
  /// 80 PLUS, the level without a metal: 82, 85 and 82 %.
  public static let white = EfficiencyClass(
    "white", "80 PLUS White", 0.02869, 0.04735, 0.14347,
    source: "derived: fit of the published 80 PLUS minima, 230 V non-redundant")
  /// 80 PLUS Bronze.
  public static let bronze = EfficiencyClass(
    "bronze", "80 PLUS Bronze", 0.03873, 0.00218, 0.19366, source: fit)
  /// 80 PLUS Silver.
  public static let silver = EfficiencyClass(
    "silver", "80 PLUS Silver", 0.03525, -0.03503, 0.17625, source: fit)
  /// 80 PLUS Gold.
  public static let gold = EfficiencyClass(
    "gold", "80 PLUS Gold", 0.03294, -0.06126, 0.16469, source: fit)
  /// 80 PLUS Platinum.
  public static let platinum = EfficiencyClass(
    "platinum", "80 PLUS Platinum", 0.02847, -0.05665, 0.12708, source: fit)
  /// 80 PLUS Titanium.
  public static let titanium = EfficiencyClass(
    "titanium", "80 PLUS Titanium", 0.01762, -0.06468, 0.14581, source: fit)

  /// 80 PLUS Ruby, the level of 2025: 95, 96.5 and 96 %.
  public static let ruby = EfficiencyClass(
    "ruby", "80 PLUS Ruby", 0.00817, 0.00637, 0.02713,
    source: "fit of the 80 PLUS minima of 2025, from memory, low confidence")

  /// Every class, worst first.
  public static let all = [typical2005, white, bronze, silver, gold, platinum, titanium, ruby]

  /// The class of a name.
  public static func named(_ name: String) -> EfficiencyClass? { all.first { $0.name == name } }
}
