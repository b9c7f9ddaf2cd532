import Power
import Quantities

/// A published SPECpower_ssj2008 result: watts at the wall, throughput at full load, printed overall score.
struct PublishedCurve: Sendable, CustomStringConvertible {
  let server: String
  let watts: [Double]
  let fullLoad: Double
  let overall: Double

  var description: String { server }

  func curve() throws -> PowerCurve { try PowerCurve(measured: watts.map { Watts($0) }) }

  // SPECpower_ssj2008, spec.org; the systems and their dates as named.
  static let dl380G4 = PublishedCurve(
    server: "HP DL380 G4 (2004)", watts: [226, 236, 245, 255, 271, 289, 312, 330, 355, 381, 394],
    fullLoad: 26_880, overall: 45.2)
  static let ml110G4 = PublishedCurve(
    server: "HP ML110 G4 (2006)", watts: [86, 89.4, 92.6, 96, 99.5, 102, 106, 108, 112, 114, 117],
    fullLoad: 54_479, overall: 268)
  static let ml110G5 = PublishedCurve(
    server: "HP ML110 G5 (2008)", watts: [93.7, 97, 101, 105, 110, 116, 121, 125, 129, 133, 135],
    fullLoad: 98_472, overall: 431)
  static let r710 = PublishedCurve(
    server: "Dell R710 X5675 (2011)", watts: [62.2, 104, 117, 127, 137, 147, 157, 170, 187, 205, 227],
    fullLoad: 955_936, overall: 3211)
  static let x3550M3 = PublishedCurve(
    server: "IBM x3550 M3 X5675 (2011)", watts: [58.4, 98, 109, 118, 128, 140, 153, 170, 189, 205, 222],
    fullLoad: 890_651, overall: 3093)
  static let r740 = PublishedCurve(
    server: "Dell R740 (2019)", watts: [49.8, 114, 137, 159, 182, 208, 240, 277, 319, 376, 432],
    fullLoad: 5_811_114, overall: 12_831)
  static let sr665 = PublishedCurve(
    server: "Lenovo SR665 (2021)", watts: [79.3, 172, 194, 216, 239, 258, 281, 304, 332, 382, 454],
    fullLoad: 12_412_812, overall: 23_505)

  static let all = [dl380G4, ml110G4, ml110G5, r710, x3550M3, r740, sr665]
}
