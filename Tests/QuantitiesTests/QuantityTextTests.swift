import Quantities
import Testing

@Suite("Quantities as text")
struct QuantityTextTests {
  @Test(arguments: [
    ("120 W", 120.0), ("2.4 kW", 2400), ("2.4kW", 2400), ("-1.5 MW", -1_500_000), ("3e2 W", 300),
    ("80 mW", 0.08),
  ])
  func `power is read with its unit`(text: String, watts: Double) throws {
    #expect(try Watts(text).value == watts)
  }

  @Test func `every unit of every kind is read with its size`() throws {
    #expect(try Joules("1 kWh").value == 3.6e6)
    #expect(try Seconds("3 y").value == 3 * 365 * 86400)
    #expect(try Seconds("15 min").value == 900)
    #expect(try Bytes("64 GiB").value == 64 * 1_073_741_824)
    #expect(try Bytes("1 GB").value == 1e9)
    #expect(try Fraction("25 %").value == 0.25)
    #expect(try Celsius("-4.5 °C").value == -4.5)
    #expect(try Hertz("3.8 GHz").value == 3.8e9)
    #expect(try EventsPerYear("8 %/y").value == 0.08)
    #expect(try EventsPerYear("0.001 /h").value == 8.76)
    #expect(try SquareMeters("5000 ft2").value == 5000 * 0.09290304)
    #expect(try RackUnits("10 U").height == Meters(0.4445))
    #expect(try KilogramsCO2ePerKilowattHour("440 g/kWh").value == 0.44)
    #expect(try Pascals("1013.25 mbar").value == 101_325)
  }

  @Test func `energy and power are related through time`() {
    #expect(Watts(kilowatts: 2).energy(over: Seconds(hours: 3)).kilowattHours == 6)
    #expect(Joules(kilowattHours: 6).power(over: Seconds(hours: 3)) == Watts(2000))
    #expect(Celsius(24) - Celsius(14) == KelvinDifference(10))
    #expect(KilogramsCO2ePerKilowattHour(0.6).carbon(of: Joules(kilowattHours: 10)) == KilogramsCO2e(6))
  }

  @Test(arguments: [
    ("", "the power is empty", "write a number and a unit, such as 2.4 kW"),
    ("120", "a power needs a unit, found the bare number 120", "write a unit: mW, W, kW, MW, such as 2.4 kW"),
    ("5 kg", "'kg' is a unit of mass, not of power", "use one of mW, W, kW, MW, such as 2.4 kW"),
    ("5 KW", "unknown unit 'KW' of power", "did you mean 'kW'? Case counts in units"),
    ("5 horses", "unknown unit 'horses' of power", "use one of mW, W, kW, MW, such as 2.4 kW"),
    (".nan", "'.nan' is not a finite number", "write a number and a unit, such as 2.4 kW"),
    ("inf W", "'inf W' does not begin with a number", "write a number and a unit, such as 2.4 kW"),
    ("W 5", "'W 5' does not begin with a number", "write a number and a unit, such as 2.4 kW"),
    ("010 W", "'010 W' has leading zeros, which some programs read as octal", "write it without them"),
    (
      "1_000 W", "'1_000 W' is not a plain number",
      "write digits with a decimal point and no group separators, such as 1250.5"
    ),
    (
      "1,5 W", "'1,5 W' is not a plain number",
      "write digits with a decimal point and no group separators, such as 1250.5"
    ),
  ])
  func `a malformed power is refused with what to write`(text: String, message: String, help: String) {
    let problem = #expect(throws: QuantityProblem.self) { try Watts(text) }
    #expect(problem?.message == message)
    #expect(problem?.help == help)
  }

  @Test func `numbers too large for a double are refused`() {
    #expect(throws: QuantityProblem.self) { try Watts("1e999 W") }
    #expect(throws: QuantityProblem.self) { try Watts("9e307 MW") }
  }

  @Test(arguments: [
    (Watts(120), "120 W"), (Watts(2400), "2.4 kW"), (Watts(0), "0 W"), (Watts(0.5), "500 mW"),
    (Watts(-1500), "-1.5 kW"), (Watts(1e6), "1 MW"),
  ])
  func `power prints in the largest unit that fits`(power: Watts, text: String) {
    #expect(power.description == text)
  }

  @Test func `years, gibibytes and per cent print as people write them`() {
    #expect(Seconds(days: 1095).description == "3 y")
    #expect(Seconds(minutes: 15).description == "15 min")
    #expect(Bytes(gibibytes: 1.5).description == "1.5 GiB")
    #expect(Fraction(0.25).description == "25 %")
    #expect(EventsPerYear(0.5).description == "50 %/y")
    #expect(Celsius(-3).description == "-3 degC")
  }

  @Test func `every whole and half per cent is the nearest number, and prints as it was written`() throws {
    for half in 0...400 {
      let text = DecimalText.exact(Double(half) / 2) + " %"
      #expect(try Fraction(text).value == Double(half) / 200)
      #expect(try Fraction(text).description == text)
    }
    #expect(try Meters("44.45 mm").value == 0.04445)
  }

  @Test func `what is printed reads back as the same value, whatever the value`() throws {
    var state: UInt64 = 42
    for _ in 0..<20_000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let exponent = Double(state >> 40 & 31) - 12
      var magnitude = Double(state >> 11) / 9_007_199_254_740_992 - 0.5
      for _ in 0..<Int(abs(exponent)) { magnitude = exponent > 0 ? magnitude * 10 : magnitude / 10 }
      #expect(try Watts(Watts(magnitude).description) == Watts(magnitude))
      #expect(try Joules(Joules(magnitude).description) == Joules(magnitude))
      #expect(try Fraction(Fraction(magnitude).description) == Fraction(magnitude))
      #expect(try Seconds(Seconds(magnitude).description) == Seconds(magnitude))
    }
  }
}
