internal import Quantities

extension Conflict {
  /// The conflict in words, one sentence.
  ///
  /// - Parameter guestName: what a guest is called.
  public func text(
    in problem: PlacementProblem, guestName: (Int32) -> String = { "guest \($0)" }
  ) -> String {
    let who = listed(guests.map(guestName))
    if rules == [.compatibility] { return "no host type may run \(who)" }
    if case .resource(let resource)? = rules.first, rules.count == 1 { return text(problem, resource, who) }
    if case .separation(let index)? = rules.first, rules.count == 1 {
      return text(problem, problem.separations[index], who)
    }
    let clauses = rules.map { clause($0, problem) }
    let verb = guests.count == 1 ? "has" : "have"
    return "\(who) cannot \(verb == "has" ? "" : "all ")have a host: \(clauses.joined(separator: "; "))"
  }

  /// What was proven: whether a smaller set might say the same.
  public var certainty: String {
    isProvenSmallest
      ? "leaving out any one of these guests or rules makes the rest possible"
      : "a conflicting set, not proven smallest"
  }

  private func text(_ problem: PlacementProblem, _ resource: Int, _ who: String) -> String {
    let name = problem.resources[resource]
    let largest = Int64(problem.hosts.types.map { $0.capacity[resource] }.max() ?? 0)
    let most = name.text(of: largest)
    guard guests.count > 1 else {
      return
        "\(who) takes \(name.text(of: demand(problem, resource))) of \(name), and no host offers more than \(most)"
    }
    return "\(who) do not fit together: they take \(name.text(of: demand(problem, resource))) of \(name), "
      + "and \(offer(problem, resource)), at most \(most) each"
  }

  private func text(_ problem: PlacementProblem, _ rule: Separation, _ who: String) -> String {
    let unit = problem.hosts.name(of: rule.level)
    let count = problem.hosts.unitCount(at: rule.level)
    let apart =
      rule.limit == 1
      ? "must stand \(place(rule.level)) different \(unit)s ('\(rule.name)')"
      : "may stand at most \(rule.limit) to one \(unit) ('\(rule.name)')"
    return "\(who) \(apart), but only \(counted(count, unit)) take\(count == 1 ? "s" : "") them"
  }

  private func clause(_ rule: ConflictRule, _ problem: PlacementProblem) -> String {
    switch rule {
    case .resource(let resource):
      let name = problem.resources[resource]
      return "they take \(name.text(of: demand(problem, resource))) of \(name), of which "
        + offer(problem, resource)
    case .guestLimit:
      let most = problem.hosts.types.compactMap(\.guestLimit).max() ?? 0
      return "a host takes at most \(counted(Int(most), "guest"))"
    case .compatibility: return "not every host type may run them"
    case .spare: return spareClause(problem)
    case .separation(let index):
      let rule = problem.separations[index]
      return "'\(rule.name)' allows at most \(rule.limit) of its guests \(place(rule.level)) "
        + "one \(problem.hosts.name(of: rule.level))"
    case .affinity(let index):
      let rule = problem.rules.affinities[index]
      return
        "'\(rule.name)' keeps them together \(place(rule.level)) one \(problem.hosts.name(of: rule.level))"
    case .fence(let index):
      let rule = problem.rules.fences[index]
      return "'\(rule.name)' lets its guests use only \(counted(Set(rule.hosts).count, "host"))"
    case .licence(let index):
      let rule = problem.rules.licences[index]
      return "'\(rule.name)' is licensed for \(counted(Int(rule.hostLimit ?? 0), "host"))"
    case .budget(let index):
      let rule = problem.rules.budgets[index]
      let most = rule.limits.max() ?? 0
      return "'\(rule.name)' allows at most \(Resource.text(most, unit: rule.unit)) "
        + "for one \(problem.hosts.name(of: rule.level))"
    }
  }

  private func spareClause(_ problem: PlacementProblem) -> String {
    switch problem.spare {
    case .none: "nothing is kept free"
    case .hosts(let count): "\(counted(count, "host")) of \(problem.hosts.count) must stay empty"
    case .fraction(let share): "\(share) of every host is kept free"
    case .slots(let lost): "slots are kept free for the loss of \(counted(lost, "host"))"
    case .loss(let level): "they must be able to restart when any \(problem.hosts.name(of: level)) is lost"
    }
  }

  private func place(_ level: FailureLevel) -> String { level == .host ? "on" : "in" }

  private func demand(_ problem: PlacementProblem, _ resource: Int) -> Int64 {
    guests.reduce(0) { $0 + Int64(problem.guests.size(of: $1, resource)) }
  }

  private func offer(_ problem: PlacementProblem, _ resource: Int) -> String {
    let total = problem.hosts.typeOfHost.reduce(Int64(0)) {
      $0 + Int64(problem.hosts.types[Int($1)].capacity[resource])
    }
    let count = problem.hosts.count
    return "\(counted(count, "host")) offer\(count == 1 ? "s" : "") "
      + problem.resources[resource].text(of: total)
  }

  private func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

  /// Names in a row, the first eight of many.
  private func listed(_ names: [String]) -> String {
    guard names.count > 1, let last = names.last else { return names.first ?? "nobody" }
    guard names.count <= 9 else {
      return names.prefix(8).joined(separator: ", ") + " and \(names.count - 8) more guests"
    }
    return names.dropLast().joined(separator: ", ") + " and " + last
  }
}

extension Resource {
  /// An amount for people: `2 GiB`, `25 % of a host`.
  public func text(of amount: Int64) -> String { Resource.text(amount, unit: unit) }

  /// An amount of a unit for people; thousands of MiB, mW and g become the next larger unit.
  static func text(_ amount: Int64, unit: String) -> String {
    func tenths(_ divisor: Int64) -> String {
      let tenths = (amount * 10 + divisor / 2) / divisor
      return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
    }
    switch unit {
    case "MiB" where amount >= 1024: return "\(tenths(1024)) GiB"
    case "mW": return "\(tenths(1000)) W"
    case "g": return "\(tenths(1000)) kg"
    case "of all guests": return "\(amount)"
    case "millionths of a host": return "\(tenths(10_000)) % of a host"
    default: return "\(amount) \(unit)"
    }
  }
}
