/// What the guests of each host asked for and got at the last update: it holds until the next.
struct ServiceRecords: ~Copyable {
  /// The sums of one host. Guests on their way in are left to the host that they come from.
  struct Record: BitwiseCopyable {
    /// What its guests asked for, in MIPS.
    var requested = 0.0
    /// What they got.
    var given = 0.0
    /// What those on their way out missed.
    var lost = 0.0
    /// The shares that those who got less than they asked for missed.
    var shortfalls = 0.0
    /// How many got less.
    var short = 0
    /// Whether the host gave less than was asked for.
    var isShort = false

    mutating func add(request: Double, share: Double, isMoving: Bool) {
      requested += request
      given += share
      guard share < request else { return }
      if isMoving { lost += request - share }
      shortfalls += (request - share) / request
      short += 1
    }
  }

  private let all: Column<Record>

  init(hosts: Int) { all = Column(repeating: Record(), count: hosts) }

  subscript(host: Int) -> Record { all[host] }

  /// Everybody got what they asked for.
  @inline(__always)
  func recordPlain(_ host: Int, _ sum: Double) {
    var record = Record()
    record.requested = sum
    record.given = sum
    all[host] = record
  }

  func record(_ host: Int, _ record: Record) { all[host] = record }
}
