public import Quantities

extension PowerCaps {
  /// A running server that asks for power.
  public struct Server: Sendable, Hashable {
    /// Its curve, on the plane of its group's members.
    public let curve: PowerCurve
    /// The utilization it would run at without caps, 0...1.
    public let utilization: Fraction
    /// The group it belongs to, by index.
    public let group: Int

    /// Creates a server.
    public init(_ curve: PowerCurve, at utilization: Fraction, in group: Int) {
      self.curve = curve
      self.utilization = utilization
      self.group = group
    }
  }

  /// What one server gets.
  public struct Grant: Sendable, Hashable {
    /// What it asked for.
    public let demand: Watts
    /// What it draws under the caps.
    public let power: Watts
    /// The utilization it reaches, at most what it asked for.
    public let utilization: Fraction
  }

  /// What all get.
  public struct Outcome: Sendable, Hashable {
    /// Servers in the order given.
    public let grants: [Grant]
    /// Input of each group, by index.
    public let inputs: [Watts]
    /// Groups whose cap holds somebody back, by index, ascending.
    public let binding: [Int]
    /// Groups that cannot stay under their cap even with all members idle, by index, ascending.
    public let infeasible: [Int]
  }

  /// Power and floor of a group while the tree is worked through.
  private struct Ask {
    var demand = Watts.zero
    var floor = Watts.zero

    mutating func add(_ other: Ask) {
      demand += other.demand
      floor += other.floor
    }

    func granted(_ part: Double) -> Watts { floor + (demand - floor) * part }
  }

  /// Shares the caps out among servers.
  public func share(among servers: [Server]) -> Outcome {
    precondition(
      servers.allSatisfy { groups.indices.contains($0.group) }, "a server belongs to a group of these caps")
    let asks = servers.map {
      Ask(demand: max($0.curve.idle, $0.curve.draw(at: $0.utilization)), floor: $0.curve.idle)
    }
    // Members first: what each group's members ask for, then the group's own input.
    var members = [Ask](repeating: Ask(), count: groups.count)
    var inputs = members
    for (server, ask) in zip(servers, asks) { members[server.group].add(ask) }
    var binding: [Int] = []
    var infeasible: [Int] = []
    for index in groups.indices.reversed() {
      let group = groups[index]
      let floor = group.input(for: members[index].floor)
      var demand = max(floor, group.input(for: members[index].demand))
      if let cap = group.cap, demand > cap {
        binding.append(index)
        if floor > cap { infeasible.append(index) }
        demand = max(cap, floor)
      }
      inputs[index] = Ask(demand: demand, floor: floor)
      if let parent = group.parent { members[parent].add(inputs[index]) }
    }
    // Groups from the top down: the input each is given, and the part of its members' wishes that covers.
    var given = [Watts](repeating: .zero, count: groups.count)
    var parts = [Double](repeating: 1, count: groups.count)
    for index in groups.indices {
      let group = groups[index]
      given[index] = group.parent.map { inputs[index].granted(parts[$0]) } ?? inputs[index].demand
      let wish = members[index].demand - members[index].floor
      let budget = group.budget(of: given[index]) - members[index].floor
      parts[index] = wish > .zero ? min(1, max(0, budget / wish)) : 1
    }
    var drawn = [Watts](repeating: .zero, count: groups.count)
    let grants = zip(servers, asks).map { server, ask in
      let power = ask.granted(parts[server.group])
      drawn[server.group] += power
      // At full part the demand is met to the digit, whatever the inverse would round to.
      let reached =
        parts[server.group] == 1
        ? server.utilization
        : min(server.utilization, server.curve.utilization(at: power) ?? .zero)
      return Grant(demand: ask.demand, power: power, utilization: reached)
    }
    for index in groups.indices.reversed() {
      drawn[index] = groups[index].input(for: drawn[index])
      if let parent = groups[index].parent { drawn[parent] += drawn[index] }
    }
    return Outcome(
      grants: grants, inputs: drawn, binding: binding.reversed(), infeasible: infeasible.reversed())
  }
}

extension PowerCaps.Outcome {
  /// Work served as a share of the work asked for, with servers weighted by their throughput at full load.
  ///
  /// - Parameter fullLoadWork: throughput of each server at full load, in their order.
  /// - Returns: 1 when nothing was asked for.
  public func served(of servers: [PowerCaps.Server], fullLoadWork: [WorkPerSecond]) -> Fraction {
    precondition(
      servers.count == grants.count && fullLoadWork.count == grants.count, "one throughput for each server")
    var asked = 0.0
    var done = 0.0
    for index in grants.indices {
      asked += servers[index].utilization.value * fullLoadWork[index].value
      done += grants[index].utilization.value * fullLoadWork[index].value
    }
    return asked > 0 ? Fraction(done / asked) : .one
  }
}
