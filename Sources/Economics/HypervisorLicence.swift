public import Quantities

/// What is counted when a hypervisor is licensed, and what it costs.
public enum LicenceMetric: Hashable, Sendable {
  /// Bought once for each so many CPUs of a host, with support per year as a share of the price.
  case perCPU(price: Money, cpusEach: Int, support: Fraction)
  /// Rented per core and year, with a least number of cores for each CPU and for each order.
  case perCoreYear(price: Money, leastPerCPU: Int, leastPerOrder: Int)
}

/// A hypervisor's licence.
///
/// ```
/// per CPU:       ceil(CPUs / k) P for each host, once, and s of it each year
/// per core:      max(Σ hosts CPUs max(cores, m), M) p each year
/// ```
/// `k` CPUs covered by one licence, `P` its price, `s` support share per year; `cores` of one CPU, `m` least cores
/// counted for a CPU, `M` least cores of an order, `p` price per core and year.
///
/// **Valid for** equal hosts in one order. **Not modelled**: the rule of 2020 that one CPU licence covers 32 cores,
/// discounts, editions by feature.
/// **Source**: VMware price lists; Broadcom terms of 10 April 2025 (at least 16 cores a CPU, 72 an order).
/// **Example**: one host of 2 CPUs with 8 cores: 32 cores count, an order of it alone is raised to 72, at 350 USD
/// 25 200 USD a year.
public struct HypervisorLicence: Hashable, Sendable {
  /// The product.
  public let name: String
  /// What is counted.
  public let metric: LicenceMetric

  /// Creates a licence.
  public init(_ name: String, _ metric: LicenceMetric) {
    switch metric {
    case .perCPU(_, let cpusEach, let support):
      precondition(cpusEach > 0 && support.value >= 0, "a licence covers at least one CPU")
    case .perCoreYear(_, let leastPerCPU, let leastPerOrder):
      precondition(leastPerCPU >= 0 && leastPerOrder >= 0, "a least number is not negative")
    }
    self.name = name
    self.metric = metric
  }

  /// How many licences, or licensed cores, equal hosts need in one order.
  public func units(hosts: Int, cpusPerHost: Int, coresPerCPU: Int) -> Int {
    guard hosts > 0 else { return 0 }
    return switch metric {
    case .perCPU(_, let cpusEach, _): hosts * ((cpusPerHost + cpusEach - 1) / cpusEach)
    case .perCoreYear(_, let leastPerCPU, let leastPerOrder):
      max(hosts * cpusPerHost * max(coresPerCPU, leastPerCPU), leastPerOrder)
    }
  }

  /// The cost lines of equal hosts in one order.
  public func costs(hosts: Int, cpusPerHost: Int, coresPerCPU: Int) -> [CostItem] {
    let units = units(hosts: hosts, cpusPerHost: cpusPerHost, coresPerCPU: coresPerCPU)
    guard units > 0 else { return [] }
    switch metric {
    case .perCPU(let price, _, let support):
      let purchase = price * Double(units)
      return [
        .atStart(.licences, "\(units) x \(name)", purchase),
        .yearly(.licences, "support of \(name)", purchase * support.value),
      ]
    case .perCoreYear(let price, _, _):
      return [.yearly(.licences, "\(units) cores of \(name)", price * Double(units))]
    }
  }
}

extension HypervisorLicence {
  /// Known licences, in the order of their years.
  public static let known: [Estimate<HypervisorLicence>] = [
    Estimate(vi3("Foundation", 995), source: "VMware price list 2008", confidence: .published),
    Estimate(vi3("Standard", 2995), source: "VMware price list 2008", confidence: .published),
    Estimate(vi3("Enterprise", 5750), source: "VMware price list 2008", confidence: .published),
    Estimate(
      HypervisorLicence(
        "vSphere Enterprise Plus",
        .perCPU(price: Money(3500, .usd), cpusEach: 1, support: Fraction(percent: 23))),
      source: "VMware price lists around 2015", confidence: .memoryMedium),
    Estimate(
      HypervisorLicence(
        "VMware Cloud Foundation",
        .perCoreYear(price: Money(350, .usd), leastPerCPU: 16, leastPerOrder: 72)),
      source: "Broadcom list price and terms of 10 April 2025", confidence: .published),
  ]

  private static func vi3(_ edition: String, _ price: Double) -> HypervisorLicence {
    HypervisorLicence(
      "VMware Infrastructure 3 \(edition)",
      .perCPU(price: Money(price, .usd), cpusEach: 2, support: Fraction(percent: 21)))
  }
}
