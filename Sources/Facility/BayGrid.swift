/// One standard bay of an enclosure by its place on the front.
public struct Bay: Hashable, Sendable {
  /// The column, from 0 at the left as seen from the front.
  public let column: Int
  /// The row, from 0 at the top.
  public let row: Int

  /// Creates a place.
  public init(column: Int, row: Int) {
    self.column = column
    self.row = row
  }
}

/// The geometry of an enclosure's bays: which there are, which are out of use, how finely one may be shared.
///
/// Device-type libraries list bays by name only; which bays a full-height blade covers follows from this grid.
/// Bays are numbered from 1 along each row, top row first, as most vendors label them: in a grid of 8 x 2, bay 9
/// lies under bay 1.
public struct BayGrid: Hashable, Sendable {
  /// Standard bays side by side.
  public let columns: Int
  /// Standard bays one below the other.
  public let rows: Int
  /// Into how many parts a standard bay may be divided: 1, or 2 where quarter-height blades are sold.
  public let divisions: Int
  /// Numbers of bays that hold no blade, ascending: covered by storage, a shelf, or a blanking rule.
  public let blockedBays: [Int]

  /// Creates a grid.
  ///
  /// - Parameters:
  ///   - columns: bays side by side, at least 1.
  ///   - rows: bays one below the other, at least 1.
  ///   - divisions: parts a bay may be shared in, at least 1.
  ///   - blockedBays: numbers of bays out of use, each within the grid.
  public init(columns: Int, rows: Int, divisions: Int = 1, blockedBays: [Int] = []) {
    precondition(columns >= 1 && rows >= 1 && divisions >= 1, "a grid has bays")
    precondition(
      blockedBays.allSatisfy { (1...columns * rows).contains($0) }, "blocked bays lie within the grid")
    self.columns = columns
    self.rows = rows
    self.divisions = divisions
    var distinct: [Int] = []
    for number in blockedBays.sorted() where distinct.last != number { distinct.append(number) }
    self.blockedBays = distinct
  }

  /// Standard bays, blocked ones included.
  public var count: Int { columns * rows }

  /// The number that is printed beside a bay, from 1.
  public func number(of bay: Bay) -> Int {
    precondition(contains(bay), "the bay lies within the grid")
    return bay.row * columns + bay.column + 1
  }

  /// The bay with a printed number.
  ///
  /// - Returns: nil when there is no such number.
  public func bay(number: Int) -> Bay? {
    guard (1...count).contains(number) else { return nil }
    return Bay(column: (number - 1) % columns, row: (number - 1) / columns)
  }

  /// Whether a place lies within the grid.
  public func contains(_ bay: Bay) -> Bool {
    (0..<columns).contains(bay.column) && (0..<rows).contains(bay.row)
  }

  /// How many blades of one footprint an empty enclosure takes.
  public func capacity(for footprint: BladeFootprint) -> Int {
    var occupancy = BayOccupancy(grid: self)
    var blades = 0
    while (try? occupancy.insert(footprint, as: HostID(blades))) != nil { blades += 1 }
    return blades
  }
}
