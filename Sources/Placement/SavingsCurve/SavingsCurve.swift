/// What can be saved with how many moves: placements reached from today's, from no move to as many as help.
///
/// Each point costs less than the one before and moves more. The *burden* of a placement is the sum of the weights of the
/// guests whose host differs from today's: their number, or their memory.
public struct SavingsCurve: Sendable, Hashable {
  /// One placement of the curve.
  public struct Point: Sendable, Hashable {
    /// How many guests have another host than today.
    public let moves: Int
    /// The weight of these guests.
    public let burden: Int64
    /// How many hosts hold a guest.
    public let hostsUsed: Int
    /// What the placement costs in whole units of the objective.
    public let value: Int64
    /// What every placement with the same burden or less costs at least.
    public let bound: Int64
    let log: Int
    let length: Int
  }

  /// The points: today first, each cheaper than the one before.
  public let points: [Point]
  /// Whether every point is known to be the cheapest of its burden.
  public let isExact: Bool
  private let current: [Int32]
  private let logs: [[Shift]]

  /// A guest that comes to a host.
  struct Shift: Sendable, Hashable {
    let guest: Int32
    let host: Int32
  }

  /// Keeps the candidates that cost less than all with less burden.
  init(_ candidates: [Point], current: [Int32], logs: [[Shift]], isExact: Bool) {
    var points: [Point] = []
    for point in candidates.sorted(by: { ($0.burden, $0.value, $0.moves) < ($1.burden, $1.value, $1.moves) })
    where points.last.map({ point.value < $0.value }) ?? true {
      points.append(point)
    }
    self.points = points
    self.isExact = isExact
    self.current = current
    self.logs = logs
  }

  /// The cheapest point within a burden; of several the one with the least.
  public func best(within burden: Int64 = .max) -> Point {
    points.last { $0.burden <= burden } ?? points[0]
  }

  /// The host of each guest at a point.
  public func placement(at point: Point) -> [Int32] {
    var places = current
    if point.log >= 0 {
      for shift in logs[point.log].prefix(point.length) { places[Int(shift.guest)] = shift.host }
    }
    return places
  }
}
