public import Quantities

/// Where each guest goes, how good that is, and what could not be placed.
public struct PlacementPlan: Sendable, Hashable {
  /// The policy that made it.
  public let method: String
  /// The host of each guest, ``FleetState/unplaced`` for a refused one.
  public let hostOfGuest: [Int32]
  /// The guests without a host, in guest order.
  public let refusals: [Refusal]
  /// How many hosts hold a guest.
  public let hostsUsed: Int
  /// What the plan costs in whole units of the problem's objective; with ``PlacementObjective/hosts`` the hosts used.
  public let value: Int64
  /// What any plan for all guests needs at least: hosts, and the value of the objective.
  public let bound: LowerBound
  /// Where lost guests restart, when the problem asks that a failure domain may be lost.
  public let restart: RestartPlan?

  /// Reads the plan off a fleet.
  ///
  /// - Parameter bound: a bound that the policy has proven on the way; the instant bounds are taken as well.
  public init(_ fleet: FleetState, method: String, bound: LowerBound? = nil) {
    let problem = fleet.problem
    var reasons = [RefusalReason?](repeating: nil, count: fleet.flavourCount)
    var refusals: [Refusal] = []
    for guest in fleet.hostOfGuest.indices where fleet.hostOfGuest[guest] == FleetState.unplaced {
      let flavour = fleet.flavourOfGuest[guest]
      let reason = reasons[Int(flavour)] ?? fleet.refusal(ofFlavour: flavour)
      guard let reason else { preconditionFailure("\(method) left out a guest that fits") }
      reasons[Int(flavour)] = reason
      refusals.append(Refusal(guest: Int32(guest), reason: reason))
    }
    self.method = method
    self.hostOfGuest = fleet.hostOfGuest
    self.refusals = refusals
    self.hostsUsed = fleet.hostsUsed
    self.value =
      problem.objective == .hosts
      ? Int64(fleet.hostsUsed) : PlacementCost(problem).value(of: fleet.hostOfGuest)
    let instant = LowerBound(of: problem)
    self.bound = bound.map { instant.strengthened(by: $0) } ?? instant
    if case .loss(let level) = problem.spare {
      self.restart = RestartPlan(after: level, in: fleet)
    } else {
      self.restart = nil
    }
  }

  init(
    method: String, hostOfGuest: [Int32], refusals: [Refusal], hostsUsed: Int, value: Int64,
    bound: LowerBound, restart: RestartPlan?
  ) {
    self.method = method
    self.hostOfGuest = hostOfGuest
    self.refusals = refusals
    self.hostsUsed = hostsUsed
    self.value = value
    self.bound = bound
    self.restart = restart
  }

  /// Whether every guest has a host and the spare rule holds.
  public var isComplete: Bool { refusals.isEmpty && restart?.isComplete ?? true }

  /// How far the plan is above the bound at most; nil when guests were refused, since then it is no full plan.
  public var gap: Fraction? {
    guard refusals.isEmpty else { return nil }
    return bound.value == 0 ? .zero : Fraction(Double(value) / Double(bound.value) - 1)
  }

  /// Whether no plan can be better.
  public var isProvenOptimal: Bool { refusals.isEmpty && value == bound.value }

  /// The guests whose host differs from an earlier placement in which they had one.
  public func moves(from current: [Int32]) -> [Int32] {
    precondition(current.count == hostOfGuest.count, "a placement covers every guest")
    return current.indices.filter {
      current[$0] != FleetState.unplaced && current[$0] != hostOfGuest[$0]
    }.map(Int32.init)
  }
}

extension PlacementPlan: CustomStringConvertible {
  /// One line: `first-fit: 12 hosts, at least 11 needed (memory), gap at most 9.1 %`.
  public var description: String {
    var text = "\(method): \(hostsUsed) hosts, at least \(bound.hosts) needed (\(bound.reason))"
    if isProvenOptimal {
      text += ", proven optimal"
    } else if let gap {
      let tenths = Int((gap.percent * 10).rounded(.up))
      text += ", gap at most \(tenths / 10).\(tenths % 10) %"
    }
    if !refusals.isEmpty { text += ", \(refusals.count) guests refused" }
    if let restart, !restart.isComplete { text += ", \(restart.stranded.count) guests cannot restart" }
    return text
  }
}
