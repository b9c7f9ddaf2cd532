import Power
import Quantities
import TestSupport
import Testing

@Suite("Enclosure fans, modules and fit")
struct EnclosureFitTests {
  static let room = Celsius(24)

  static func fans(lowest: Double = 0.25) throws -> FanBank {
    try FanBank(
      count: 10, unit: Watts(135), ratedHeat: Watts(6500), lowestSpeed: Fraction(lowest))
  }

  static func bank(
    _ sharing: PowerSupplyBank.Sharing, redundancy: PowerSupplyBank.Redundancy = .grid
  ) throws -> PowerSupplyBank {
    try PowerSupplyBank(
      PowerSupply(rating: Watts(2400), efficiency: .gold), installed: 6, redundancy: redundancy,
      sharing: sharing)
  }

  /// As in benchmark runs: slow fans, one manager, one switch, supplies at rest.
  static func minimal() throws -> EnclosureFit {
    EnclosureFit(
      fans: try fans(), modules: [.init(.manager), .init(.ethernet1G)], bank: try bank(.coldRedundant))
  }

  /// As found in machine rooms: half of the bays for switches used, faster fans, a pair of supplies awake.
  static func field() throws -> EnclosureFit {
    EnclosureFit(
      fans: try fans(lowest: 0.52), modules: [.init(.manager, count: 2), .init(.ethernet10G, count: 4)],
      bank: try bank(.pairedColdRedundant))
  }

  @Test(arguments: [(1.0, 1.0), (0.5, 0.1436), (0.25, 0.0206), (0.8, 0.5354)])
  func `fan power follows speed to the power of 2.8`(speed: Double, share: Double) throws {
    #expect(isClose(try Self.fans().draw(at: Fraction(speed)).value, 1350 * share, absolute: 0.1))
  }

  @Test
  func `fans of the reference enclosure draw 20 to 30 W each at about half speed`() throws {
    let each = try Self.fans(lowest: 0.52).lowestDraw / 10
    #expect(each > Watts(20) && each < Watts(30))
  }

  @Test
  func `full speed carries the rated heat at the warmest inlet, and no more`() throws {
    let fans = try Self.fans()
    #expect(isClose(fans.speed(for: Watts(6500), inlet: Celsius(35)).value, 1))
    #expect(fans.isSufficient(for: Watts(6500), inlet: Celsius(35)))
    #expect(!fans.isSufficient(for: Watts(6501), inlet: Celsius(35)))
    #expect(!fans.isSufficient(for: Watts(10), inlet: Celsius(60)))
    #expect(fans.draw(for: Watts(9000), inlet: Celsius(35)) == Watts(1350))
    // 25 K to the surface in place of 35 K.
    #expect(isClose(fans.speed(for: Watts(6500), inlet: Celsius(25)).value, 25.0 / 35))
  }

  @Test
  func `fans draw more for more heat and for a warmer inlet, within their limits`() throws {
    let fans = try Self.fans()
    var random = SeededGenerator(seed: 21)
    for _ in 0..<2000 {
      let heat = Watts(Double.random(in: 0...12_000, using: &random))
      let inlet = Celsius(Double.random(in: -10...70, using: &random))
      let draw = fans.draw(for: heat, inlet: inlet)
      #expect(draw >= fans.lowestDraw && draw <= Watts(1350))
      #expect(fans.draw(for: heat + Watts(100), inlet: inlet) >= draw)
      #expect(fans.draw(for: heat, inlet: inlet + KelvinDifference(1)) >= draw)
    }
  }

  @Test(arguments: [
    (0, 135.0, 6500.0, 2.8, 0.25, 60.0), (10, -1, 6500, 2.8, 0.25, 60), (10, 135, 0, 2.8, 0.25, 60),
    (10, 135, 6500, 2.4, 0.25, 60), (10, 135, 6500, 3.1, 0.25, 60), (10, 135, 6500, 2.8, 0, 60),
    (10, 135, 6500, 2.8, 1.1, 60), (10, 135, 6500, 2.8, 0.25, 35), (10, .nan, 6500, 2.8, 0.25, 60),
  ])
  func `fans that cannot be are refused`(
    count: Int, unit: Double, heat: Double, exponent: Double, lowest: Double, surface: Double
  ) {
    #expect(throws: PowerProblem.self) {
      try FanBank(
        count: count, unit: Watts(unit), ratedHeat: Watts(heat), exponent: exponent,
        lowestSpeed: Fraction(lowest), surface: Celsius(surface))
    }
  }

  @Test(arguments: [
    (EnclosureModule.ethernet1G, 47.5), (.ethernet10G, 75), (.fibreChannel, 37.5), (.manager, 17.5),
  ])
  func `a kind of module draws the middle of its range`(kind: EnclosureModule, power: Double) {
    #expect(kind.power == Watts(power))
    #expect(kind.range.contains(kind.power))
    #expect(EnclosureModule.named(kind.name) == kind)
  }

  @Test
  func
    `minimally fitted an empty 10U enclosure idles at 120 to 190 W, in the field at two to four times that`()
    throws
  {
    let minimal = try Self.minimal().input(bladeDC: .zero, inlet: Self.room)
    let field = try Self.field().input(bladeDC: .zero, inlet: Self.room)
    #expect(minimal > Watts(120) && minimal < Watts(190), "\(minimal)")
    #expect(field > Watts(400) && field < Watts(800), "\(field)")
    #expect(field > minimal * 2 && field < minimal * 4)
    #expect(isClose(minimal.value, 182, absolute: 1))
    #expect(isClose(field.value, 698, absolute: 1))
  }

  @Test
  func `input is the sum of the parts at any load and inlet`() throws {
    var random = SeededGenerator(seed: 22)
    for fit in [try Self.minimal(), try Self.field()] {
      for _ in 0..<500 {
        let blades = Watts(Double.random(in: 0...9000, using: &random))
        let inlet = Celsius(Double.random(in: 10...45, using: &random))
        let reading = fit.reading(bladeDC: blades, inlet: inlet)
        let parts =
          reading.blades + reading.fans + reading.interconnects + reading.management + reading.supplies.loss
        #expect(isClose(parts.value, reading.input.value, relative: 1e-12))
      }
    }
  }

  @Test
  func `the short form agrees with the long one where the fans are at their lowest speed`() throws {
    let fit = try Self.field()
    let short = fit.power(inlet: Self.room)
    #expect(short.management == Watts(35))
    #expect(short.interconnects == Watts(300))
    for blades in [0.0, 500, 1000] {
      #expect(
        isClose(
          short.input(bladeDC: Watts(blades)).value, fit.input(bladeDC: Watts(blades), inlet: Self.room).value
        ))
    }
    #expect(fit.input(bladeDC: Watts(6000), inlet: Self.room) > short.input(bladeDC: Watts(6000)))
  }

  @Test
  func `a blade alone in an enclosure costs several times what it adds to a full one`() throws {
    let fit = try Self.field()
    let alone = fit.cost(bladeDC: Watts(60), blades: 1, inlet: Self.room)
    let full = fit.cost(bladeDC: Watts(60), blades: 16, inlet: Self.room)
    #expect(alone.mean > full.mean * 5)
    #expect(isClose(alone.marginal.value, full.marginal.value, relative: 0.1))
    #expect(full.overhead < alone.overhead / 10)
  }

  @Test
  func `a warm aisle raises an enclosure's power`() throws {
    let fit = try Self.field()
    let cool = fit.reading(bladeDC: Watts(5500), inlet: Celsius(20))
    let warm = fit.reading(bladeDC: Watts(5500), inlet: Celsius(35))
    #expect(warm.input > cool.input + Watts(500))
    #expect(warm.fansSuffice)
    #expect(!fit.reading(bladeDC: Watts(7000), inlet: Celsius(40)).fansSuffice)
  }
}
