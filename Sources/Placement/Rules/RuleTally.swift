/// What the rules of a problem count while a fleet fills, and which of them keeps a guest off a host.
///
/// While guests are only added, a rule that has kept a flavour off a host keeps it off for good: groups stay where they
/// are, licences and budgets are used up, and free amounts shrink. Policies rely on it.
struct RuleTally: Sendable {
  /// The rule that keeps a guest off a host.
  enum Blocker: Hashable, Sendable {
    case fence(Int32)
    case affinity(Int32)
    case licence(Int32)
    case budget(Int32)
    case slots
  }

  private let fences: FenceTally
  private var affinities: AffinityTally
  private(set) var licences: LicenceTally
  private(set) var budgets: BudgetTally
  private let slotLimit: Int
  private var placed = 0

  /// The counts of an empty fleet; nil when the problem has none of these rules.
  init?(_ problem: PlacementProblem, sizes: [Int32]) {
    let reserve = SlotReserve(problem)
    guard !problem.rules.isEmpty || reserve != nil else { return nil }
    let flavours = problem.flavours
    fences = FenceTally(problem, ofFlavour: flavours.fences)
    affinities = AffinityTally(problem, ofFlavour: flavours.affinities, sizes: sizes)
    licences = LicenceTally(problem, ofFlavour: flavours.licences)
    budgets = BudgetTally(problem, sizes: sizes)
    slotLimit = reserve?.limit ?? .max
  }

  /// The first rule that keeps one more guest of a flavour off a host.
  func blocker(of flavour: Int32, on host: Int32, isEmpty: Bool) -> Blocker? {
    if let rule = fences.blocker(of: flavour, on: host) { return .fence(rule) }
    if let rule = affinities.blocker(of: flavour, on: host) { return .affinity(rule) }
    if let rule = licences.blocker(of: flavour, on: host) { return .licence(rule) }
    if let rule = budgets.blocker(of: flavour, on: host, isEmpty: isEmpty) { return .budget(rule) }
    return placed >= slotLimit ? .slots : nil
  }

  mutating func take(_ flavour: Int, _ host: Int32, _ sign: Int32, switches: Bool) {
    affinities.take(flavour, host, sign)
    licences.take(flavour, host, sign)
    budgets.take(flavour, host, sign, switches: switches)
    placed += Int(sign)
  }
}
