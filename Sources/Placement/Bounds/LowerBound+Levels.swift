/// How much a bound may cost.
public enum BoundLevel: Hashable, Sendable {
  /// Sums and sorts of flavours only.
  case instant
  /// Column generation for about a second.
  case fast
  /// Column generation, and search over the numbers of hosts by type, for so much work.
  case strong(WorkBudget)
}

extension LowerBound {
  /// The best bound of a level: every cheaper one is taken as well, so that it is never below the instant bound.
  ///
  /// With more than ``SizeClasses/most`` different sizes, neighbours are joined and take the smallest size among them: the
  /// bound stays valid and loses a little.
  public init(of problem: PlacementProblem, level: BoundLevel) {
    let instant = LowerBound(of: problem)
    var budget: WorkBudget
    switch level {
    case .instant:
      self = instant
      return
    case .fast: budget = WorkBudget(100_000_000)
    case .strong(let given): budget = given
    }
    let fine = SizeClasses(problem)
    guard fine.count > 0 else {
      self = instant
      return
    }
    let classes = fine.joined(to: SizeClasses.most, upwards: false)
    var search = HostMixSearch(classes)
    search.run(dives: 0, isProofOnly: true, &budget)
    self = instant.strengthened(by: LowerBound(search, classes, problem, instant: instant))
  }

  /// The bound that a search has proven.
  init(_ search: HostMixSearch, _ classes: SizeClasses, _ problem: PlacementProblem, instant: LowerBound) {
    guard let proof = search.certificate() else {
      self = instant
      return
    }
    let certificate = BoundCertificate(proof.root, scale: proof.scale, classes, problem)
    let isSearched = if case .split = proof.root { true } else { false }
    let method: Reason = isSearched ? .hostMix : .columnGeneration
    // The search knows nothing of licences, so what they cost at least comes on top.
    let value = search.bound + instant.licences
    let isHosts = problem.objective == .hosts
    self.init(
      hosts: isHosts ? Int(search.bound) : instant.hosts, reason: isHosts ? method : instant.reason,
      value: value,
      method: method, licences: instant.licences, certificate: certificate)
  }
}

extension SizeClasses {
  /// With how many size classes column generation is still quick.
  static let most = 200
}

extension BoundCertificate {
  init(_ root: Node, scale: Int64, _ classes: SizeClasses, _ problem: PlacementProblem) {
    let table = problem.flavours
    let plain = problem.resources.count
    var groupOfFlavour = [Int32](repeating: -1, count: table.count)
    for (group, flavours) in classes.flavours.enumerated() {
      for flavour in flavours { groupOfFlavour[Int(flavour)] = Int32(group) }
    }
    self.init(
      groups: (0..<classes.count).map { group in
        let guest = table.representative[Int(classes.flavours[group][0])]
        return Group(
          size: (0..<plain).map { classes.size(group, $0) }, guestClass: problem.guests.classes[Int(guest)],
          mostOnHost: classes.mostOnHost[group])
      },
      groupOfGuest: table.flavourOfGuest.map { groupOfFlavour[Int($0)] }, scale: scale, root: root)
  }
}
