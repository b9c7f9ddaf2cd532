public import Quantities

/// A way to bring a site's work back after a disaster, with what it loses and how long it takes.
public struct RecoveryMethod: Hashable, Sendable {
  /// The method.
  public let name: String
  /// The age of the data that come back; nil where the method does not decide it.
  public let recoveryPoint: ClosedRange<Seconds>?
  /// The time until work goes on; nil where the method does not decide it.
  public let recoveryTime: ClosedRange<Seconds>?
  /// What the figures rest on.
  public let source: String

  /// Every method, slowest first.
  ///
  /// Bounds that a source leaves open (`40 h and more`, `under 4 h`) are closed with a stated assumption.
  public static let all = [
    RecoveryMethod(
      name: "physical-rebuild", recoveryPoint: nil, recoveryTime: Seconds(hours: 40)...Seconds(days: 42),
      source: "VMware material: 40 h and more; procurement of 1 to 6 weeks; from memory, medium confidence"),
    RecoveryMethod(
      name: "tape", recoveryPoint: Seconds(hours: 24)...Seconds(hours: 24), recoveryTime: nil,
      source: "daily backup; from memory, medium confidence"),
    RecoveryMethod(
      name: "virtual-machine-restore", recoveryPoint: nil,
      recoveryTime: Seconds(hours: 1)...Seconds(hours: 4),
      source: "VMware material: under 4 h, the lower end assumed; from memory, medium confidence"),
    RecoveryMethod(
      name: "replication", recoveryPoint: Seconds(minutes: 5)...Seconds(minutes: 15),
      recoveryTime: Seconds(minutes: 30)...Seconds(hours: 2),
      source: "array or virtual machine replication; from memory, medium confidence"),
    RecoveryMethod(
      name: "bare-metal-image", recoveryPoint: nil, recoveryTime: Seconds(minutes: 7)...Seconds(minutes: 32),
      source: "vendor: 5 to 30 min and about 2 min of reboot for each partition; published"),
    RecoveryMethod(
      name: "synchronous-replication", recoveryPoint: Seconds.zero...Seconds.zero,
      recoveryTime: Seconds(minutes: 1)...Seconds(minutes: 10),
      source: "minutes, the bounds assumed; from memory, medium confidence"),
  ]

  /// The method of a name.
  public static func named(_ name: String) -> RecoveryMethod? { all.first { $0.name == name } }

  /// The time to read data back in parallel streams.
  ///
  /// ```
  /// t = data / (streams * rate)
  /// ```
  ///
  /// Example: 1.152 TB from two LTO-3 drives of 80 MB/s takes 2 h.
  public static func restoreTime(of data: Bytes, streams: Int, rate: BitsPerSecond) -> Seconds {
    precondition(streams >= 1 && rate > .zero, "something is read")
    return Seconds(data.value * 8 / (Double(streams) * rate.value))
  }
}
