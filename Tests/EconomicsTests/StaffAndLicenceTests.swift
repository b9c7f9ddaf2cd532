import Economics
import Quantities
import TestSupport
import Testing

@Suite("Staff and licences")
struct StaffAndLicenceTests {
  static func usd(_ amount: Double) -> Money { Money(amount, .usd) }

  static func licence(_ name: String) throws -> HypervisorLicence {
    try #require(HypervisorLicence.known.first { $0.value.name == name }).value
  }

  @Test func `160 servers at 30 an administrator`() {
    let staff = Staffing(
      serversEach: 30, virtualMachinesEach: 60, administrator: YearlyPrice(StaffAndLicenceTests.usd(100_000)))
    #expect(isClose(staff.cost(servers: 160, virtualMachines: 0).amount.amount, 533_333.33, absolute: 0.005))
    #expect(isClose(staff.administrators(servers: 10, virtualMachines: 160), 3.0))
  }

  @Test func `two CPUs of eight cores count as 32, and an order of them as 72`() throws {
    let foundation = try StaffAndLicenceTests.licence("VMware Cloud Foundation")
    let withoutOrder = HypervisorLicence(
      "per core", .perCoreYear(price: StaffAndLicenceTests.usd(350), leastPerCPU: 16, leastPerOrder: 0))
    #expect(withoutOrder.units(hosts: 1, cpusPerHost: 2, coresPerCPU: 8) == 32)
    #expect(foundation.units(hosts: 1, cpusPerHost: 2, coresPerCPU: 8) == 72)
    let costs = foundation.costs(hosts: 1, cpusPerHost: 2, coresPerCPU: 8)
    #expect(costs.map(\.amount) == [StaffAndLicenceTests.usd(25_200)])
    #expect(foundation.units(hosts: 3, cpusPerHost: 2, coresPerCPU: 24) == 144)
  }

  @Test(arguments: [(1, 1), (2, 1), (3, 2), (4, 2)])
  func `a licence of 2008 covers two CPUs`(cpus: Int, licences: Int) throws {
    let enterprise = try StaffAndLicenceTests.licence("VMware Infrastructure 3 Enterprise")
    #expect(enterprise.units(hosts: 5, cpusPerHost: cpus, coresPerCPU: 4) == 5 * licences)
    let costs = enterprise.costs(hosts: 5, cpusPerHost: cpus, coresPerCPU: 4)
    let price = 5 * Double(licences) * 5750
    #expect(costs.map(\.amount) == [StaffAndLicenceTests.usd(price), StaffAndLicenceTests.usd(price * 0.21)])
    #expect(costs.map(\.timing) == [.once(after: .zero), .yearly])
  }

  @Test func `no host needs no licence`() {
    for licence in HypervisorLicence.known {
      #expect(licence.value.costs(hosts: 0, cpusPerHost: 2, coresPerCPU: 8).isEmpty)
    }
  }

  @Test func `more hosts, CPUs or cores never need fewer licences`() {
    for licence in HypervisorLicence.known.map(\.value) {
      for hosts in 0..<6 {
        for cpus in 1..<5 {
          for cores in [1, 8, 16, 17, 64] {
            let units = licence.units(hosts: hosts, cpusPerHost: cpus, coresPerCPU: cores)
            #expect(units <= licence.units(hosts: hosts + 1, cpusPerHost: cpus, coresPerCPU: cores))
            #expect(units <= licence.units(hosts: hosts, cpusPerHost: cpus + 1, coresPerCPU: cores))
            #expect(units <= licence.units(hosts: hosts, cpusPerHost: cpus, coresPerCPU: cores + 1))
          }
        }
      }
    }
  }
}
