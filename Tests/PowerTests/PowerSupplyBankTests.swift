import Power
import Quantities
import TestSupport
import Testing

@Suite("Power supply bank")
struct PowerSupplyBankTests {
  static func unit(_ rating: Double = 800, _ kind: EfficiencyClass = .platinum) throws -> PowerSupply {
    try PowerSupply(rating: Watts(rating), efficiency: kind)
  }

  @Test(arguments: [(60.0, 79.95, 102.44, 82.95), (150, 167.85, 188.84, 170.85)])
  func `two 800 W Platinum supplies take the reference input`(
    load: Double, one: Double, shared: Double, cold: Double
  ) throws {
    let unit = try Self.unit()
    let single = PowerSupplyBank(single: unit)
    let both = try PowerSupplyBank(unit, installed: 2, redundancy: .grid)
    let saver = try PowerSupplyBank(unit, installed: 2, redundancy: .grid, sharing: .coldRedundant)
    #expect(isClose(single.input(for: Watts(load)).value, one, absolute: 0.005))
    #expect(isClose(both.input(for: Watts(load)).value, shared, absolute: 0.005))
    #expect(isClose(saver.input(for: Watts(load)).value, cold, absolute: 0.005))
  }

  @Test
  func `a second supply costs power at low load and saves it at high load`() throws {
    let one = PowerSupplyBank(single: try Self.unit())
    let two = try PowerSupplyBank(Self.unit(), installed: 2, redundancy: .grid)
    let tax = { (load: Double) in two.input(for: Watts(load)) - one.input(for: Watts(load)) }
    #expect(isClose(tax(60).value, 22.5, absolute: 0.1))
    #expect(tax(700) < .zero)
  }

  @Test(arguments: [
    (6, PowerSupplyBank.Redundancy.none, 14_400.0), (6, .spare, 12_000), (6, .grid, 7200), (1, .none, 2400),
    (2, .grid, 2400),
  ])
  func `usable capacity keeps what redundancy asks for`(
    installed: Int, redundancy: PowerSupplyBank.Redundancy, usable: Double
  ) throws {
    let bank = try PowerSupplyBank(Self.unit(2400), installed: installed, redundancy: redundancy)
    #expect(bank.usableCapacity == Watts(usable))
    #expect(bank.installedRating == Watts(2400) * Double(installed))
  }

  @Test(arguments: [
    (7200.0, PowerSupplyBank.State.protected), (7201, .unprotected), (14_400, .unprotected),
    (14_401, .overloaded),
  ])
  func `a load beyond capacity is reported and not trapped`(load: Double, state: PowerSupplyBank.State) throws
  {
    let bank = try PowerSupplyBank(Self.unit(2400), installed: 6, redundancy: .grid)
    #expect(bank.state(carrying: Watts(load)) == state)
    #expect(bank.input(for: Watts(load)) > Watts(load))
  }

  @Test(arguments: [
    (0, PowerSupplyBank.Redundancy.none), (-1, .none), (1, .spare), (3, .grid), (1, .grid), (0, .grid),
  ])
  func `a number of supplies that does not fit the mode is refused`(
    installed: Int, redundancy: PowerSupplyBank.Redundancy
  ) throws {
    let unit = try Self.unit()
    #expect(throws: PowerProblem.self) {
      try PowerSupplyBank(unit, installed: installed, redundancy: redundancy)
    }
  }

  @Test
  func `the refusal of an odd n+n says what was found`() throws {
    let unit = try Self.unit()
    let problem = #expect(throws: PowerProblem.self) {
      try PowerSupplyBank(unit, installed: 3, redundancy: .grid)
    }
    #expect(problem?.message == "power supply mode 'n+n' needs an even number of supplies, found 3")
  }

  @Test(arguments: [(0.0, 3.0), (-1, 3), (.nan, 3), (800, -1), (800, .infinity)])
  func `a supply without a sound rating or standby power is refused`(rating: Double, standby: Double) {
    #expect(throws: PowerProblem.self) {
      try PowerSupply(rating: Watts(rating), efficiency: .gold, standby: Watts(standby))
    }
  }

  @Test
  func `cold redundancy keeps running supplies between 40 and 80 %`() throws {
    let bank = try PowerSupplyBank(Self.unit(), installed: 6, sharing: .coldRedundant)
    for load in stride(from: 641.0, through: 3840, by: 7) {
      let each = load / Double(bank.running(at: Watts(load))) / 800
      #expect(each >= 0.4 - 1e-9 && each <= 0.8 + 1e-9)
    }
    #expect(bank.running(at: .zero) == 1)
    #expect(bank.running(at: Watts(640)) == 1)
    #expect(bank.running(at: Watts(641)) == 2)
    #expect(bank.running(at: Watts(1e6)) == 6)
  }

  @Test(arguments: EfficiencyClass.all, [1, 2, 3, 6])
  func `a shared bank takes more for more and always more than it gives`(
    kind: EfficiencyClass, installed: Int
  ) throws {
    let bank = try PowerSupplyBank(Self.unit(1000, kind), installed: installed)
    var last = Watts.zero
    for step in 0...200 {
      let output = bank.installedRating * (Double(step) / 200)
      let input = bank.input(for: output)
      #expect(input > output && input > last)
      last = input
    }
  }

  @Test(arguments: EfficiencyClass.all, PowerSupplyBank.Sharing.allCases)
  func `the output of an input takes that input again`(
    kind: EfficiencyClass, sharing: PowerSupplyBank.Sharing
  ) throws {
    var random = SeededGenerator(seed: 5)
    for _ in 0..<500 {
      let installed = Int.random(in: 1...8, using: &random)
      let bank = try PowerSupplyBank(Self.unit(900, kind), installed: installed, sharing: sharing)
      let output = bank.installedRating * Double.random(in: 0.001...1, using: &random)
      let input = bank.input(for: output)
      let found = bank.output(for: input)
      #expect(isClose(bank.input(for: found).value, input.value, relative: 1e-9))
      #expect(found <= output * (1 + 1e-9))
    }
  }

  @Test
  func `an input that no output takes gives the output where one more supply starts`() throws {
    // A loss at no load only: a second supply always adds to the input.
    let loss = try QuadraticLoss(noLoad: 0.05, proportional: 0, square: 0)
    let unit = try PowerSupply(rating: Watts(1000), loss: loss, standby: .zero)
    let bank = try PowerSupplyBank(unit, installed: 2, sharing: .coldRedundant)
    #expect(bank.input(for: Watts(800)) == Watts(850))
    #expect(bank.output(for: Watts(875)) == Watts(800))
    #expect(isClose(bank.output(for: Watts(1000)).value, 900))
  }

  @Test
  func `paired supplies wake two at a time, so that either feed can be lost`() throws {
    let bank = try PowerSupplyBank(
      Self.unit(), installed: 6, redundancy: .grid, sharing: .pairedColdRedundant)
    #expect(
      [0, 640, 1280, 1281, 2560, 2561, 9999].map { bank.running(at: Watts($0)) } == [2, 2, 2, 4, 4, 6, 6])
    let reading = bank.reading(carrying: Watts(640))
    #expect(reading.running == 2)
    #expect(isClose(reading.load.value, 0.4))
    let single = try PowerSupplyBank(Self.unit(), installed: 6, redundancy: .grid, sharing: .coldRedundant)
    let shared = try PowerSupplyBank(Self.unit(), installed: 6, redundancy: .grid)
    let low = Watts(200)
    #expect(single.input(for: low) < bank.input(for: low) && bank.input(for: low) < shared.input(for: low))
  }

  @Test(arguments: PowerSupplyBank.Sharing.allCases, PowerSupplyBank.Redundancy.allCases)
  func `the load point adds up under every mode`(
    sharing: PowerSupplyBank.Sharing, redundancy: PowerSupplyBank.Redundancy
  ) throws {
    let bank = try PowerSupplyBank(
      Self.unit(2650, .titanium), installed: 6, redundancy: redundancy, sharing: sharing)
    for output in stride(from: 0.0, through: 16_000, by: 250) {
      let reading = bank.reading(carrying: Watts(output))
      #expect(reading.input == bank.input(for: Watts(output)))
      #expect(isClose((reading.output + reading.loss).value, reading.input.value))
      #expect(isClose(reading.load.value * 2650 * Double(reading.running), output, absolute: 1e-6))
      #expect(reading.efficiency < .one && (output == 0) == (reading.efficiency == .zero))
      #expect(reading.state == bank.state(carrying: Watts(output)))
    }
  }

  @Test
  func `after losing a feed the survivors carry twice the load each`() throws {
    let bank = try PowerSupplyBank(Self.unit(2400), installed: 6, redundancy: .grid)
    let survivor = try #require(bank.survivor)
    let output = Watts(5000)
    #expect(survivor.installed == 3)
    #expect(isClose(survivor.reading(carrying: output).load / bank.reading(carrying: output).load, 2))
    #expect(survivor.state(carrying: bank.usableCapacity) == .protected)
    #expect(survivor.state(carrying: bank.usableCapacity + Watts(1)) == .overloaded)
    #expect(try PowerSupplyBank(Self.unit(), installed: 6).survivor == nil)
  }
}
