/// Puts guests on the hosts of a fleet as patterns say.
struct PatternFilling {
  private let classes: SizeClasses
  /// The guests of each flavour that wait, the next one last.
  private var waiting: [[Int32]]

  init(_ classes: SizeClasses, guests: [Int32], in fleet: FleetState) {
    self.classes = classes
    waiting = [[Int32]](repeating: [], count: fleet.flavourCount)
    for guest in guests.reversed() { waiting[Int(fleet.flavourOfGuest[Int(guest)])].append(guest) }
  }

  /// Fills empty hosts, each type in index order; a guest that a rule keeps off a host stays for later. What is left goes
  /// where least stays free, then anywhere.
  mutating func fill(
    _ fleet: inout FleetState, with fixed: [(pattern: Int, hosts: Int64)], of patterns: [Pattern]
  ) {
    var empty = [[Int32]](repeating: [], count: classes.types.count)
    for host in (0..<Int32(fleet.hostCount)).reversed()
    where fleet.isOpen(host) && fleet.guestCount[Int(host)] == 0 {
      empty[Int(fleet.typeOfHost[Int(host)])].append(host)
    }
    for (index, hosts) in fixed {
      let pattern = patterns[index]
      for _ in 0..<hosts {
        guard let host = empty[Int(pattern.type)].last else { break }
        for (sizeClass, count) in zip(pattern.classes, pattern.counts) {
          put(Int(count), of: Int(sizeClass), on: host, &fleet)
        }
        if fleet.guestCount[Int(host)] > 0 { empty[Int(pattern.type)].removeLast() }
      }
    }
    let rest = waiting.flatMap { $0 }.sorted()
    waiting = waiting.map { _ in [] }
    BestFitDecreasing().place(rest, into: &fleet)
  }

  private mutating func put(_ count: Int, of sizeClass: Int, on host: Int32, _ fleet: inout FleetState) {
    var left = count
    for flavour in classes.flavours[sizeClass] {
      while left > 0, let guest = waiting[Int(flavour)].last, fleet.admits(flavour: flavour, on: host) {
        fleet.put(guest, on: host)
        waiting[Int(flavour)].removeLast()
        left -= 1
      }
      if left == 0 { return }
    }
  }
}

extension FleetState {
  /// What each host in use holds, as patterns of size classes; guests of other sizes are left out.
  func patterns(_ classes: SizeClasses) -> [Pattern] {
    var classOfFlavour = [Int32](repeating: -1, count: flavourCount)
    for (index, flavours) in classes.flavours.enumerated() {
      for flavour in flavours { classOfFlavour[Int(flavour)] = Int32(index) }
    }
    var content = [[Int32]](repeating: [], count: hostCount)
    for guest in hostOfGuest.indices where hostOfGuest[guest] != FleetState.unplaced {
      let sizeClass = classOfFlavour[Int(flavourOfGuest[guest])]
      if sizeClass >= 0 { content[Int(hostOfGuest[guest])].append(sizeClass) }
    }
    var seen: Set<Pattern> = []
    return content.indices.compactMap { host in
      guard !content[host].isEmpty else { return nil }
      var (indexes, counts): ([Int32], [Int32]) = ([], [])
      for index in content[host].sorted() {
        if indexes.last == index {
          counts[counts.count - 1] += 1
        } else {
          indexes.append(index)
          counts.append(1)
        }
      }
      let pattern = Pattern(type: typeOfHost[host], classes: indexes, counts: counts)
      return seen.insert(pattern).inserted ? pattern : nil
    }
  }
}
