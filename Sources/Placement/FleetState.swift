/// Hosts while they fill: free capacity, free guest slots, who is where. Policies work on it, and so may a
/// simulation that places, removes and restarts guests one by one.
public struct FleetState: Sendable {
  /// The problem that is being solved.
  public let problem: PlacementProblem
  /// The host of each guest, ``unplaced`` while it has none.
  public private(set) var hostOfGuest: [Int32]
  /// The number of guests on each host.
  public private(set) var guestCount: [Int32]
  /// The host of a guest that has none.
  public static let unplaced: Int32 = -1

  // Flat copies of what the inner loops read. All indexes are dense.
  let resourceCount: Int
  let sizes: [Int32]
  let flavourOfGuest: [Int32]
  let typeOfHost: [Int32]
  private let typeCount: Int
  private let runsOnType: [Bool]
  private let rulesOfFlavour: [[Int32]]
  private let ruleOffsets: [Int]
  private(set) var free: [Int32]
  private var slots: [Int32]
  private var isOpen: [Bool]
  private var ruleCounts: [Int32]
  /// What the further rules count; nil when there are none.
  private(set) var tally: RuleTally?
  private let isRuled: Bool
  /// The hosts that have changed since they were last asked for; nil unless somebody asks.
  private var changes: [Int32]?
  /// What guests take in each period; nil when sizes stand still.
  private(set) var load: LoadOverTime?

  /// Creates a fleet without guests. Spare hosts (``SpareRule/hosts(_:)``) are closed.
  public init(_ problem: PlacementProblem) {
    self.problem = problem
    let (hosts, flavours, resourceCount) = (problem.hosts, problem.flavours, problem.resources.count)
    self.resourceCount = resourceCount
    hostOfGuest = [Int32](repeating: FleetState.unplaced, count: problem.guests.count)
    guestCount = [Int32](repeating: 0, count: hosts.count)
    flavourOfGuest = flavours.flavourOfGuest
    typeOfHost = hosts.typeOfHost
    typeCount = hosts.types.count
    rulesOfFlavour = flavours.separations
    sizes = flavours.representative.flatMap { guest in
      (0..<resourceCount).map { problem.guests.size(of: guest, $0) }
    }
    runsOnType = flavours.representative.flatMap { guest in
      hosts.types.indices.map { problem.compatibility[problem.guests.classes[Int(guest)], Int32($0)] }
    }
    let usable = hosts.types.indices.map { type in
      (0..<resourceCount).map { problem.usableCapacity(ofType: type, $0) }
    }
    free = hosts.typeOfHost.flatMap { usable[Int($0)] }
    slots = hosts.typeOfHost.map { hosts.types[Int($0)].guestLimit ?? .max }
    isOpen = hosts.typeOfHost.indices.map { $0 < problem.usableHostCount }
    var offsets: [Int] = []
    var total = 0
    for rule in problem.separations {
      offsets.append(total)
      total += hosts.unitCount(at: rule.level)
    }
    ruleOffsets = offsets
    ruleCounts = [Int32](repeating: 0, count: total)
    tally = RuleTally(problem, sizes: sizes)
    isRuled = tally != nil || !problem.separations.isEmpty
    load = LoadOverTime(problem)
  }

  /// How many hosts there are.
  public var hostCount: Int { guestCount.count }
  /// How many flavours there are.
  public var flavourCount: Int { rulesOfFlavour.count }
  /// The flavour of a guest: guests of one flavour are the same to placement.
  public func flavour(of guest: Int32) -> Int32 { flavourOfGuest[Int(guest)] }
  /// How many hosts hold a guest.
  public var hostsUsed: Int { guestCount.count { $0 > 0 } }

  /// The free amount of a resource on a host; of one that varies, beside the steady sizes of guests.
  public func free(on host: Int32, _ resource: Int) -> Int32 { free[Int(host) * resourceCount + resource] }

  /// Whether a host takes guests at all.
  public func isOpen(_ host: Int32) -> Bool { isOpen[Int(host)] }

  /// Lets a host take no more guests: it has failed, is in maintenance, or is spare. Guests on it stay.
  public mutating func close(_ host: Int32) {
    isOpen[Int(host)] = false
    changes?.append(host)
  }

  /// Lets a host take guests again.
  public mutating func open(_ host: Int32) {
    isOpen[Int(host)] = true
    changes?.append(host)
  }

  /// The hosts of which something has changed since this was last asked; none the first time.
  mutating func takeChanges() -> [Int32] {
    defer { changes = [] }
    return changes ?? []
  }

  /// Does something while only hosts that hold guests are open.
  mutating func withOnlyUsedHostsOpen(_ body: (inout FleetState) -> Void) {
    let before = isOpen
    for host in isOpen.indices where guestCount[host] == 0 { isOpen[host] = false }
    body(&self)
    isOpen = before
  }

  /// Whether a guest may be placed on a host now.
  public func admits(_ guest: Int32, on host: Int32) -> Bool {
    admits(flavour: flavourOfGuest[Int(guest)], on: host)
  }

  /// Whether one more guest of a flavour may be placed on a host now.
  public func admits(flavour: Int32, on host: Int32) -> Bool {
    guard hasRoom(flavour: flavour, on: host) else { return false }
    return isOpen[Int(host)] && slots[Int(host)] > 0 && isCompatible(flavour: flavour, with: host)
      && (!isRuled || keepsRules(flavour: flavour, on: host))
  }

  /// Whether the rules admit one more guest of a flavour to a host, its room aside.
  private func keepsRules(flavour: Int32, on host: Int32) -> Bool {
    fullSeparation(flavour: flavour, on: host) == nil && blocker(of: flavour, on: host) == nil
  }

  /// The first of the further rules that keeps a flavour off a host.
  func blocker(of flavour: Int32, on host: Int32) -> RuleTally.Blocker? {
    tally?.blocker(of: flavour, on: host, isEmpty: guestCount[Int(host)] == 0)
  }

  /// Whether every resource suffices, in every period that counts.
  @inline(__always)
  func hasRoom(flavour: Int32, on host: Int32) -> Bool {
    let size = Int(flavour) * resourceCount
    let room = Int(host) * resourceCount
    for resource in 0..<resourceCount where sizes[size + resource] > free[room + resource] { return false }
    return load?.admits(flavour, on: host) ?? true
  }

  /// How much work it is to ask a host whether it admits a guest; 1 when sizes stand still.
  var stepsPerLook: Int { load?.looks ?? 1 }

  func hasSlot(on host: Int32) -> Bool { slots[Int(host)] > 0 }

  func isCompatible(flavour: Int32, with host: Int32) -> Bool {
    runsOnType[Int(flavour) * typeCount + Int(typeOfHost[Int(host)])]
  }

  /// The first separation that keeps a flavour off a host.
  func fullSeparation(flavour: Int32, on host: Int32) -> Int32? {
    for rule in rulesOfFlavour[Int(flavour)]
    where ruleCounts[ruleSlot(rule, host)] >= problem.separations[Int(rule)].limit {
      return rule
    }
    return nil
  }

  /// Whether a rule may treat two hosts of one type and with the same free amounts differently for a flavour.
  func isRuled(flavour: Int32) -> Bool {
    tally != nil || load != nil || !rulesOfFlavour[Int(flavour)].isEmpty
  }

  /// Whether there is any rule beside sizes, guest limits and compatibility.
  var hasRules: Bool { isRuled || load != nil }

  /// What all licences cost now, in whole units of the objective.
  var licenceCost: Int64 { tally?.licences.cost ?? 0 }

  private func ruleSlot(_ rule: Int32, _ host: Int32) -> Int {
    ruleOffsets[Int(rule)] + Int(problem.hosts.unit(of: host, at: problem.separations[Int(rule)].level))
  }

  /// Places a guest that has no host on a host that admits it.
  public mutating func place(_ guest: Int32, on host: Int32) {
    precondition(hostOfGuest[Int(guest)] == FleetState.unplaced, "the guest has a host already")
    precondition(admits(guest, on: host), "the host does not admit the guest")
    put(guest, on: host)
  }

  /// Places without asking whether the host admits the guest: the caller has just asked, or puts one back.
  mutating func put(_ guest: Int32, on host: Int32) {
    hostOfGuest[Int(guest)] = host
    take(guest, host, 1)
  }

  /// Keeps room for a guest on a host that it is about to come to, or is leaving, beside the host it is on.
  ///
  /// A guest is one among those it is kept apart from, whatever room is kept for it: where both hosts are in one unit, rules on
  /// units count it once. A guest without a host is about to come nowhere: what is kept for it is only room.
  public mutating func reserve(_ guest: Int32, on host: Int32) {
    keep(guest, host, 1, besides: hostOfGuest[Int(guest)])
  }

  /// Gives up room that was kept by ``reserve(_:on:)``.
  ///
  /// - Parameter other: the host that the guest was on then; nil if it still is.
  public mutating func release(_ guest: Int32, from host: Int32, besides other: Int32? = nil) {
    keep(guest, host, -1, besides: other ?? hostOfGuest[Int(guest)])
  }

  private mutating func keep(_ guest: Int32, _ host: Int32, _ sign: Int32, besides other: Int32) {
    if other == FleetState.unplaced {
      takeRoom(flavourOfGuest[Int(guest)], host, sign)
    } else {
      take(guest, host, sign, besides: other)
    }
  }

  /// Counts one more guest like another on a host, in room and in rules, or one less.
  mutating func count(_ sign: Int32, like guest: Int32, on host: Int32) { take(guest, host, sign) }

  /// Puts a guest back on a host whose room it has just left, or that was kept for it, whether or not the host is open.
  public mutating func putBack(_ guest: Int32, on host: Int32) {
    precondition(hostOfGuest[Int(guest)] == FleetState.unplaced, "the guest has a host already")
    put(guest, on: host)
  }

  /// Takes a guest off its host.
  ///
  /// - Returns: the host it was on.
  @discardableResult
  public mutating func remove(_ guest: Int32) -> Int32 {
    let host = hostOfGuest[Int(guest)]
    precondition(host != FleetState.unplaced, "the guest has no host")
    hostOfGuest[Int(guest)] = FleetState.unplaced
    take(guest, host, -1)
    return host
  }

  /// - Parameter other: another host that counts the guest already, if any.
  private mutating func take(
    _ guest: Int32, _ host: Int32, _ sign: Int32, besides other: Int32 = FleetState.unplaced
  ) {
    let flavour = flavourOfGuest[Int(guest)]
    takeRoom(flavour, host, sign)
    for rule in rulesOfFlavour[Int(flavour)] {
      let slot = ruleSlot(rule, host)
      if other != FleetState.unplaced, ruleSlot(rule, other) == slot { continue }
      ruleCounts[slot] += sign
    }
    if tally != nil {
      let isSwitched = sign > 0 ? guestCount[Int(host)] == 1 : guestCount[Int(host)] == 0
      tally?.take(Int(flavour), host, sign, switches: isSwitched)
    }
  }

  private mutating func takeRoom(_ flavour: Int32, _ host: Int32, _ sign: Int32) {
    let (size, room) = (Int(flavour) * resourceCount, Int(host) * resourceCount)
    for resource in 0..<resourceCount { free[room + resource] -= sign * sizes[size + resource] }
    load?.take(flavour, host, sign)
    guestCount[Int(host)] += sign
    slots[Int(host)] -= sign
    changes?.append(host)
  }
}
