import Quantities
import TestSupport
import Testing
import Virtualization

@Suite("Provisioning")
struct ProvisioningTests {
  static let gigabyte = 1e9

  /// Method, what is copied, and the minutes that the tables give.
  static let table: [(ProvisioningMethod, Double, ClosedRange<Double>)] = [
    (.physicalServer, 0, 7 * 1440...42 * 1440), (.bareMetalImage, 18, 7...32),
    (.templateCopy2005, 8, 5...30), (.templateCopy, 20, 2...9), (.linkedClone, 8, 0...1),
    (.containerStart, 0.5, 0...0.2), (.physicalToVirtual, 30, 20...50),
  ]

  @Test(arguments: table)
  func `a method takes the time of the tables`(
    _ method: ProvisioningMethod, _ gigabytes: Double, _ minutes: ClosedRange<Double>
  ) {
    let time = method.time(copying: Bytes(gigabytes * Self.gigabyte))
    #expect(minutes.contains(time.value / 60))
  }

  @Test func `a copy takes data over rate and the rest`() {
    let rate = BitsPerSecond(20 * 8e6)
    let time = ProvisioningMethod.templateCopy2005.time(copying: Bytes(8e9), at: rate)
    #expect(isClose(time.value, 400 + 210))
    let image = ProvisioningMethod.bareMetalImage.time(copying: Bytes(8e9), at: rate, partitions: 2)
    #expect(isClose(image.value, 400 + 240))
    #expect(
      ProvisioningMethod.linkedClone.time(copying: Bytes(8e9), at: rate) == Seconds(10), "nothing is copied")
  }

  @Test func `people work half a day on a server that becomes a guest`() {
    #expect(ProvisioningMethod.physicalToVirtual.labour?.value == Seconds(hours: 8))
  }

  @Test(arguments: ProvisioningMethod.all)
  func `methods are found by name and have sources`(_ method: ProvisioningMethod) {
    #expect(ProvisioningMethod.named(method.name) == method)
    #expect(!method.fixed.source.isEmpty && method.rate?.source.isEmpty != true)
  }

  @Test func `a technique's usual time to provision agrees with its method`() {
    let copy = ProvisioningMethod.templateCopy2005.time(copying: Bytes(8e9))
    let range = Technique.vmwareESX3.times.provisioning.range
    #expect(range?.contains(copy) == true)
    let later = ProvisioningMethod.templateCopy.time(copying: Bytes(20e9))
    #expect(Technique.esxi.times.provisioning.range?.contains(later) == true)
  }
}

@Suite("Boot storms")
struct BootStormTests {
  static let boot = BootStorm.Boot(
    alone: Seconds(30), processor: Seconds(20), read: Bytes(300e6), fetched: Bytes(50e6))
  static let supply = BootStorm.Supply(
    cores: Cores(2), disk: BitsPerSecond(800e6), uplink: BitsPerSecond(1e9), hosts: 16)

  @Test(
    arguments: [
      (1, 30.0, BootStorm.Bound.bootItself), (3, 30, .bootItself), (4, 40, .processor), (10, 100, .processor),
    ])
  func `guests that start together wait for the scarcest thing`(
    guests: Int, seconds: Double, bound: BootStorm.Bound
  ) {
    let wave = BootStorm(of: Self.boot, on: Self.supply, slots: guests).wave(of: guests)
    #expect(isClose(wave.time.value, seconds) && wave.bound == bound)
  }

  @Test func `disks and uplinks bound where they are scarcest`() {
    let disk = BootStorm.Supply(cores: Cores(8), disk: BitsPerSecond(240e6), uplink: BitsPerSecond(10e9))
    let byDisk = BootStorm(of: Self.boot, on: disk, slots: 8).wave(of: 8)
    #expect(isClose(byDisk.time.value, 80) && byDisk.bound == .disk)
    // Sixteen blades fetch 50 MB for each of 8 guests over 1 Gbit/s: 51.2 s.
    let uplink = BootStorm.Supply(
      cores: Cores(32), disk: BitsPerSecond(8e9), uplink: BitsPerSecond(1e9), hosts: 16)
    let byUplink = BootStorm(of: Self.boot, on: uplink, slots: 8).wave(of: 8)
    #expect(isClose(byUplink.time.value, 51.2) && byUplink.bound == .uplink)
  }

  @Test func `without anything scarce waves take one boot each`() {
    let plenty = BootStorm.Supply(cores: Cores(1000), disk: BitsPerSecond(1e12), uplink: BitsPerSecond(1e12))
    let storm = BootStorm(of: Self.boot, on: plenty, slots: 4)
    #expect((0..<9).map { storm.ready(place: $0, of: 9).value } == [30, 30, 30, 30, 60, 60, 60, 60, 90])
    #expect(storm.lastReady(of: 0) == .zero && storm.meanReady(of: 0) == .zero)
  }

  @Test(arguments: 1...30)
  func `the mean is the mean, and no number of slots beats the scarcest resource`(guests: Int) {
    for slots in 1...12 {
      let storm = BootStorm(of: Self.boot, on: Self.supply, slots: slots)
      let sum = (0..<guests).reduce(0.0) { $0 + storm.ready(place: $1, of: guests).value }
      #expect(isClose(storm.meanReady(of: guests).value, sum / Double(guests)))
      let last = storm.lastReady(of: guests).value
      #expect(last >= Double(guests) * 10 - 1e-9, "20 core-seconds each on 2 cores")
      #expect(last >= 30)
      #expect(storm.lastReady(of: guests + 1) >= storm.lastReady(of: guests))
    }
    let best = BootStorm(of: Self.boot, on: Self.supply, slots: 1).bestSlots(upTo: guests)
    let soonest = BootStorm(of: Self.boot, on: Self.supply, slots: best).lastReady(of: guests)
    for slots in 1...guests {
      #expect(
        BootStorm(of: Self.boot, on: Self.supply, slots: slots).lastReady(of: guests).value >= soonest.value
          - 1e-9)
    }
  }

  @Test func `a guest of a technique boots in its own time`() {
    let boot = BootStorm.Boot.usual(under: .vmwareESX3)
    #expect(boot.alone == Seconds(60) && boot.processor == Seconds(30))
  }
}
