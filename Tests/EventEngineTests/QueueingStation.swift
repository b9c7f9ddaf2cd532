import EventEngine

/// A station with one line and some servers, fed from outside or by a fixed population: enough to build the
/// queues that have closed forms.
struct QueueingStation {
  /// Where customers come from.
  enum Source {
    /// An endless world that sends one after the other.
    case open(interarrival: Distribution)
    /// A population of customers who each come back a while after they were served.
    case closed(population: Int, absence: Distribution)
  }

  /// How many milliseconds stand for one unit of the model's time, so that rounding does not show.
  static let unit = 1_000_000.0

  let source: Source
  let service: Distribution
  let servers: Int

  /// What happened to the customers served after the warm-up.
  struct Observation {
    var waits: BatchMeans
    /// Sum over customers of their time in the station within the observed span, in milliseconds.
    var residence: Int64 = 0
    var inStation: TimeWeightedAverage
    var busy: TimeWeightedAverage
    var arrivals = 0
    var end = Instant.start
  }

  private enum Kind: UInt16 { case arrival, departure }

  func run(seed: UInt64, replication: UInt32 = 0, warmUp: Int, customers: Int, batch: Int) -> Observation {
    var queue = EventQueue()
    var arrivals = RandomStream(seed: seed, name: "arrivals", replication: replication)
    var services = RandomStream(seed: seed, name: "services", replication: replication)
    var observation = Observation(
      waits: BatchMeans(batchSize: batch), inStation: TimeWeightedAverage(), busy: TimeWeightedAverage())
    var line: [Instant] = []
    var head = 0
    var arrivalTimes: [Instant] = []
    var isPresent: [Bool] = []
    var waiting: [Int32] = []
    var began = Instant.start
    var served = 0
    var idle = servers

    func after(_ span: Double) -> Instant {
      queue.now + .milliseconds(Int64((span * Self.unit).rounded()))
    }
    func serve(_ customer: Int32, arrived: Instant) {
      idle -= 1
      observation.busy.add(1, at: queue.now)
      served += 1
      if served > warmUp { observation.waits.add(Double((queue.now - arrived).milliseconds) / Self.unit) }
      queue.schedule(
        at: after(service.sample(using: &services)), kind: Kind.departure.rawValue, target: customer)
    }

    switch source {
    case .open(let interarrival):
      queue.schedule(at: after(interarrival.sample(using: &arrivals)), kind: Kind.arrival.rawValue)
    case .closed(let population, let absence):
      for _ in 0..<population {
        queue.schedule(at: after(absence.sample(using: &arrivals)), kind: Kind.arrival.rawValue)
      }
    }
    while served < warmUp + customers, let event = queue.popNext() {
      let wasWarm = served >= warmUp
      if event.kind == Kind.arrival.rawValue {
        let customer = Int32(arrivalTimes.count)
        arrivalTimes.append(event.time)
        isPresent.append(true)
        if wasWarm { observation.arrivals += 1 }
        observation.inStation.add(1, at: event.time)
        if case .open(let interarrival) = source {
          queue.schedule(at: after(interarrival.sample(using: &arrivals)), kind: Kind.arrival.rawValue)
        }
        if idle > 0 {
          serve(customer, arrived: event.time)
        } else {
          line.append(event.time)
          waiting.append(customer)
        }
      } else {
        idle += 1
        observation.busy.add(-1, at: event.time)
        observation.inStation.add(-1, at: event.time)
        isPresent[Int(event.target)] = false
        if wasWarm {
          let arrived = max(arrivalTimes[Int(event.target)], began)
          observation.residence += (event.time - arrived).milliseconds
        }
        if case .closed(_, let absence) = source {
          queue.schedule(at: after(absence.sample(using: &arrivals)), kind: Kind.arrival.rawValue)
        }
        if head < line.count {
          serve(waiting[head], arrived: line[head])
          head += 1
        }
      }
      if !wasWarm, served >= warmUp {
        began = queue.now
        observation.inStation.restart(at: began)
        observation.busy.restart(at: began)
      }
    }
    observation.end = queue.now
    for (arrival, isStillThere) in zip(arrivalTimes, isPresent) where isStillThere {
      let arrived = max(arrival, began)
      observation.residence += (queue.now - arrived).milliseconds
    }
    return observation
  }
}
