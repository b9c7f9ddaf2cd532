public import Quantities

/// Machines and their data brought back after a site is lost, one after the other by few people and few streams.
///
/// ```
/// machine(m) = procurement + effort * (floor(m / crews) + 1)             m = 0, 1, ...
/// read(k)    = max(machine(floor(k / perMachine)), read(k - 1)) + data / (streams * rate)
/// back(k)    = read(k) + boot
/// ```
/// - machine(m): when machine m can be restored to; effort: of one crew for one machine, in seconds
/// - read(k): when the data of workload k are back; data: of one workload, in bytes; perMachine: workloads on a machine
/// - streams, rate: drives or jobs that read at a time, and the rate of each
///
/// The same form for physical servers, one workload on each with an effort of hours, and for guests, many on each with an
/// effort for the host only: the hardware may be another, since guests do not see it.
///
/// **Valid for**: equal workloads, restored in order. **Not modelled**: drivers that do not fit other hardware (part of the
/// effort), applications that depend on each other. **Source**: definition; figures of ``physical`` and ``guests`` as
/// stated there.
///
/// Example: 100 servers by 4 crews at 8 h each are there after 200 h; 100 guests of 20 GB on 10 standing hosts, read by
/// 4 streams of 80 MB/s, after 1.75 h.
public struct SiteRebuild: Hashable, Sendable {
  /// Workloads that come back.
  public let workloads: Int
  /// Workloads on each machine.
  public let perMachine: Int
  /// Time until machines are there.
  public let procurement: Seconds
  /// People or teams that set up machines at the same time.
  public let crews: Int
  /// What one machine takes of a crew.
  public let effort: Seconds
  /// The data of one workload.
  public let data: Bytes
  /// Streams that read at a time.
  public let streams: Int
  /// The rate of one stream.
  public let rate: BitsPerSecond
  /// From data being there to service.
  public let boot: Seconds

  /// Creates a rebuild.
  public init(
    workloads: Int, perMachine: Int, procurement: Seconds, crews: Int, effort: Seconds, data: Bytes,
    streams: Int, rate: BitsPerSecond = BackupPlan.lto3, boot: Seconds
  ) {
    precondition(workloads >= 0 && perMachine >= 1 && crews >= 1 && streams >= 1, "somebody does something")
    precondition(procurement >= .zero && effort >= .zero && boot >= .zero, "times are not negative")
    self.workloads = workloads
    self.perMachine = perMachine
    self.procurement = procurement
    self.crews = crews
    self.effort = effort
    self.data = data
    self.streams = streams
    self.rate = rate
    self.boot = boot
  }

  /// What a physical server takes: hardware, system, patches, backup agent, by hand.
  public static let physicalEffort = Estimate(
    Seconds(hours: 8), in: Seconds(hours: 4)...Seconds(hours: 40),
    source:
      "VMware material: 40 h and more until the first servers are back; one server of it is a judgement",
    confidence: .judgement)

  /// Servers rebuilt one by one, on new machines if they must be procured.
  public static func physical(
    servers: Int, procurement: Seconds = Seconds(days: 21), crews: Int, data: Bytes, streams: Int,
    boot: Seconds = Seconds(minutes: 5)
  ) -> SiteRebuild {
    SiteRebuild(
      workloads: servers, perMachine: 1, procurement: procurement, crews: crews,
      effort: physicalEffort.value, data: data, streams: streams, boot: boot)
  }

  /// Guests restored on hosts that stand ready.
  public static func guests(
    _ guests: Int, perHost: Int, data: Bytes, streams: Int, boot: Seconds = Seconds(minutes: 1)
  ) -> SiteRebuild {
    SiteRebuild(
      workloads: guests, perMachine: perHost, procurement: .zero, crews: 1, effort: .zero, data: data,
      streams: streams, boot: boot)
  }

  /// The time to read one workload back with all streams.
  public var readTime: Seconds { RecoveryMethod.restoreTime(of: data, streams: streams, rate: rate) }

  /// Machines that are set up.
  public var machines: Int { (workloads + perMachine - 1) / perMachine }

  /// When the last workload is back; zero for none.
  public var last: Seconds { walk().last }

  /// When workloads are back on average; zero for none.
  public var mean: Seconds { walk().mean }

  private func walk() -> (last: Seconds, mean: Seconds) {
    guard workloads > 0 else { return (.zero, .zero) }
    let each = readTime
    var read = Seconds.zero
    var sum = Seconds.zero
    for workload in 0..<workloads {
      let machine = procurement + effort * Double(workload / perMachine / crews + 1)
      read = max(machine, read) + each
      sum += read + boot
    }
    return (read + boot, sum / Double(workloads))
  }
}
