import Power
import Quantities
import TestSupport
import Testing

@Suite("Work per energy")
struct WorkPerEnergyTests {
  @Test(arguments: PublishedCurve.all)
  func `the overall score comes within two per cent of the published one`(published: PublishedCurve) throws {
    let score = try published.curve().workPerEnergy(fullLoadWork: WorkPerSecond(published.fullLoad))
    #expect(isClose(score.value, published.overall, relative: 0.02))
  }

  @Test
  func `the x3550 M3 scores 3080 from its full load alone`() throws {
    let score = try PublishedCurve.x3550M3.curve().workPerEnergy(fullLoadWork: WorkPerSecond(890_651))
    #expect(isClose(score.value, 5.5 * 890_651 / 1590.4, relative: 1e-12))
  }

  @Test
  func `measured levels count as measured`() throws {
    let curve = try PowerCurve(measured: Array(repeating: Watts(100), count: 11))
    var levels = Array(repeating: WorkPerSecond(0), count: 10)
    levels[0] = WorkPerSecond(550)
    levels[9] = WorkPerSecond(1650)
    #expect(curve.workPerEnergy(levels: levels) == WorkPerJoule(2))
  }

  /// The full table holds throughput at full load only, so targets stand in for the throughput reached. That half of
  /// the rows agree to 0.3 % is all it can give: the scores of the others come from loads that were not reported here.
  @Test(.enabled(if: ReferenceData.isAvailable))
  func `over all published results half of the scores agree to 0.3 per cent from full load alone`() throws {
    var (errors, implied, below) = ([Double](), [Double](), 0)
    for row in try ReferenceData.text("hardware/specpower.csv").split(whereSeparator: \.isNewline).dropFirst()
    {
      let fields = Self.fields(row)
      let watts = fields[13...23].compactMap { Double($0).map { Watts($0) } }
      let work = try #require(Double(fields[24]))
      let overall = try #require(Double(fields[25]))
      let score = try PowerCurve(measured: watts).workPerEnergy(fullLoadWork: WorkPerSecond(work))
      let error = score.value / overall - 1
      if error < 0 { below += 1 }
      errors.append(abs(error))
      // Every other level runs at a share of the calibrated throughput, which the score implies.
      let calibrated = (overall * watts.reduce(0) { $0 + $1.value } - work) / 4.5
      implied.append(calibrated / work - 1)
    }
    errors.sort()
    #expect(errors.count == 619)
    #expect(errors.count { $0 <= 0.003 } == 318)
    #expect(errors[errors.count / 2] < 0.0029)
    #expect(errors[errors.count * 95 / 100] < 0.0105)
    #expect(errors[errors.count - 1] < 0.0190)
    // The full load falls short of what was calibrated, so the score from it is too low: not noise, but one cause.
    #expect(below == 553)
    implied.sort()
    #expect(implied[implied.count / 2] > 0.003 && implied[implied.count / 2] < 0.004)
    #expect(implied[0] > -0.010 && implied[implied.count - 1] < 0.0236)
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
