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

  /// What is asked for, and the least that is drawn whatever the caps say.
  public struct Ask: Sendable, Hashable {
    /// What is asked for.
    public var demand: Watts
    /// The least that is drawn.
    public var floor: Watts

    /// Creates an ask.
    public init(demand: Watts = .zero, floor: Watts = .zero) {
      self.demand = demand
      self.floor = floor
    }

    mutating func add(_ other: Ask) {
      demand += other.demand
      floor += other.floor
    }

    /// The floor and a part of what is asked for above it.
    public func granted(_ part: Double) -> Watts { floor + (demand - floor) * part }
  }

  /// The caps divided among groups: how much of their wish above the floor the servers of each group get.
  ///
  /// Its memory is used again from one division to the next, so that a simulation may divide at every sample.
  public struct Division: Sendable {
    /// The caps.
    public let caps: PowerCaps
    /// What each group would draw at its input under the caps of the groups in it but without its own.
    public private(set) var wishes: [Watts]
    /// The part f of what the members of each group ask for above their floor.
    public private(set) var parts: [Double]
    /// Whether the group's own cap holds somebody back.
    public private(set) var isBinding: [Bool]
    /// Whether the group cannot stay under its cap even with all its members at their floor.
    public private(set) var isInfeasible: [Bool]
    private var members: [Ask]
    private var inputs: [Ask]
    private var given: [Watts]

    /// Prepares a division.
    public init(_ caps: PowerCaps) {
      self.caps = caps
      let count = caps.groups.count
      wishes = Array(repeating: .zero, count: count)
      given = wishes
      parts = Array(repeating: 1, count: count)
      isBinding = Array(repeating: false, count: count)
      isInfeasible = isBinding
      members = Array(repeating: Ask(), count: count)
      inputs = members
    }

    /// Divides the caps.
    ///
    /// - Parameter servers: what the servers that belong to each group itself ask for together, by group.
    public mutating func divide(_ servers: [Ask]) {
      precondition(servers.count == caps.groups.count, "one ask for each group")
      for index in members.indices { members[index] = servers[index] }
      // Members first: what each group's members ask for, then the group's own input.
      for index in caps.groups.indices.reversed() {
        let group = caps.groups[index]
        let floor = group.input(for: members[index].floor)
        var demand = max(floor, group.input(for: members[index].demand))
        wishes[index] = demand
        isBinding[index] = false
        isInfeasible[index] = false
        if let cap = group.cap, demand > cap {
          isBinding[index] = true
          isInfeasible[index] = floor > cap
          demand = max(cap, floor)
        }
        inputs[index] = Ask(demand: demand, floor: floor)
        if let parent = group.parent { members[parent].add(inputs[index]) }
      }
      // Groups from the top down: the input each is given, and the part of its members' wishes that covers.
      for index in caps.groups.indices {
        let group = caps.groups[index]
        given[index] = group.parent.map { inputs[index].granted(parts[$0]) } ?? inputs[index].demand
        // A group that is given all it wishes passes it on whole, whatever the inverse of its supplies would round to.
        guard given[index] < wishes[index] else {
          parts[index] = 1
          continue
        }
        let wish = members[index].demand - members[index].floor
        let budget = group.budget(of: given[index]) - members[index].floor
        parts[index] = wish > .zero ? min(1, max(0, budget / wish)) : 1
      }
    }
  }

  /// Shares the caps out among servers.
  public func share(among servers: [Server]) -> Outcome {
    precondition(
      servers.allSatisfy { groups.indices.contains($0.group) }, "a server belongs to a group of these caps")
    let asks = servers.map {
      Ask(demand: max($0.curve.idle, $0.curve.draw(at: $0.utilization)), floor: $0.curve.idle)
    }
    var members = [Ask](repeating: Ask(), count: groups.count)
    for (server, ask) in zip(servers, asks) { members[server.group].add(ask) }
    var division = Division(self)
    division.divide(members)
    let parts = division.parts
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
      grants: grants, inputs: drawn, binding: groups.indices.filter { division.isBinding[$0] },
      infeasible: groups.indices.filter { division.isInfeasible[$0] })
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
