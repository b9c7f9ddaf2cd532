/// Why a guest has no host.
public enum RefusalReason: Hashable, Sendable {
  /// No host type in the fleet may run the guest's class.
  case incompatible
  /// The guest is larger than every compatible host, even an empty one, in this resource.
  case tooLarge(resource: Int)
  /// Compatible hosts are full: this resource is missing on most of them, by at least so many units.
  case noRoom(resource: Int, missing: Int32)
  /// Compatible hosts have room for its steady size, but with what their guests take over time this resource is missing, by
  /// at least so many units.
  case peaksMeet(resource: Int, missing: Int32)
  /// Resources would suffice somewhere, but no such host takes another guest.
  case guestLimit
  /// Resources would suffice somewhere, but this separation keeps the guest off every such host.
  case separated(rule: Int)
  /// This affinity wants the guest elsewhere: where its group stands, or where all of the group still has room.
  case notTogether(rule: Int)
  /// Hosts with room are outside this fence.
  case fencedOff(rule: Int)
  /// This licence is spent: it covers no further host.
  case licenceSpent(rule: Int)
  /// Resources would suffice somewhere, but this budget is used up there.
  case overBudget(rule: Int)
  /// Every slot that the spare rule leaves is taken.
  case noSlot
  /// Every compatible host is closed: failed, in maintenance, or spare.
  case closed
}

/// A guest that has no host, and why.
public struct Refusal: Hashable, Sendable {
  /// The guest.
  public let guest: Int32
  /// The reason.
  public let reason: RefusalReason
}

extension RefusalReason {
  /// The reason in words: `2 MiB of memory missing`.
  public func text(in problem: PlacementProblem) -> String {
    switch self {
    case .incompatible: "no host type may run it"
    case .tooLarge(let resource): "larger than any host in \(problem.resources[resource])"
    case .noRoom(let resource, let missing):
      "no room: at least \(missing) \(problem.resources[resource].unit) of \(problem.resources[resource]) missing"
    case .peaksMeet(let resource, let missing):
      "no room over time: with the peaks of their guests, hosts lack at least \(missing) "
        + "\(problem.resources[resource].unit) of \(problem.resources[resource])"
    case .guestLimit: "every host with room holds as many guests as it may"
    case .separated(let rule): "kept apart by '\(problem.separations[rule].name)'"
    case .notTogether(let rule):
      "kept together by '\(problem.rules.affinities[rule].name)', which has no room for it where it stands or could"
    case .fencedOff(let rule): "hosts with room are outside '\(problem.rules.fences[rule].name)'"
    case .licenceSpent(let rule):
      "hosts with room are not licensed for '\(problem.rules.licences[rule].name)', which covers no more"
    case .overBudget(let rule): "hosts with room are at the limit of '\(problem.rules.budgets[rule].name)'"
    case .noSlot: "every slot that is not kept free is taken"
    case .closed: "every host that may run it is closed or spare"
    }
  }
}

extension FleetState {
  /// Why no host admits one more guest of a flavour now; nil when one does.
  public func refusal(ofFlavour flavour: Int32) -> RefusalReason? {
    var (isRunnable, isOpenSomewhere, isSlotless, blockingRule) = (false, false, false, -1)
    // A fence is to blame only where no host inside it has room either.
    var (blocker, fence): (RuleTally.Blocker?, RuleTally.Blocker?) = (nil, nil)
    var fitsEmpty = [Bool](repeating: false, count: resourceCount)
    var lacking = [Int](repeating: 0, count: resourceCount)
    var missing = [Int32](repeating: .max, count: resourceCount)
    var lack: (resource: Int, missing: Int32)?
    let guest = problem.flavours.representative[Int(flavour)]
    for host in 0..<Int32(hostCount) where isCompatible(flavour: flavour, with: host) {
      isRunnable = true
      var hasRoom = true
      for resource in 0..<resourceCount {
        let size = sizes[Int(flavour) * resourceCount + resource]
        let usable = problem.usableCapacity(ofType: Int(typeOfHost[Int(host)]), resource)
        if problem.guests.largest(of: guest, resource) <= usable { fitsEmpty[resource] = true }
        let room = free(on: host, resource)
        guard isOpen(host), size > room else { continue }
        hasRoom = false
        lacking[resource] += 1
        missing[resource] = min(missing[resource], size - room)
      }
      guard isOpen(host) else { continue }
      isOpenSomewhere = true
      guard hasRoom else { continue }
      if let here = load?.lack(of: flavour, on: host) {
        if here.missing < lack?.missing ?? .max { lack = here }
        continue
      }
      if !hasSlot(on: host) {
        isSlotless = true
      } else if let rule = fullSeparation(flavour: flavour, on: host) {
        blockingRule = Int(rule)
      } else if let rule = self.blocker(of: flavour, on: host) {
        if case .fence = rule { fence = rule } else { blocker = rule }
      } else {
        return nil
      }
    }
    if !isRunnable { return .incompatible }
    if let resource = fitsEmpty.firstIndex(of: false) { return .tooLarge(resource: resource) }
    if !isOpenSomewhere { return .closed }
    if blockingRule >= 0 { return .separated(rule: blockingRule) }
    if let blocker { return RefusalReason(blocker) }
    if let fence { return RefusalReason(fence) }
    if isSlotless { return .guestLimit }
    if let lack { return .peaksMeet(resource: lack.resource, missing: lack.missing) }
    let scarcest = lacking.indices.max { (lacking[$0], $1) < (lacking[$1], $0) } ?? 0
    return .noRoom(resource: scarcest, missing: missing[scarcest])
  }
}

extension RefusalReason {
  /// The reason that a rule gives.
  init(_ blocker: RuleTally.Blocker) {
    switch blocker {
    case .fence(let rule): self = .fencedOff(rule: Int(rule))
    case .affinity(let rule): self = .notTogether(rule: Int(rule))
    case .licence(let rule): self = .licenceSpent(rule: Int(rule))
    case .budget(let rule): self = .overBudget(rule: Int(rule))
    case .slots: self = .noSlot
    }
  }
}
