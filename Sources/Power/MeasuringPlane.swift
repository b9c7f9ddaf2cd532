/// Where a watt is measured. Each loss is counted once only if every power says which side of it it is on.
///
/// Two further planes, UPS output and utility meter, are never planes of a server curve: they are nodes of
/// the ``ElectricalChain``.
///
/// **Source**: SPEC, Power and Performance Benchmark Methodology (published): every SPECpower figure is AC at
/// the wall and holds the tested supply's loss and the server's own fans.
public enum MeasuringPlane: String, Sendable, Hashable, CaseIterable {
  /// AC at the input of the power supplies.
  case wall
  /// DC behind the power supplies: processors, memory, disks, adapters, fans inside the case.
  case dc
}
