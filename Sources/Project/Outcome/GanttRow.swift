public import EventEngine

/// One bar of a Gantt chart.
public struct GanttRow: Sendable, Hashable {
  /// The lane it is drawn in.
  public let lane: String
  /// What it is.
  public let label: String
  /// When it begins.
  public let start: Instant
  /// When it ends.
  public let end: Instant
  /// What it is for, by which it is coloured.
  public let kind: TaskPurpose
  /// Whether it ended in a roll-back.
  public let isRolledBack: Bool
  /// Whether the critical path goes through it.
  public let isCritical: Bool
}

/// What a Gantt chart has lanes for.
public enum GanttLanes: Sendable, Hashable, CaseIterable {
  /// Waves and what comes before them: one bar for all equal tasks of a wave, from the first start to the last end.
  case waves
  /// Tasks, each with a bar for every attempt.
  case tasks
  /// People, with a bar for every task they worked on.
  case people
}

extension ProjectOutcome {
  /// The bars of a Gantt chart, lane by lane, in order of start. Tasks that take no time have no bar.
  public func gantt(_ lanes: GanttLanes) -> [GanttRow] {
    let names = TaskNames(plan: plan, network: network)
    let critical = criticalTasks
    let bars = executions.filter { $0.finish > $0.start && $0.start >= 0 }
    switch lanes {
    case .waves: return waveBars(bars, names, critical)
    case .tasks:
      return bars.sorted { ($0.task, $0.start) < ($1.task, $1.start) }.map {
        bar($0, lane: names.task($0.task), label: names.task($0.task), critical)
      }
    case .people:
      return bars.filter { $0.person >= 0 }.sorted {
        ($0.person, $0.start, $0.task) < ($1.person, $1.start, $1.task)
      }
      .map { bar($0, lane: plan.people[Int($0.person)].name, label: names.task($0.task), critical) }
    }
  }

  private func bar(_ execution: Execution, lane: String, label: String, _ critical: [Bool]) -> GanttRow {
    GanttRow(
      lane: lane, label: label, start: Instant(milliseconds: execution.start),
      end: Instant(milliseconds: execution.finish), kind: network.tasks[Int(execution.task)].purpose,
      isRolledBack: execution.outcome != .done, isCritical: critical[Int(execution.task)])
  }

  private func waveBars(_ bars: [Execution], _ names: TaskNames, _ critical: [Bool]) -> [GanttRow] {
    struct Span {
      var start = Int64.max
      var end = Int64.min
      var isCritical = false
    }
    let purposes = TaskPurpose.allCases.count
    let lanes = network.waveCount + 1
    var spans = [Span](repeating: Span(), count: lanes * purposes)
    var single: [GanttRow] = []
    for execution in bars {
      let node = network.tasks[Int(execution.task)]
      guard node.wave >= 0 || node.purpose == .training else {
        let name = names.task(execution.task)
        let lane = node.purpose == .rack || node.purpose == .install ? names.unit(Int(node.subject)) : name
        single.append(bar(execution, lane: lane, label: name, critical))
        continue
      }
      let place = Int(node.wave + 1) * purposes + Int(node.purpose.rawValue)
      spans[place].start = min(spans[place].start, execution.start)
      spans[place].end = max(spans[place].end, execution.finish)
      spans[place].isCritical = spans[place].isCritical || critical[Int(execution.task)]
    }
    single.sort { ($0.start, $0.lane, $0.end) < ($1.start, $1.lane, $1.end) }
    let grouped = spans.indices.filter { spans[$0].end > spans[$0].start }.map { place in
      let kind = TaskPurpose.allCases[place % purposes]
      let lane = place < purposes ? kind.title : names.wave(Int32(place / purposes - 1))
      return GanttRow(
        lane: lane, label: kind.title, start: Instant(milliseconds: spans[place].start),
        end: Instant(milliseconds: spans[place].end), kind: kind, isRolledBack: false,
        isCritical: spans[place].isCritical)
    }
    return single + grouped
  }
}
