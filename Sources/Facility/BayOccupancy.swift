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
  /// The blades over each bay, by part: none, one, or the sharers of a divided bay.
  private var occupants: [[Placement]]
  private let isBlocked: [Bool]

  /// Creates an empty occupancy.
  public init(grid: BayGrid) {
    self.grid = grid
    self.occupants = Array(repeating: [], count: grid.count)
    self.isBlocked = (1...grid.count).map { grid.blockedBays.contains($0) }
  }

  /// Numbers of the bays without any blade and not blocked, ascending.
  public var freeBays: [Int] {
    (1...grid.count).filter { occupants[$0 - 1].isEmpty && !isBlocked[$0 - 1] }
  }

  /// The blade of a host.
  public func placement(of host: HostID) -> Placement? {
    placements.first { $0.host == host }
  }

  /// The hosts whose blades cover a bay, by part.
  public func hosts(inBay number: Int) -> [HostID] {
    precondition((1...grid.count).contains(number), "the bay lies within the grid")
    return occupants[number - 1].map(\.host)
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
    let placement = placements.remove(at: index)
    for cell in cells(of: placement.footprint, at: placement.bay) {
      occupants[cell].removeAll { $0.host == host }
    }
    return placement
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
    var part = 0
    for cell in cells(of: footprint, at: bay) {
      if isBlocked[cell] { throw .bayBlocked(number: cell + 1) }
      part = try freePart(of: cell, for: footprint)
    }
    return Placement(host: host, bay: bay, footprint: footprint, part: part)
  }

  /// The first free part of a bay for a blade: 0 unless the bay is shared.
  private func freePart(of cell: Int, for footprint: BladeFootprint) throws(FitRefusal) -> Int {
    guard let present = occupants[cell].first else { return 0 }
    if present.footprint.bladesPerBay == 1 || footprint.bladesPerBay == 1 {
      throw .bayOccupied(number: cell + 1, by: present.host)
    }
    if present.footprint != footprint {
      throw .sharedWithOtherSize(number: cell + 1, with: present.footprint)
    }
    let takenParts = occupants[cell].map(\.part)
    guard let free = (0..<footprint.bladesPerBay).first(where: { !takenParts.contains($0) }) else {
      throw .bayOccupied(number: cell + 1, by: present.host)
    }
    return free
  }

  /// Indices of the bays under a footprint, ascending.
  private func cells(of footprint: BladeFootprint, at bay: Bay) -> [Int] {
    let corner = bay.row * grid.columns + bay.column
    return (0..<footprint.rows).flatMap { row in
      (corner + row * grid.columns)..<(corner + row * grid.columns + footprint.columns)
    }
  }

  private mutating func add(_ placement: Placement) {
    insertSorted(placement, into: &placements)
    for cell in cells(of: placement.footprint, at: placement.bay) {
      insertSorted(placement, into: &occupants[cell])
    }
  }

  private func insertSorted(_ placement: Placement, into list: inout [Placement]) {
    let key = (grid.number(of: placement.bay), placement.part)
    let index = list.firstIndex { (grid.number(of: $0.bay), $0.part) > key } ?? list.count
    list.insert(placement, at: index)
  }
}
