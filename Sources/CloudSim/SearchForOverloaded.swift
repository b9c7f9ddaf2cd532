/// Which hosts that are off stand among the candidates while guests of overloaded hosts look for a place.
///
/// Hosts of one model that are off all cost the same, and the first of equals is taken: so of each model only the first that
/// is still off need be tried. Where that is not so, because quirks that are off make a difference between them, all are.
struct SearchForOverloaded: ~Copyable {
  let triesAll: Bool
  private let isFromLast: Bool
  private let hosts: Int
  /// For each model, the steps taken along its hosts, and whether the last found one waits to be used.
  private var steps = HostModel.all.map { _ in 0 }
  private var waiting = HostModel.all.map { _ in false }

  init(_ fleet: borrowing Fleet, _ overloaded: borrowing HostSet, _ quirks: QuirkSet) {
    let alike: [Quirk] = [.memoryIgnored, .networkIgnored, .idleDeletion, .emptyHostUntested]
    triesAll = !alike.allSatisfy { quirks.has($0) }
    isFromLast = !quirks.has(.firstOfEquals)
    hosts = fleet.hosts
  }

  /// The next host that is to be a candidate now; nil when each model has one, or none left.
  mutating func next(_ fleet: borrowing Fleet, _ overloaded: borrowing HostSet) -> Int? {
    guard !triesAll else { return nil }
    let models = HostModel.all.count
    for model in 0..<models where !waiting[model] {
      let count = (hosts - model + models - 1) / models
      while steps[model] < count {
        let step = isFromLast ? count - 1 - steps[model] : steps[model]
        steps[model] += 1
        let host = model + step * models
        guard fleet.utilization[host] == 0, !overloaded.contains(host) else { continue }
        waiting[model] = true
        return host
      }
    }
    return nil
  }

  /// A host is taken: if it was off, the next of its model stands in.
  mutating func wake(_ host: Int, _ fleet: borrowing Fleet, _ overloaded: borrowing HostSet) -> Int? {
    guard fleet.utilization[host] == 0 else { return nil }
    waiting[Int(fleet.model[host])] = isStillWaiting(host)
    return next(fleet, overloaded)
  }

  /// Whether the candidate of the host's model is another one than the host.
  private func isStillWaiting(_ host: Int) -> Bool {
    let models = HostModel.all.count
    let model = host % models
    let count = (hosts - model + models - 1) / models
    let newest = isFromLast ? count - steps[model] : steps[model] - 1
    return waiting[model] && host != model + newest * models
  }
}
