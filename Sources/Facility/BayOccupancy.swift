/// Which blade sits in which bays of one enclosure.
///
/// A change either happens whole or is refused with a ``FitRefusal`` and changes nothing. **Not modelled**: shelves
/// and dividers that tie neighbouring bays to one height, and carrier sleeves for quarter-height blades.
public struct BayOccupancy: Sendable, Equatable {
  /// One blade in its bays.
  public struct Placement: Hashable, Sendable {
    /// The blade, as the host it is.
    public let host: HostID
    /// The upper left bay it covers.
    public let bay: Bay
    /// The bays it covers.
    public let footprint: BladeFootprint
    /// Which part of a shared bay it has, from 0; always 0 for a blade that has its bays alone.
    public let part: Int
  }

  /// The geometry that is filled.
  public let grid: BayGrid
  /// The blades that are in, in order of their first bay and part.
  public private(set) var placements: [Placement] = []

  /// Creates an empty occupancy.
  public init(grid: BayGrid) {
    self.grid = grid
  }

  /// Numbers of the bays without any blade and not blocked, ascending.
  public var freeBays: [Int] {
    var taken = [Bool](repeating: false, count: grid.count)
    for number in grid.blockedBays { taken[number - 1] = true }
    for placement in placements {
      for number in bays(of: placement.footprint, at: placement.bay) { taken[number - 1] = true }
    }
    return (1...grid.count).filter { !taken[$0 - 1] }
  }

  /// The blade of a host.
  public func placement(of host: HostID) -> Placement? {
    placements.first { $0.host == host }
  }

  /// The hosts whose blades cover a bay, by part.
  public func hosts(inBay number: Int) -> [HostID] {
    placements.filter { bays(of: $0.footprint, at: $0.bay).contains(number) }.map(\.host)
  }

  /// Puts a blade with its upper left corner into a bay.
  ///
  /// - Parameters:
  ///   - footprint: the bays it covers.
  ///   - host: who it is.
  ///   - number: the printed number of the upper left bay.
  /// - Returns: where it sits now.
  @discardableResult
  public mutating func insert(
    _ footprint: BladeFootprint, as host: HostID, atBay number: Int
  ) throws(FitRefusal) -> Placement {
    try refuseSecond(host)
    let placement = try fit(footprint, as: host, atBay: number)
    add(placement)
    return placement
  }

  /// Puts a blade into the first place that takes it, in the order of bay numbers.
  ///
  /// - Returns: where it sits now.
  @discardableResult
  public mutating func insert(_ footprint: BladeFootprint, as host: HostID) throws(FitRefusal) -> Placement {
    try refuseSecond(host)
    if footprint.rows > grid.rows { throw .tooTall(footprint: footprint, rowsThere: grid.rows) }
    if footprint.columns > grid.columns { throw .tooWide(footprint: footprint, columnsThere: grid.columns) }
    if footprint.bladesPerBay > grid.divisions {
      throw .bayNotDivisible(footprint: footprint, divisions: grid.divisions)
    }
    for number in 1...grid.count {
      if let placement = try? fit(footprint, as: host, atBay: number) {
        add(placement)
        return placement
      }
    }
    throw .noBayLeft(footprint: footprint, freeBays: freeBays.count)
  }

  /// Takes a blade out.
  ///
  /// - Returns: where it sat, or nil when it was not in this enclosure.
  @discardableResult
  public mutating func remove(_ host: HostID) -> Placement? {
    guard let index = placements.firstIndex(where: { $0.host == host }) else { return nil }
    return placements.remove(at: index)
  }

  private func refuseSecond(_ host: HostID) throws(FitRefusal) {
    if let present = placement(of: host) {
      throw .alreadyInserted(host: host, bay: grid.number(of: present.bay))
    }
  }

  /// Where the blade would sit, or the first reason against it.
  private func fit(
    _ footprint: BladeFootprint, as host: HostID, atBay number: Int
  ) throws(FitRefusal) -> Placement {
    guard let bay = grid.bay(number: number) else { throw .noSuchBay(number: number, bays: grid.count) }
    let rowsThere = grid.rows - bay.row
    if footprint.rows > rowsThere { throw .tooTall(footprint: footprint, rowsThere: rowsThere) }
    let columnsThere = grid.columns - bay.column
    if footprint.columns > columnsThere { throw .tooWide(footprint: footprint, columnsThere: columnsThere) }
    if footprint.bladesPerBay > grid.divisions {
      throw .bayNotDivisible(footprint: footprint, divisions: grid.divisions)
    }
    let needed = bays(of: footprint, at: bay)
    if let blocked = needed.first(where: { grid.blockedBays.contains($0) }) {
      throw .bayBlocked(number: blocked)
    }
    let part = try freePart(of: needed, for: footprint)
    return Placement(host: host, bay: bay, footprint: footprint, part: part)
  }

  private func freePart(of needed: [Int], for footprint: BladeFootprint) throws(FitRefusal) -> Int {
    var takenParts: [Int] = []
    for placement in placements {
      let covered = bays(of: placement.footprint, at: placement.bay)
      guard let shared = needed.first(where: { covered.contains($0) }) else { continue }
      if placement.footprint.bladesPerBay == 1 || footprint.bladesPerBay == 1 {
        throw .bayOccupied(number: shared, by: placement.host)
      }
      if placement.footprint != footprint {
        throw .sharedWithOtherSize(number: shared, with: placement.footprint)
      }
      takenParts.append(placement.part)
      if takenParts.count == footprint.bladesPerBay {
        throw .bayOccupied(number: shared, by: placement.host)
      }
    }
    return (0..<footprint.bladesPerBay).first { !takenParts.contains($0) } ?? 0
  }

  private func bays(of footprint: BladeFootprint, at bay: Bay) -> [Int] {
    var numbers: [Int] = []
    numbers.reserveCapacity(footprint.bays)
    for row in bay.row..<bay.row + footprint.rows {
      for column in bay.column..<bay.column + footprint.columns {
        numbers.append(row * grid.columns + column + 1)
      }
    }
    return numbers
  }

  private mutating func add(_ placement: Placement) {
    let key = (grid.number(of: placement.bay), placement.part)
    let index = placements.firstIndex { (grid.number(of: $0.bay), $0.part) > key } ?? placements.count
    placements.insert(placement, at: index)
  }
}
