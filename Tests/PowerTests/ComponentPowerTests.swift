import Power
import Quantities
import TestSupport
import Testing

/// Watts of parts as typical of data sheets: at work from one to another, at rest from one to another.
@Suite("Power of parts")
struct ComponentPowerTests {
  @Test(
    arguments: [
      (.fullyBuffered, 8...12, nil), (.ddr2, 4...5, nil), (.ddr3, 3...5, nil), (.ddr3Low, 2...3.5, nil),
      (.ddr4, 3...5, nil), (.ddr5, 5...9, nil), (.disk15k, 12...18, 9...12), (.disk10k, 6...9, 3...5),
      (.diskNearline, 8...11, 5...7), (.sataSSD, 2...4, 0.5...1), (.nvmeSSD, 8...25, 3...6),
      (.port1G, 1...2, nil), (.port10GBaseT, 3...6, nil), (.portSFP, 1...1, nil), (.port100G, 4...8, nil),
      (.networkCard, 8...15, nil), (.hostBusAdapter, 8...10, nil), (.arrayController, 8...15, nil),
      (.managementController, 3...8, nil),
    ] as [(ComponentPower, ClosedRange<Double>, ClosedRange<Double>?)])
  func `a part has the range that is usual for its kind`(
    part: ComponentPower, active: ClosedRange<Double>, idle: ClosedRange<Double>?
  ) {
    #expect(part.range == Watts(active.lowerBound)...Watts(active.upperBound))
    if let idle { #expect(idle.contains(part.idle.value)) }
  }

  @Test func `a DDR5 module rests at 40 per cent of its work`() {
    #expect(isClose(ComponentPower.ddr5.idle / ComponentPower.ddr5.active, 0.4))
  }

  @Test func `every part is in the table above`() { #expect(ComponentPower.all.count == 19) }

  /// From memory of the literature: 15 to 20 W for a manager, 25 to 90 for switches.
  @Test(arguments: [
    (EnclosureModule.ethernet1G, 35.0, 60.0), (.ethernet10G, 60, 90), (.fibreChannel, 25, 50),
    (.manager, 15, 20),
  ])
  func `a module of an enclosure has its range`(kind: EnclosureModule, low: Double, high: Double) {
    #expect(kind.range == Watts(low)...Watts(high))
  }

  @Test(arguments: [(BootProfile.era2005, 2.0, 4.0), (.era2015, 3, 6), (.era2025, 4, 12)])
  func `a server of a time starts within minutes at 0.7 to 0.9 of its peak`(
    profile: BootProfile, least: Double, most: Double
  ) {
    #expect((Seconds(minutes: least)...Seconds(minutes: most)).contains(profile.duration))
    #expect((Fraction(0.7)...Fraction(0.9)).contains(profile.powerShare))
  }

  @Test func `a server that is off draws 3 to 15 W for its controller`() {
    #expect((Watts(3)...Watts(15)).contains(ServerPower.typicalStandby))
  }

  /// Yearly energy of use in published product footprints, as a mean power: R740, M640, M630.
  @Test(arguments: [(1760.0, 201.0), (1215, 139), (1063, 121)])
  func `the energy of a year is a mean power`(kilowattHours: Double, watts: Double) {
    #expect(
      isClose(Joules(kilowattHours: kilowattHours).power(over: .year).value, watts, absolute: 0.5))
  }
}
