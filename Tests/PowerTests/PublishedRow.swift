import Power
import Quantities
import TestSupport

/// One of the 619 collected SPECpower_ssj2008 results of single servers, as the reference data have it.
struct PublishedRow: Sendable {
  /// The year in which the hardware was available.
  let year: Int
  let sockets: Int
  /// Watts at the wall, active idle to full load in tenths.
  let watts: [Double]
  let work: WorkPerSecond
  /// SPEC's overall score, as printed.
  let overall: Double

  /// All of them; empty without the reference data.
  static let all: [PublishedRow] = {
    guard ReferenceData.isAvailable, let text = try? ReferenceData.text("hardware/specpower.csv") else {
      return []
    }
    return text.split(whereSeparator: \.isNewline).dropFirst().compactMap { row in
      let fields = fields(row)
      let watts = fields[13...23].compactMap { Double($0) }
      guard let year = Int(fields[3]), let sockets = Int(fields[8]), watts.count == 11,
        let work = Double(fields[24]), let overall = Double(fields[25])
      else { return nil }
      return PublishedRow(
        year: year, sockets: sockets, watts: watts, work: WorkPerSecond(work), overall: overall)
    }
  }()

  /// Idle over full load.
  var idleShare: Double { watts[0] / watts[10] }

  /// The part of the range from idle to full load that the first tenth of load takes.
  var firstTenth: Double { (watts[1] - watts[0]) / (watts[10] - watts[0]) }

  /// The calibrated throughput over that at full load, which the overall score implies.
  var calibration: Double { (overall * watts.reduce(0, +) / work.value - 1) / 4.5 }

  /// How far the score from full load alone is from the printed one.
  func error(_ calibration: Double) -> Double {
    guard let curve = try? PowerCurve(measured: watts.map { Watts($0) }) else { return .nan }
    return curve.workPerEnergy(fullLoadWork: work, calibration: calibration).value / overall - 1
  }

  /// The largest error of a formula from idle to peak at the eleven levels, as a share of the watts there.
  func worst(_ formula: PowerCurve.Formula) -> Double {
    guard let curve = try? PowerCurve(formula, idle: Watts(watts[0]), peak: Watts(watts[10])) else {
      return .nan
    }
    return watts.indices.reduce(0) { worst, level in
      max(worst, abs(curve.draw(at: Fraction(Double(level) / 10)).value / watts[level] - 1))
    }
  }

  /// The fields of a line with commas inside quotes.
  static func fields(_ line: Substring) -> [String] {
    var fields = [""]
    var quoted = false
    for character in line {
      switch character {
      case "\"": quoted.toggle()
      case "," where !quoted: fields.append("")
      default: fields[fields.count - 1].append(character)
      }
    }
    return fields
  }
}
