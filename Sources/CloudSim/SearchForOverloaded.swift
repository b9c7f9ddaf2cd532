/// Which hosts that are off stand among the candidates while guests of overloaded hosts look for a place.
///
/// Hosts of one model that are off all cost the same, and the first of equals is taken: so of each model only the first that
/// is still off need be tried. Where that is not so, because quirks that are off make a difference between them, all are.
struct SearchForOverloaded: ~Copyable {
  let triesAll: Bool
  private let isFromLast: Bool
  private let hosts: Int
  /// For each model, the steps taken along its hosts, and the host that stands for those still off.
  private var steps = HostModel.all.map { _ in 0 }
  private var standing: [Int?] = HostModel.all.map { _ in nil }

  init(_ fleet: borrowing Fleet, _ quirks: QuirkSet) {
    let alike: [Quirk] = [.memoryIgnored, .networkIgnored, .idleDeletion, .emptyHostUntested]
    triesAll = !alike.allSatisfy { quirks.has($0) }
    isFromLast = !quirks.has(.firstOfEquals)
    hosts = fleet.hosts
  }

  /// The next host that is to be a candidate now; nil when each model has one, or none left.
  mutating func next(_ fleet: borrowing Fleet, _ overloaded: borrowing HostSet) -> Int? {
    guard !triesAll else { return nil }
    let models = HostModel.all.count
    for model in 0..<models where standing[model] == nil {
      let count = (hosts - model + models - 1) / models
      while steps[model] < count {
        let step = isFromLast ? count - 1 - steps[model] : steps[model]
        steps[model] += 1
        let host = model + step * models
        guard fleet.utilization[host] == 0, !overloaded.contains(host) else { continue }
        standing[model] = host
        return host
      }
    }
    return nil
  }

  /// A host is taken: if it stood for those that are off, the next of its model does.
  mutating func take(_ host: Int, _ fleet: borrowing Fleet, _ overloaded: borrowing HostSet) -> Int? {
    let model = Int(fleet.model[host])
    guard standing[model] == host else { return nil }
    standing[model] = nil
    return next(fleet, overloaded)
  }
}
