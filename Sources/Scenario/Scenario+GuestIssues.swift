import Quantities
import Virtualization
import Workload

extension Scenario {
  /// The problems that guests have with a layout: its technique refuses them, or they fit no host of it.
  func guestIssues(_ layout: Layout, _ path: String) -> [Issue] {
    exceptionIssues(layout, path) + refusalIssues(layout, path)
      + guests.indices.filter { guests[$0].comesToExist }.flatMap { sizeIssues(ofGuests: $0, layout) }
  }

  /// Why a guest of a group is larger than what a host of a layout offers; nil if it fits.
  func misfit(ofGuests index: Int, _ layout: Layout) -> Issue? {
    sizeIssues(ofGuests: index, layout).first { $0.severity == .error }
  }

  /// Refusals, one for each reason and key that chose the technique, with all the groups that it concerns.
  private func refusalIssues(_ layout: Layout, _ path: String) -> [Issue] {
    let host = layout.servers.model.hostFacts(in: horizon.start.year)
    var reasons: [(refusal: Refusal, key: String, groups: [String])] = []
    for (index, group) in guests.enumerated() where group.comesToExist {
      let technique = technique(ofGuests: index, in: layout)
      guard let refusal = technique.refusal(for: group, on: host) else { continue }
      let isException = layout.exceptions.contains { $0.group == group.name }
      let key = isException ? "except.\(group.name)" : "technique"
      if let index = reasons.firstIndex(where: { $0.refusal.reason == refusal.reason && $0.key == key }) {
        reasons[index].groups.append(group.name)
      } else {
        reasons.append((refusal, key, [group.name]))
      }
    }
    return reasons.map { refusal, key, groups in
      // A reason about the size of a guest names its group already.
      let names = groups.map { "'\($0)'" }.filter { !refusal.reason.contains($0) }
      return Issue(
        at: "\(path).\(key)",
        refusal.reason + (names.isEmpty ? "" : " (guests \(names.joined(separator: ", ")))"),
        help: refusal.possible.isEmpty
          ? "no technique runs them on this server" : "possible: \(refusal.possible.joined(separator: ", "))")
    }
  }

  private func sizeIssues(ofGuests index: Int, _ layout: Layout) -> [Issue] {
    let group = guests[index]
    let path = "workload.guests[\(index)]"
    let technique = technique(ofGuests: index, in: layout)
    let server = layout.servers.model
    let isAlone = layout.givesWholeHosts(under: technique)
    let limits = layout.limits(under: technique)
    var found: [Issue] = []

    let needed = technique.hostMemory(ofGuestWith: group.memory)
    let offered =
      (layout.servers.fittedMemory - technique.hostCost.memory.value) * limits.memory
    if needed > max(offered, .zero) {
      found.append(
        Issue(
          at: "\(path).memory",
          "a guest '\(group.name)' takes \(size(needed)) of a host, in layout '\(layout.name)' a host offers "
            + "\(size(max(offered, .zero)))",
          help: "lower the memory of the guest, or fit more into the servers"))
    }
    let share = isAlone ? .one : limits.cpu - technique.hostCost.work.value
    if let level = group.demand.level(at: layout.hostLimits.sizeBy) {
      let work = technique.hostDemand(
        of: group.reference.work(of: level), mix: group.mix, for: group.operatingSystem)
      let most = server.throughput * max(share, .zero)
      // A millionth is rounding, not a larger guest.
      if work > most * 1.000_001 {
        found.append(
          Issue(
            at: "\(path).demand",
            "a guest '\(group.name)' takes \(DecimalText.rounded(work / server.throughput * 100, decimals: 1)) % of a "
              + "host's processors, in layout '\(layout.name)' a host offers "
              + "\(DecimalText.rounded(max(share, .zero).percent, decimals: 1)) %",
            help: "lower the demand, raise the limits of 'hosts', or take a larger server"))
      }
    }
    if !isAlone, group.virtualCPUs > server.processor.cores {
      found.append(
        Issue(
          .warning, at: "\(path).virtual cpus",
          "a guest '\(group.name)' has \(group.virtualCPUs) virtual processors, in layout '\(layout.name)' a host "
            + "has \(server.processor.cores) cores"))
    }
    return found
  }

  private func size(_ memory: Bytes) -> String {
    "\(DecimalText.rounded(memory.gibibytes, decimals: 2)) GiB"
  }
}

extension Demand {
  /// The level by which guests are sized, of the largest guest; nil where it only shows when the demand is made.
  fileprivate func level(at size: HostLimits.DemandSize) -> Fraction? {
    switch self {
    case .traces(let series):
      return series.map { trace in
        switch size {
        case .peak, .peakOfSums: trace.peak
        case .percentile95, .percentile95OfSums: trace.percentile(Fraction(percent: 95))
        case .mean: trace.mean
        }
      }.max()
    case .pattern(let demand):
      guard size != .mean else { return demand.level.mean }
      let isPeak = size == .peak || size == .peakOfSums
      switch demand.level.crest {
      case .peak(let peak): return isPeak ? peak : nil
      // The peak is at least the percentile; how much more depends on the draws.
      case .percentile95(let level): return level
      }
    }
  }
}
