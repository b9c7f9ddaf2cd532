import Power
import Quantities
import TestSupport
import Testing

@Suite("Work per energy")
struct WorkPerEnergyTests {
  /// SPEC prints 3093 for IBM's x3550 M3 with X5675, 3092.78 before rounding; the work of every level, which the catalogue has,
  /// gives just that. From full load alone the others are shares of what was typically calibrated; exact tenths miss by 0.41 %.
  @Test(arguments: [(PowerCurve.typicalCalibration, 3088.7, 0.003), (1, 3080.1, 0.0042)])
  func `the x3550 M3 scores within 0.3 per cent of the published 3092.78`(
    calibration: Double, score: Double, bar: Double
  ) throws {
    let found = try PublishedCurve.x3550M3.curve().workPerEnergy(
      fullLoadWork: WorkPerSecond(890_651), calibration: calibration)
    #expect(isClose(found.value, score, absolute: 0.05))
    #expect(isClose(found.value, 3092.78, relative: bar))
    #expect(isClose(found.value, (1 + 4.5 * calibration) * 890_651 / 1590.4, relative: 1e-12))
  }

  @Test
  func `measured levels count as measured`() throws {
    let curve = try PowerCurve(measured: Array(repeating: Watts(100), count: 11))
    var levels = Array(repeating: WorkPerSecond(0), count: 10)
    levels[0] = WorkPerSecond(550)
    levels[9] = WorkPerSecond(1650)
    #expect(curve.workPerEnergy(levels: levels) == WorkPerJoule(2))
  }

  /// The collected results hold throughput at full load only, so no rule can give every score: single runs missed what
  /// was calibrated by 2.4 % or beat it by 0.7 %. How many come within 0.3 %, and how far off the others are.
  @Test(
    .enabled(if: ReferenceData.isAvailable),
    arguments: [
      (PowerCurve.typicalCalibration, 457, 0.0016, 0.0078, 0.0162, 313),
      (1, 318, 0.0029, 0.0105, 0.0189, 553),
    ])
  func `three quarters of all published scores are met to 0.3 per cent from full load alone`(
    calibration: Double, within: Int, median: Double, most: Double, largest: Double, below: Int
  ) {
    let signed = PublishedRow.all.map { $0.error(calibration) }
    let errors = signed.map(abs).sorted()
    #expect(errors.count == 619)
    #expect(errors.count { $0 <= 0.003 } == within)
    #expect(isClose(errors[309], median, absolute: 5e-5))
    #expect(isClose(errors[619 * 95 / 100], most, absolute: 5e-5))
    #expect(isClose(errors[618], largest, absolute: 5e-5))
    // With exact tenths nine scores in ten come out too low: one cause, not noise. With the typical calibration, half.
    #expect(signed.count { $0 < 0 } == below)
  }

  @Test(.enabled(if: ReferenceData.isAvailable))
  func `the typical calibration is the median of what the scores imply`() {
    let implied = PublishedRow.all.map(\.calibration).sorted()
    #expect(isClose(implied[309], PowerCurve.typicalCalibration, absolute: 5e-5))
    #expect(implied[0] > 0.990 && implied[618] < 1.0236)
    // One result, such as the one above, does not move the median.
    #expect(isClose(implied[308], implied[310], absolute: 5e-5))
  }
}
