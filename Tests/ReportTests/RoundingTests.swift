import Testing

@testable import Report
@testable import ResultStore

@Suite("Rounding")
struct RoundingTests {
  @Test(
    arguments: [
      (661.4, nil, "661"), (94.23, 2.31, "94 ± 2"), (94.23, 0.14, "94.23 ± 0.14"),
      (94.23, 0.32, "94.2 ± 0.3"),
      (1_234_567.0, 12_000.0, "1\u{202F}235\u{202F}000 ± 12\u{202F}000"), (2.0512, nil, "2.05"),
      (55.2, 122, "60 ± 120"),
      (55.2, 31, "60 ± 30"), (55.2, 12.4, "55 ± 12"), (1996, 201, "2\u{202F}000 ± 200"),
      (12, nil, "12"),
      (0.0123, nil, "0.0123"), (0, nil, "0"), (-3.456, nil, "−3.46"), (5, 0, "5"),
      (0.095, 0.05, "0.10 ± 0.05"),
    ] as [(Double, Double?, String)])
  func `an interval decides the digits`(value: Double, halfWidth: Double?, text: String) {
    #expect(Rounding.text(value, halfWidth: halfWidth) == text)
  }

  @Test(
    arguments: [
      (0.861, nil, "86 %", ""), (0.861, 0.02, "86 %", " (84 to 88)"), (0.0412, nil, "4.1 %", ""),
      (-0.3, 0.05, "30 %", " (25 to 35)"), (0.9996, nil, "99.96 %", ""), (0.861, 0.0001, "86 %", ""),
      (1, nil, "100 %", ""),
    ] as [(Double, Double?, String, String)])
  func `a share has a size and an interval`(mean: Double, half: Double?, size: String, interval: String) {
    let share = Share(estimate: StoredEstimate(mean: mean, halfWidth: half))
    #expect(share.size == size)
    #expect(share.interval == interval)
  }

  @Test(
    arguments: [
      (0.5, 0.1, Share.Direction.less), (-0.5, 0.1, .more), (0.05, 0.1, .unclear), (0, nil, .same),
      (0.0001, 0.0001, .same), (-0.05, 0.06, .unclear),
    ] as [(Double, Double?, Share.Direction)])
  func `a share whose interval covers zero says nothing`(
    mean: Double, half: Double?, direction: Share.Direction
  ) {
    #expect(Share(estimate: StoredEstimate(mean: mean, halfWidth: half)).direction == direction)
  }

  @Test(arguments: [
    (661.0, 200.0, 800.0), (1, 0.2, 1), (0, 0.2, 1), (0.034, 0.01, 0.04), (99, 20, 100), (100, 20, 100),
    (1_234, 500, 1_500), (7, 2, 8),
  ])
  func `an axis ends at a round number`(largest: Double, step: Double, end: Double) {
    let axis = Axis(upTo: largest, marks: 5)
    #expect(abs(axis.step - step) < 1e-9)
    #expect(abs(axis.end - end) < 1e-9)
    #expect(axis.end >= largest)
    #expect(Double(axis.text(axis.step).filter { $0 != "\u{2009}" }) == axis.step)
  }
}
