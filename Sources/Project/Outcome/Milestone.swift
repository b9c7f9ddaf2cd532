public import EventEngine

/// A moment that a project is steered by.
public struct Milestone: Sendable, Hashable {
  /// What was reached.
  public let name: String
  /// When; nil when it never was.
  public let time: Instant?
}

extension ProjectOutcome {
  /// The milestones in the order in which they are planned: training over, equipment delivered and ready, moves begin,
  /// the first guest over, each wave over, the last old server off, the end.
  public func milestones() -> [Milestone] {
    let names = TaskNames(plan: plan, network: network)
    var finish = [Int64](repeating: -1, count: network.tasks.count)
    for execution in executions where execution.outcome == .done {
      finish[Int(execution.task)] = execution.finish
    }
    var found: [Milestone] = []
    func add(_ name: String, _ tasks: [Int]) {
      guard !tasks.isEmpty else { return }
      let ends = tasks.map { finish[$0] }
      let last = ends.contains(-1) ? nil : ends.max()
      found.append(Milestone(name: name, time: last.map { Instant(milliseconds: $0) }))
    }
    var byPurpose = [[Int]](repeating: [], count: TaskPurpose.allCases.count)
    for (task, node) in network.tasks.enumerated() { byPurpose[Int(node.purpose.rawValue)].append(task) }
    func all(_ purpose: TaskPurpose) -> [Int] { byPurpose[Int(purpose.rawValue)] }
    add("training over", all(.training))
    for (number, order) in plan.orders.enumerated() {
      add("\(order.name) delivered", all(.delivery).filter { Int(network.tasks[$0].subject) == number })
      add(
        "\(order.name) ready",
        all(.install).filter { Int(network.units[Int(network.tasks[$0].subject)].order) == number })
    }
    add("moves begin", all(.begin))
    var moves = [[Int]](repeating: [], count: network.waveCount)
    for task in all(.cutOver) { moves[Int(network.tasks[task].wave)].append(task) }
    if let first = changes.first(where: { $0.kind == .moved }) {
      found.append(Milestone(name: "first guest over", time: Instant(milliseconds: first.time)))
    }
    for wave in moves.indices { add("\(names.wave(Int32(wave))) over", moves[wave]) }
    add("last guest accepted", all(.parallel))
    add("last old server gone", all(.decommission))
    found.append(Milestone(name: "project ends", time: self.finish))
    return found
  }
}
