import Quantities
import Virtualization

/// How long virtual processors of a host wait, over what they ask for together: ``ProcessorQueue``, tabulated once.
///
/// Linear between 64 points for each host's worth of demand, up to four hosts' worth; beyond that it is solved.
struct QueueTable {
  /// Virtual processors and cores.
  let virtualProcessors: Int
  let cores: Int
  /// What is asked for, as a part of what the host offers, from which on bursts take a thousandth longer than alone.
  let busyFrom: Double
  private let stretches: [Double]
  private let readies: [Double]
  private static let density = 64.0
  private static let worth = 4.0

  init(virtualProcessors: Int, cores: Int) {
    self.virtualProcessors = virtualProcessors
    self.cores = cores
    guard virtualProcessors > cores else {
      (stretches, readies, busyFrom) = ([], [], .infinity)
      return
    }
    let queues = (0...Int(Self.worth * Self.density)).map {
      Self.solve(virtualProcessors, cores, offered: Double($0) / Self.density)
    }
    stretches = queues.map(\.stretch)
    readies = queues.map(\.ready)
    let first = stretches.firstIndex { $0 > 1.001 } ?? stretches.count
    busyFrom = Double(max(0, first - 1)) / Self.density
  }

  private static func solve(_ count: Int, _ cores: Int, offered: Double) -> ProcessorQueue {
    ProcessorQueue(
      virtualProcessors: count, cores: cores,
      utilization: Fraction(min(1, offered * Double(cores) / Double(count))))
  }

  /// How many times as long as alone a burst takes, and how many virtual processors are ready without running, where
  /// guests ask for so much of what the host offers.
  func reading(at offered: Double) -> (stretch: Double, ready: Double) {
    guard virtualProcessors > cores else { return (1, 0) }
    let place = offered * Self.density
    guard offered < Self.worth else {
      let queue = Self.solve(virtualProcessors, cores, offered: offered)
      return (queue.stretch, queue.ready)
    }
    let index = Int(place)
    let part = place - Double(index)
    return (
      stretches[index] + (stretches[index + 1] - stretches[index]) * part,
      readies[index] + (readies[index + 1] - readies[index]) * part
    )
  }
}
