import EventEngine
import Quantities

// What calendars and windows leave room for.
extension ProjectPlan {
  /// Problems of time in a plan whose values are sound: people without hours, work for windows that no window of
  /// theirs holds, copies that no window holds.
  var timeIssues: [PlanIssue] {
    var found: [PlanIssue] = []
    let open = OpenTimes(windows, from: start, limit: limit)
    let (hours, duty) = workingTimes(in: open)
    if open.total == 0 {
      found.append(PlanIssue(at: "windows", "no change window opens within the plan's limit"))
    }
    for (number, times) in hours.enumerated() where times.total == 0 {
      found.append(
        PlanIssue(.warning, at: "people[\(number)].calendar", "\(people[number].name) is never at work"))
    }
    found += windowIssues(duty)
    if let issue = copyIssue(open) { found.append(issue) }
    return found
  }

  /// Work within windows: somebody must have hours in a window that hold it, with its roll-back.
  private func windowIssues(_ duty: [OpenTimes]) -> [PlanIssue] {
    var works: [(path: String, labor: Labor, rollBack: Seconds)] = []
    for (number, group) in groups.enumerated() {
      works.append(("groups[\(number)].work.cutOver", group.work.cutOver, group.work.rollBack))
    }
    for (number, segment) in segments.enumerated() {
      for (place, service) in segment.services.enumerated() {
        works.append(("segments[\(number)].services[\(place)].work", service.work, .zero))
      }
    }
    for (number, task) in tasks.enumerated() {
      if case .workInWindow(let labor) = task.content { works.append(("tasks[\(number)]", labor, .zero)) }
    }
    let longest = duty.map { Seconds(Double($0.longest) / 1000) }
    return works.compactMap { path, labor, rollBack in
      guard labor.effort > .zero, let skill = skills.first(where: { $0.name == labor.skill }) else {
        return nil
      }
      let able = people.indices.filter { people[$0].skills.contains(skill.name) }
      let needed = labor.effort + rollBack
      let fits = able.contains { person in
        let speed = people[person].speed.value * (skill.course?.speedAfter.value ?? 1)
        return needed / speed <= longest[person]
      }
      guard !fits else { return nil }
      let most = able.map { longest[$0] }.max() ?? .zero
      guard most > .zero else {
        return PlanIssue(
          at: path, "nobody with the skill '\(skill.name)' is at work in a change window",
          help: "let people join windows, or give them a calendar with these hours")
      }
      return PlanIssue(
        at: path,
        "\(needed) of '\(skill.name)' with its roll-back fit no change window: the longest that someone who can "
          + "do it is at work in has \(most)", help: "lengthen the windows or the hours, or lower the effort")
    }
  }

  /// Copies that may not span windows: the largest, alone, must fit the longest.
  private func copyIssue(_ open: OpenTimes) -> PlanIssue? {
    guard network.times == .inWindows, !network.spansWindows,
      let largest = groups.indices.max(by: { groups[$0].data < groups[$1].data })
    else { return nil }
    let rate = min(network.rate, network.perCopy ?? network.rate)
    let needed = Seconds(groups[largest].data.value * 8 / rate.value)
    let longest = Seconds(Double(open.longest) / 1000)
    guard needed > longest else { return nil }
    return PlanIssue(
      at: "groups[\(largest)].data",
      "the copy of a guest '\(groups[largest].name)' takes "
        + "\(DecimalText.rounded(needed.hours, decimals: 2)) h, the longest change window has "
        + "\(DecimalText.rounded(longest.hours, decimals: 2)) h",
      help: "let copies span windows, or lengthen the windows")
  }
}
