import EventEngine

/// The M/M/c queue: customers arrive at random, wait in one line, and are served by one of `servers`.
///
/// It is written as any model on the engine is: integer time, a `switch` over event kinds, random streams by
/// name. A customer makes two events. One millisecond of simulated time stands for 2^-20 of a mean service
/// time, so that rounding to whole milliseconds does not show.
struct QueueingModel: ~Copyable {
  /// What a run found.
  struct Result {
    /// How many events fired.
    let events: Int
    /// The mean time in line, in mean service times.
    let meanWait: Double
    /// Depends on every waiting time and its place in the order.
    let checksum: UInt64
  }

  private static let arrival: UInt16 = 0
  private static let departure: UInt16 = 1
  private static let serviceMean = 1_048_576.0

  private var queue = EventQueue()
  private var arrivals: RandomStream
  private var services: RandomStream
  private let interarrival: Exponential
  private let service = Exponential(mean: serviceMean)
  private var idle: Int
  /// Arrival times of those who wait: a ring whose size is a power of two.
  private var line = [Int64](repeating: 0, count: 1024)
  private var lineHead = 0
  private var lineCount = 0

  /// A queue that is empty and idle.
  init(servers: Int, utilization: Double, seed: UInt64) {
    precondition(servers > 0 && utilization > 0 && utilization < 1)
    idle = servers
    interarrival = Exponential(mean: Self.serviceMean / (Double(servers) * utilization))
    arrivals = RandomStream(seed: seed, name: "arrivals")
    services = RandomStream(seed: seed, name: "services")
  }

  /// Lets so many customers begin their service.
  mutating func run(customers: Int) -> Result {
    var waited: Int64 = 0
    var served = 0
    var events = 0
    var checksum: UInt64 = 0
    schedule(Self.arrival, after: interarrival.sample(using: &arrivals))
    while served < customers, let event = queue.popNext() {
      events += 1
      switch event.kind {
      case Self.arrival:
        schedule(Self.arrival, after: interarrival.sample(using: &arrivals))
        if idle == 0 {
          join(event.time.milliseconds)
          continue
        }
        idle -= 1
      default:
        if lineCount == 0 {
          idle += 1
          continue
        }
        let wait = event.time.milliseconds - leave()
        waited += wait
        checksum = checksum &* 31 &+ UInt64(bitPattern: wait)
      }
      served += 1
      schedule(Self.departure, after: service.sample(using: &services))
    }
    return Result(
      events: events, meanWait: Double(waited) / Double(served) / Self.serviceMean, checksum: checksum)
  }

  private mutating func schedule(_ kind: UInt16, after milliseconds: Double) {
    // Adding one half rounds positive times without a call into the C library.
    queue.schedule(at: queue.now + TimeSpan(milliseconds: Int64(milliseconds + 0.5)), kind: kind)
  }

  private mutating func join(_ time: Int64) {
    if lineCount == line.count {
      line = (0..<line.count * 2).map { $0 < line.count ? line[(lineHead + $0) & (line.count - 1)] : 0 }
      lineHead = 0
    }
    line[(lineHead + lineCount) & (line.count - 1)] = time
    lineCount += 1
  }

  private mutating func leave() -> Int64 {
    let time = line[lineHead]
    lineHead = (lineHead + 1) & (line.count - 1)
    lineCount -= 1
    return time
  }
}
