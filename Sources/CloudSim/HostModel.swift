public import Quantities

/// A server of the experiment.
///
/// **Source**: CloudSim 3.0.3, `org.cloudbus.cloudsim.examples.power.Constants`, as recorded in the specification that
/// docs/models/cloudsim.md names; the watts are SPECpower_ssj2008 results of HP ProLiant ML110 G4 and G5.
public struct HostModel: Sendable, Hashable {
  /// The name.
  public let name: String
  /// What one core does, in MIPS.
  public let coreRate: WorkPerSecond
  /// The number of cores.
  public let cores: Int
  /// The memory, in decimal megabytes.
  public let memory: Bytes
  /// The network.
  public let network: BitsPerSecond
  /// The watts at 0, 10, ... 100 % of the capacity.
  public let power: [Watts]

  /// What all cores do.
  public var capacity: WorkPerSecond { coreRate * Double(cores) }

  /// HP ProLiant ML110 G4, one Xeon 3040. Hosts with even numbers.
  public static let g4 = HostModel(
    name: "ML110 G4", coreRate: WorkPerSecond(1860), cores: 2, memory: Bytes(4096e6),
    network: BitsPerSecond(1e9),
    power: [86, 89.4, 92.6, 96, 99.5, 102, 106, 108, 112, 114, 117].map { Watts($0) })
  /// HP ProLiant ML110 G5, one Xeon 3075. Hosts with odd numbers.
  public static let g5 = HostModel(
    name: "ML110 G5", coreRate: WorkPerSecond(2660), cores: 2, memory: Bytes(4096e6),
    network: BitsPerSecond(1e9),
    power: [93.7, 97, 101, 105, 110, 116, 121, 125, 129, 133, 135].map { Watts($0) })
  /// The models in turn: host i is of model i mod 2.
  public static let all = [g4, g5]

  /// How long memory travels: half of the network is for migrations.
  public func migrationTime(of memory: Bytes) -> Seconds {
    Seconds((memory.value / 1e6) / (network.value / 1000 / (2 * 8000)))
  }
}
