/// When each mover can begin to leave its host, and to come to its new one, at the earliest.
struct MoveHeads {
  /// To leave, in whatever direction.
  private(set) var departure: [Int64] = []
  /// To come to its new host from anywhere.
  private(set) var arrival: [Int64] = []
  /// To go straight to its new host, if everybody does so.
  private(set) var direct: [Int64] = []

  init(_ problem: MigrationProblem, _ movers: [Int32]) {
    let room = RoomAtFirst(problem)
    // A guest for which no other host has room at first waits for the first move of all to end.
    let shortest =
      problem.from.indices.filter { problem.from[$0] >= 0 }
      .map { problem.times.least(of: Int32($0)) }.min() ?? 0
    var refuges = [[Int32]?](repeating: nil, count: problem.placement.flavours.count)
    func head(of guest: Int32) -> Int64 {
      let flavour = Int(problem.placement.flavours.flavourOfGuest[Int(guest)])
      let hosts = refuges[flavour] ?? room.firstTwoHosts(for: guest)
      refuges[flavour] = hosts
      return hosts.allSatisfy { $0 == problem.from[Int(guest)] } ? shortest : 0
    }
    departure = movers.map(head)
    var leavers: [[RoomAtFirst.Leaver]?] = room.content.map { _ in nil }
    arrival = movers.map { guest in
      let host = Int(problem.to[Int(guest)])
      if room.fits(guest, host) { return 0 }
      let list =
        leavers[host]
        ?? room.content[host].map { .init(end: head(of: $0) + problem.times.least(of: $0), guest: $0) }
        .sorted()
      leavers[host] = list
      return room.earliest(guest, host, list)
    }
    direct = arrival
    chain(problem, movers, room)
  }

  /// How often times are carried along chains: so many moves count at most.
  private static let rounds = 64

  /// Raises the times of straight moves: only movers free room, when they have left.
  private mutating func chain(_ problem: MigrationProblem, _ movers: [Int32], _ room: RoomAtFirst) {
    let waiting = movers.indices.filter { !room.fits(movers[$0], Int(problem.to[Int(movers[$0])])) }
    for _ in 0..<MoveHeads.rounds {
      var leavers = [[RoomAtFirst.Leaver]](repeating: [], count: room.content.count)
      for (index, guest) in movers.enumerated() {
        let (source, target) = (problem.from[Int(guest)], problem.to[Int(guest)])
        let end = direct[index] + problem.milliseconds(of: guest, from: source, to: target)
        leavers[Int(source)].append(.init(end: end, guest: guest))
      }
      for host in leavers.indices { leavers[host].sort() }
      var hasChanged = false
      for index in waiting {
        let host = Int(problem.to[Int(movers[index])])
        let time = room.earliest(movers[index], host, leavers[host])
        guard time > direct[index] else { continue }
        direct[index] = time
        hasChanged = true
      }
      if !hasChanged { return }
    }
  }
}

/// What is free on hosts before anybody moves. Separations are left out, which only makes more possible.
struct RoomAtFirst {
  /// A guest that frees its room at a time.
  struct Leaver: Comparable {
    let end: Int64
    let guest: Int32

    static func < (left: Leaver, right: Leaver) -> Bool {
      (left.end, left.guest) < (right.end, right.guest)
    }
  }

  /// The guests of each host.
  private(set) var content: [[Int32]]
  private let guests: GuestTable
  private let resources: Int
  private var free: [Int64]
  private var slots: [Int64]

  init(_ problem: MigrationProblem) {
    let placement = problem.placement
    guests = placement.guests
    resources = placement.resources.count
    content = [[Int32]](repeating: [], count: placement.hosts.count)
    free = placement.hosts.typeOfHost.flatMap { type in
      placement.resources.indices.map { Int64(placement.usableCapacity(ofType: Int(type), $0)) }
    }
    slots = placement.hosts.typeOfHost.map {
      placement.hosts.types[Int($0)].guestLimit.map(Int64.init) ?? .max / 2
    }
    for guest in problem.from.indices where problem.from[guest] >= 0 {
      let host = Int(problem.from[guest])
      content[host].append(Int32(guest))
      slots[host] -= 1
      for resource in 0..<resources {
        free[host * resources + resource] -= Int64(guests.size(of: Int32(guest), resource))
      }
    }
  }

  /// Whether a host has room for a guest at once.
  func fits(_ guest: Int32, _ host: Int) -> Bool {
    guard slots[host] > 0 else { return false }
    for resource in 0..<resources
    where Int64(guests.size(of: guest, resource)) > free[host * resources + resource] {
      return false
    }
    return true
  }

  /// The first two hosts that have room for a guest; fewer if there are not so many.
  func firstTwoHosts(for guest: Int32) -> [Int32] {
    var found: [Int32] = []
    for host in content.indices where found.count < 2 && fits(guest, host) { found.append(Int32(host)) }
    return found
  }

  /// When a host has room for a guest at the earliest, if some leave it one after another; 0 if they are not enough.
  func earliest(_ guest: Int32, _ host: Int, _ leavers: [Leaver]) -> Int64 {
    var latest: Int64 = 0
    if slots[host] <= 0, leavers.count > Int(-slots[host]) { latest = leavers[Int(-slots[host])].end }
    for resource in 0..<resources {
      var lacking = Int64(guests.size(of: guest, resource)) - free[host * resources + resource]
      for leaver in leavers {
        guard lacking > 0 else { break }
        lacking -= Int64(guests.size(of: leaver.guest, resource))
        if lacking <= 0 { latest = max(latest, leaver.end) }
      }
    }
    return latest
  }
}
