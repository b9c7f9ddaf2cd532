import Quantities
import Virtualization

extension Scenario {
  /// The problems of moving guests together over time.
  func consolidationIssues(_ layout: Layout, _ path: String) -> [Issue] {
    guard let policy = layout.consolidation else { return [] }
    var found: [Issue] = []
    if !layout.technique.migratesLive {
      found.append(
        Issue(
          at: "\(path).consolidation", "\(layout.technique.title) does not move running guests",
          help: "delete 'consolidation', or take another technique"))
    } else if layout.migration == nil {
      found.append(
        Issue(
          at: "\(path).consolidation", "guests cannot be moved together where migration is off",
          help: "delete 'migration: false'"))
    }
    if layout.placement.oneGuestPerHost {
      found.append(
        Issue(
          at: "\(path).consolidation", "guests with a host each cannot be moved together",
          help: "delete 'consolidation', or 'one guest per host'"))
    }
    let most = horizon.sample * Double(ConsolidationPolicy.mostSamples)
    if policy.lookBack > most {
      found.append(
        Issue(
          at: "\(path).consolidation.look back",
          "\(policy.lookBack) are more than \(ConsolidationPolicy.mostSamples) samples of \(horizon.sample)",
          help: "write at most \(most)"))
    }
    return found
  }
}

extension ConsolidationPolicy {
  /// The most samples that a round looks back on.
  public static let mostSamples = 288
}
