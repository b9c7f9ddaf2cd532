public import Quantities

/// Software that is licensed by the host: every host that runs at least one of these guests pays once.
///
/// ```
/// cost = price x hosts that run a guest of the group          counted in the objective ``PlacementObjective/price``
/// ```
/// **Valid for** licences by host. **Not modelled**: licences by core or socket whose price differs between host types,
/// and hosts that a guest might move to and must be licensed for as well. **Example**: two databases on one host at 80 a
/// host cost 80, on two hosts 160.
public struct Licence: Hashable, Sendable {
  /// The name, for messages.
  public let name: String
  /// The guests that need it.
  public let guests: [Int32]
  /// What one host pays, not negative.
  public let pricePerHost: Money
  /// How many hosts are licensed at most, or nil for as many as one pays for.
  public let hostLimit: Int32?

  /// Creates a licence.
  public init(_ name: String, guests: [Int32], pricePerHost: Money, hostLimit: Int32? = nil) {
    precondition(pricePerHost.millionths >= 0, "a licence does not pay its buyer")
    precondition((hostLimit ?? 0) >= 0, "a number of hosts is not negative")
    self.name = name
    self.guests = guests
    self.pricePerHost = pricePerHost
    self.hostLimit = hostLimit
  }
}

/// Which hosts pay for which licence.
struct LicenceTally: Sendable {
  private let ofFlavour: [[Int32]]
  private let hostCount: Int
  private let limits: [Int32]
  private let prices: [Int64]
  /// How many guests of a licence are on a host.
  private var crowd: [Int32]
  /// How many hosts each licence is paid for.
  private(set) var hosts: [Int32]
  /// What all licences cost, in whole units of the objective; 0 unless it is the price.
  private(set) var cost: Int64 = 0

  init(_ problem: PlacementProblem, ofFlavour: [[Int32]]) {
    let rules = problem.rules.licences
    self.ofFlavour = ofFlavour
    hostCount = problem.hosts.count
    limits = rules.map { $0.hostLimit ?? .max }
    prices = rules.map { problem.objective == .price ? $0.pricePerHost.millionths : 0 }
    crowd = [Int32](repeating: 0, count: rules.count * hostCount)
    hosts = [Int32](repeating: 0, count: rules.count)
  }

  /// The first licence that is spent on other hosts.
  func blocker(of flavour: Int32, on host: Int32) -> Int32? {
    for rule in ofFlavour[Int(flavour)]
    where crowd[Int(rule) * hostCount + Int(host)] == 0 && hosts[Int(rule)] >= limits[Int(rule)] {
      return rule
    }
    return nil
  }

  /// What a host would have to pay for one more guest of a flavour.
  func price(of flavour: Int32, on host: Int32) -> Int64 {
    var total: Int64 = 0
    for rule in ofFlavour[Int(flavour)] where crowd[Int(rule) * hostCount + Int(host)] == 0 {
      total += prices[Int(rule)]
    }
    return total
  }

  mutating func take(_ flavour: Int, _ host: Int32, _ sign: Int32) {
    for rule in ofFlavour[flavour] {
      let slot = Int(rule) * hostCount + Int(host)
      let before = crowd[slot]
      crowd[slot] += sign
      guard (before > 0) != (crowd[slot] > 0) else { continue }
      hosts[Int(rule)] += sign
      cost += Int64(sign) * prices[Int(rule)]
    }
  }
}
