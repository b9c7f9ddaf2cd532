import Power
import Quantities
import TestSupport
import Testing

@Suite("Fans that answer to load and warm air")
struct FanAnswerTests {
  private static func fans() throws -> FanBank {
    try FanBank(count: 10, unit: Watts(135), ratedHeat: Watts(6750))
  }

  /// 1350 W (0.42328^2.8 - 0.25^2.8) by hand.
  @Test func `4 kW at 25 degrees cost 94 W more than lowest speed`() throws {
    let answer = FanAnswer(try Self.fans(), inlet: Celsius(25))
    #expect(isClose(answer.rise(carrying: Watts(4000)).value, 93.755, absolute: 0.04))
    #expect(answer.rise(carrying: .zero) == .zero)
  }

  @Test func `the table is within 0.003 per cent of full power of the law`() throws {
    let fans = try Self.fans()
    let answer = FanAnswer(fans, inlet: Celsius(31))
    for heat in stride(from: 0.0, through: 9000, by: 37) {
      let law = fans.draw(for: Watts(heat), inlet: Celsius(31)) - fans.lowestDraw
      #expect(isClose(answer.rise(carrying: Watts(heat)).value, law.value, absolute: 3e-5 * 1350))
    }
  }

  @Test func `what was measured in the enclosure needs nothing more at the inlet of the measurement`() throws
  {
    let fans = try Self.fans()
    let same = FanAnswer(fans, inlet: Celsius(24), measuredAt: Celsius(24))
    let warm = FanAnswer(fans, inlet: Celsius(32), measuredAt: Celsius(24))
    let cool = FanAnswer(fans, inlet: Celsius(17), measuredAt: Celsius(24))
    for heat in stride(from: 0.0, through: 6750, by: 250) {
      #expect(same.rise(carrying: Watts(heat)) == .zero)
      #expect(warm.rise(carrying: Watts(heat)) >= .zero)
      #expect(cool.rise(carrying: Watts(heat)) <= .zero)
    }
    #expect(warm.rise(carrying: Watts(6000)) > Watts(50))
  }

  @Test func `power never falls as air grows warmer`() throws {
    let fans = try Self.fans()
    var last = Watts(-1e9)
    for inlet in stride(from: 10.0, through: 70, by: 1) {
      let rise = FanAnswer(fans, inlet: Celsius(inlet)).rise(carrying: Watts(5000))
      #expect(rise >= last && rise <= Watts(1350))
      last = rise
    }
  }
}
