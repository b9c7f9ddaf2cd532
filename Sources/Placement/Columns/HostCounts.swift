/// How many hosts of each type a part of the search allows: a box.
struct HostCounts: Hashable, Sendable {
  /// The fewest of each type.
  var fewest: [Int64]
  /// The most of each type.
  var most: [Int64]

  /// Everything there is.
  init(_ classes: SizeClasses) {
    fewest = classes.types.map { _ in 0 }
    most = classes.types.map(\.count)
  }
}
