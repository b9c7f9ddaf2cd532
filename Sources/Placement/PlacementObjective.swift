internal import Quantities

/// What a plan should need least of.
public enum PlacementObjective: Hashable, Sendable {
  /// The number of hosts that hold a guest.
  case hosts
  /// The sum of ``HostType/price`` over the hosts that hold a guest, and of the licences that they need, in millionths of
  /// the currency's unit.
  case price
  /// The steady draw, in milliwatts, which is energy in equal spans of time: ``HostType/idlePower`` for each host that
  /// holds a guest, and for each guest its part of the way up to ``HostType/peakPower``, by its size in this resource.
  case energy(drivenBy: Int)
}

/// What a placement costs, in whole units of the objective, so that values and bounds compare exactly.
///
/// ```
/// value = Σ over hosts in use h(type) + Σ over guests g(guest, type)
/// hosts    h = 1                     g = 0
/// price    h = price                 g = 0       and for each licence its price times the hosts that need it
/// energy   h = P_idle                g = ⌈ (P_peak - P_idle) s / C ⌉
/// ```
/// `s` the guest's size and `C` the host's full capacity in the resource that drives power, powers in whole milliwatts.
///
/// **Valid for** a steady load. **Not modelled**: curves of power over load that bend; rounding up costs less than one
/// milliwatt a guest. A type without price or powers counts as free.
/// **Example**: a host of 120 W idle, 420 W peak and 96 cores draws 120 000 + 12 500 mW with a guest of 4 cores.
public struct PlacementCost: Sendable {
  private let problem: PlacementProblem
  /// What a host of each type costs as soon as it holds a guest.
  public let ofHost: [Int64]
  private let swing: [Int64]
  private let driver: Int?

  /// Reads the costs of a problem.
  public init(_ problem: PlacementProblem) {
    self.problem = problem
    let types = problem.hosts.types
    switch problem.objective {
    case .hosts:
      ofHost = types.map { _ in 1 }
      (swing, driver) = ([], nil)
    case .price:
      ofHost = types.map { $0.price?.millionths ?? 0 }
      (swing, driver) = ([], nil)
    case .energy(let resource):
      ofHost = types.map { PlacementCost.milliwatts($0.idlePower?.value) }
      swing = types.map {
        PlacementCost.milliwatts($0.peakPower?.value) - PlacementCost.milliwatts($0.idlePower?.value)
      }
      driver = resource
    }
  }

  private static func milliwatts(_ watts: Double?) -> Int64 { Int64(((watts ?? 0) * 1000).rounded()) }

  /// Whether a guest costs the same wherever it is, namely nothing.
  public var isByHostOnly: Bool { driver == nil }

  /// What a guest adds on a host of a type.
  public func ofGuest(_ guest: Int32, onType type: Int) -> Int64 {
    guard let driver, swing[type] > 0 else { return 0 }
    let capacity = Int64(problem.hosts.types[type].capacity[driver])
    guard capacity > 0 else { return 0 }
    return (swing[type] * Int64(problem.guests.size(of: guest, driver)) + capacity - 1) / capacity
  }

  /// The value of a placement; a host of -1 is none.
  public func value(of places: [Int32]) -> Int64 {
    var isUsed = [Bool](repeating: false, count: problem.hosts.count)
    var total: Int64 = 0
    for guest in places.indices where places[guest] >= 0 {
      let host = Int(places[guest])
      let type = Int(problem.hosts.typeOfHost[host])
      if !isUsed[host] { total += ofHost[type] }
      isUsed[host] = true
      if driver != nil { total += ofGuest(Int32(guest), onType: type) }
    }
    return total + ofLicences(in: places)
  }

  /// Whether hosts pay for licences by who runs on them.
  var hasLicences: Bool { problem.objective == .price && !problem.rules.licences.isEmpty }

  /// The part of the value of a placement that licences cost.
  func ofLicences(in places: [Int32]) -> Int64 {
    var total: Int64 = 0
    for licence in problem.rules.licences where problem.objective == .price {
      var isPaid = [Bool](repeating: false, count: problem.hosts.count)
      for guest in licence.guests where places[Int(guest)] >= 0 { isPaid[Int(places[Int(guest)])] = true }
      total += Int64(isPaid.count { $0 }) * licence.pricePerHost.millionths
    }
    return total
  }

  /// The largest whole number that divides every possible value, so that a bound may be rounded up to a multiple. Licences
  /// come on top of what a bound says about hosts, so they do not count here.
  var unit: Int64 {
    guard driver == nil else { return 1 }
    let divisor = ofHost.reduce(Int64(0)) { PlacementCost.commonDivisor($0, $1) }
    return max(1, divisor)
  }

  private static func commonDivisor(_ left: Int64, _ right: Int64) -> Int64 {
    var (left, right) = (left, right)
    while right != 0 { (left, right) = (right, left % right) }
    return left
  }
}
