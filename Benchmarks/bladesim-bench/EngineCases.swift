import CQueueBaseline
import EventEngine

/// The event engine: the bare queue against queues written in C, and a queueing model on it against theory.
enum EngineCases {
  static func run() -> [Measurement] { holds() + [queueing()] }

  private static func holds() -> [Measurement] {
    let increments = HoldModel.increments(.exponential(Exponential(mean: 1_000_000)))
    return [(1000, 20_000_000), (100_000, 10_000_000), (1_000_000, 5_000_000)].map { pending, operations in
      var checksums: [UInt64] = []
      func cost(_ hold: (Int) -> UInt64) -> Double {
        _ = hold(pending)
        return ProcessorClock.least(of: 5) { checksums.append(hold(operations)) }
      }
      var model = HoldModel(pending: pending, increments: increments)
      let own = cost { model.hold($0) }
      var fastest = Double.infinity
      for kind in [CQUEUE_HEAP, CQUEUE_RADIX] {
        guard var baseline = BaselineHoldModel(pending: pending, increments: increments, queue: kind) else {
          continue
        }
        fastest = min(fastest, cost { baseline.hold($0) })
      }
      let isSame = checksums.count % 5 == 0 && Set(checksums.prefix(5)) == Set(checksums.suffix(5))
      let ratio = own / fastest
      return Measurement(
        name: "queue, hold model, \(pending) pending", value: own / Double(operations) * 1e9,
        unit: "ns a hold",
        ratio: ratio, ratioUnit: "x the faster C queue", target: "at most 1.3 x", isMet: ratio <= 1.3,
        note: isSame ? nil : "THE POP TIMES DIFFER FROM C")
    }
  }

  private static func queueing() -> Measurement {
    let servers = 10
    let utilization = 0.9
    var result: QueueingModel.Result?
    let seconds = ProcessorClock.least(of: 3) {
      var model = QueueingModel(servers: servers, utilization: utilization, seed: 1)
      result = model.run(customers: 5_000_000)
    }
    let events = Double(result?.events ?? 0)
    let expected = erlangWait(servers: servers, utilization: utilization)
    let speed = events / seconds / 1e6
    return Measurement(
      name: "M/M/10 on the engine", value: speed, unit: "M events/s",
      ratio: (result?.meanWait ?? 0) / expected,
      ratioUnit: "x Erlang C's mean wait", target: "at least 20", isMet: speed >= 20)
  }

  /// The mean wait in line of M/M/c, in mean service times, by Erlang's C formula.
  private static func erlangWait(servers: Int, utilization: Double) -> Double {
    let load = Double(servers) * utilization
    var term = 1.0
    var sum = 1.0
    for k in 1..<servers {
      term *= load / Double(k)
      sum += term
    }
    let last = term * load / Double(servers) / (1 - utilization)
    return last / (sum + last) / (Double(servers) - load)
  }
}
