public import Quantities

/// What each unit of a level can bear of something that hosts and guests add up to: the power of a rack or a circuit, the
/// weight in a rack.
///
/// ```
/// Σ over hosts in use of the unit: h(type) + Σ over their guests ⌈ (full - h) s / C ⌉  <=  limit of the unit
/// ```
/// `h` what a host adds as soon as it holds a guest, `full` what it adds at full load, `s` the guest's size and `C` the
/// host's full capacity in the resource that drives it. All whole numbers.
///
/// **Valid for** a steady load. **Not modelled**: hosts that are on without a guest; circuits that share a host's load
/// (a host is in one domain of each grouping). **Example**: a rack of 1 kW takes two hosts of 300 W idle and 420 W
/// full, and 400 W of load on them; a third host needs 300 W more.
public struct Budget: Hashable, Sendable {
  /// The name, for messages.
  public let name: String
  /// What one unit of the amounts is, such as `mW` or `g`.
  public let unit: String
  /// What has a limit each: hosts, or domains such as enclosures, racks or circuits.
  public let level: FailureLevel
  /// The limit of each unit of the level.
  public let limits: [Int64]
  /// What a host of each type adds as soon as it holds a guest.
  public let ofHost: [Int64]
  /// What a host of each type adds at full load.
  public let ofFullHost: [Int64]
  /// The resource that the load is measured in.
  public let driver: Int

  /// Creates a budget.
  public init(
    _ name: String, unit: String, over level: FailureLevel, limits: [Int64], ofHost: [Int64],
    ofFullHost: [Int64], drivenBy driver: Int = 0
  ) {
    precondition(zip(ofHost, ofFullHost).allSatisfy { $0 >= 0 && $1 >= $0 }, "a load adds to a host")
    self.name = name
    self.unit = unit
    self.level = level
    self.limits = limits
    self.ofHost = ofHost
    self.ofFullHost = ofFullHost
    self.driver = driver
  }

  /// The electric power that each unit of a level may draw, from the idle and peak power of its hosts, in milliwatts.
  public static func power(
    _ name: String, over level: FailureLevel, limits: [Watts], of hosts: HostTable, drivenBy driver: Int = 0
  ) -> Budget {
    func milliwatts(_ power: Watts?) -> Int64 { Int64(((power?.value ?? 0) * 1000).rounded()) }
    let idle = hosts.types.map { milliwatts($0.idlePower) }
    return Budget(
      name, unit: "mW", over: level, limits: limits.map(milliwatts), ofHost: idle,
      ofFullHost: zip(hosts.types, idle).map { max($1, milliwatts($0.peakPower)) }, drivenBy: driver)
  }

  /// The mass that each unit of a level may carry in hosts that are in use, in grams.
  public static func weight(
    _ name: String, over level: FailureLevel, limits: [Kilograms], ofHost: [Kilograms]
  ) -> Budget {
    func grams(_ mass: Kilograms) -> Int64 { Int64((mass.value * 1000).rounded()) }
    let masses = ofHost.map(grams)
    return Budget(
      name, unit: "g", over: level, limits: limits.map(grams), ofHost: masses, ofFullHost: masses)
  }

  /// What a guest of a size adds on a host of a type.
  func ofGuest(size: Int32, capacity: Int32, type: Int) -> Int64 {
    let swing = ofFullHost[type] - ofHost[type]
    guard capacity > 0, swing > 0 else { return 0 }
    return (swing * Int64(size) + Int64(capacity) - 1) / Int64(capacity)
  }
}

/// What is used of each budget.
struct BudgetTally: Sendable {
  private struct Account: Sendable {
    let unitOfHost: [Int32]
    let ofHost: [Int64]
    /// What a guest adds, flavour by flavour and type by type.
    let ofGuest: [Int64]
    var left: [Int64]
  }

  private var accounts: [Account]
  private let typeOfHost: [Int32]
  private let typeCount: Int

  init(_ problem: PlacementProblem, sizes: [Int32]) {
    let (hosts, resources) = (problem.hosts, problem.resources.count)
    typeOfHost = hosts.typeOfHost
    typeCount = hosts.types.count
    accounts = problem.rules.budgets.map { budget in
      Account(
        unitOfHost: (0..<Int32(hosts.count)).map { hosts.unit(of: $0, at: budget.level) },
        ofHost: budget.ofHost,
        ofGuest: (0..<problem.flavours.count).flatMap { flavour in
          hosts.types.indices.map { type in
            budget.ofGuest(
              size: sizes[flavour * resources + budget.driver],
              capacity: hosts.types[type].capacity[budget.driver], type: type)
          }
        },
        left: budget.limits)
    }
  }

  /// The first budget that a guest of a flavour would overdraw.
  func blocker(of flavour: Int32, on host: Int32, isEmpty: Bool) -> Int32? {
    let type = Int(typeOfHost[Int(host)])
    for index in accounts.indices {
      let added =
        accounts[index].ofGuest[Int(flavour) * typeCount + type]
        + (isEmpty ? accounts[index].ofHost[type] : 0)
      if added > accounts[index].left[Int(accounts[index].unitOfHost[Int(host)])] { return Int32(index) }
    }
    return nil
  }

  /// - Parameter switches: whether the host comes into use or goes out of it with this guest.
  mutating func take(_ flavour: Int, _ host: Int32, _ sign: Int32, switches: Bool) {
    let type = Int(typeOfHost[Int(host)])
    for index in accounts.indices {
      let added =
        accounts[index].ofGuest[flavour * typeCount + type] + (switches ? accounts[index].ofHost[type] : 0)
      accounts[index].left[Int(accounts[index].unitOfHost[Int(host)])] -= Int64(sign) * added
    }
  }

  /// What is left in each unit of a budget.
  func left(of budget: Int) -> [Int64] { accounts[budget].left }
}
