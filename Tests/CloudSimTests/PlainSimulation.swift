import Placement
import Quantities

@testable import CloudSim

/// The experiment as its specification reads, step by step: every list walked, every sum from zero, nothing kept between.
///
/// Slow, and so plain that it can be compared with the specification line by line. Quirks are all on, but for those that it is
/// told to leave off.
final class PlainSimulation {
  final class Guest {
    let index: Int
    let model: GuestModel
    let trace: [Double]
    var request = 0.0
    var share = 0.0
    var isMoving = false
    var home: Host?
    var history: [Double] = []
    var records: [(time: Double, given: Double, asked: Double, isMoving: Bool)] = []

    init(index: Int, model: GuestModel, trace: [Double]) {
      self.index = index
      self.model = model
      self.trace = trace
    }

    func use(at time: Double) -> Double {
      let (from, to) = (Int((time / 300).rounded(.down)), Int((time / 300).rounded(.up)))
      return trace[from] + (trace[to] - trace[from]) / (Double(to - from) * 300) * (time - Double(from) * 300)
    }
    var rate: Double { model.rate.value }
    var megabytes: Double { model.memory.value / 1e6 }
  }

  final class Host {
    let index: Int
    let model: HostModel
    var guests: [Guest] = []
    var arriving: [Guest] = []
    var given = 0.0
    var before = 0.0
    var records: [(time: Double, given: Double, asked: Double)] = []

    init(index: Int, model: HostModel) {
      self.index = index
      self.model = model
    }

    var capacity: Double { model.capacity.value }
    var core: Double { model.coreRate.value }
    func utilization(_ given: Double) -> Double {
      let share = given / capacity
      return share > 1 && share < 1.01 ? 1 : share
    }
    var utilization: Double { utilization(given) }

    func power(_ share: Double) -> Double {
      let watts = model.power.map(\.value)
      let (low, high) = (Int((10 * share).rounded(.down)), Int((10 * share).rounded(.up)))
      return watts[min(10, low)]
        + (watts[min(10, high)] - watts[min(10, low)]) / 10 * (share - Double(low) / 10) * 100
    }

    /// Gives each guest its share; returns what is left.
    @discardableResult
    func allocate() -> Double {
      var left = capacity
      for (place, guest) in guests.enumerated() {
        func weight(_ guest: Guest) -> Double {
          let wanted = min(guest.request, core)
          return arriving.contains { $0 === guest } ? 0.1 * wanted : wanted
        }
        let wanted = min(guest.request, core)
        if left >= weight(guest) {
          guest.share = wanted
          if arriving.contains(where: { $0 === guest }) {
            guest.share *= 0.1
          } else if guest.isMoving {
            guest.share *= 0.9
          }
          left -= weight(guest)
          continue
        }
        let sum = guests[...place].reduce(0) { $0 + weight($1) }
        let scale = capacity / sum
        for other in guests[...place] {
          let wanted = min(other.request, core)
          if arriving.contains(where: { $0 === other }) {
            other.share = (wanted * 0.1 * scale).rounded(.down)
          } else if other.isMoving {
            other.share = (wanted * scale * 0.9).rounded(.down)
          } else {
            other.share = (wanted * scale).rounded(.down)
          }
        }
        left = 0
      }
      return left
    }

    func update(at time: Double) {
      before = given
      for guest in guests { guest.request = guest.use(at: time) * guest.rate }
      allocate()
      given = 0
      var asked = 0.0
      for guest in guests {
        var share = guest.share
        if !arriving.contains(where: { $0 === guest }) {
          if guest.records.last?.time == time { guest.records.removeLast() }
          guest.records.append((time, share, guest.request, guest.isMoving))
          if guest.isMoving { share /= 0.9 }
        }
        given += share
        asked += guest.request
      }
      if records.last?.time == time { records.removeLast() }
      records.append((time, given, asked))
    }
  }

  let hosts: [Host]
  let guests: [Guest]
  let consolidation: Experiment.Consolidation?
  let off: QuirkSet
  var alive: [Guest]
  var joules = 0.0
  var last = 0.0
  var migrations = 0
  var rounds: [Outcome.Round] = []
  var generator: any RandomNumberGenerator

  init(
    _ traces: GuestTraces, hosts count: Int, _ consolidation: Experiment.Consolidation?,
    without off: QuirkSet = [],
    generator: any RandomNumberGenerator
  ) {
    self.off = off
    self.consolidation = consolidation
    self.generator = generator
    hosts = (0..<count).map { Host(index: $0, model: $0 % 2 == 0 ? .g4 : .g5) }
    let block = (traces.count + 3) / 4
    guests = (0..<traces.count).map { index in
      let row = traces.percents[index * traces.samples..<(index + 1) * traces.samples]
      let trace = row.map { Double($0) / 100 }
      return Guest(
        index: index, model: GuestModel.all[index / block], trace: trace + [trace[trace.count - 1]])
    }
    alive = guests
  }

  func run(samples: Int) -> Bool {
    guard start() else { return false }
    for tick in 1..<samples {
      let time = 0.1 + 300 * Double(tick)
      updateAll(at: time)
      for guest in alive { guest.history.insert(guest.request, at: 0) }
      if !off.has(.idleDeletion) {
        for host in hosts { host.guests.removeAll { !$0.isMoving && $0.request == 0 } }
        alive.removeAll { !$0.isMoving && $0.request == 0 }
      }
      var moves: [(guest: Guest, target: Host)] = []
      if let consolidation { moves = plan(consolidation) }
      for (guest, target) in moves {
        guest.isMoving = true
        target.guests.append(guest)
        target.arriving.append(guest)
        target.update(at: time)
        guest.home?.update(at: time)
        migrations += 1
      }
      // All starts are at one time: only the last update of a host counts, when every guest is on its way.
      for host in hosts { host.update(at: time) }
      rounds.append(
        Outcome.Round(
          time: Seconds(time), energy: Joules(joules), migrations: migrations,
          activeHosts: hosts.count { $0.given > 0 }, guests: alive.count))
      for megabytes in [613.0, 870, 1740] {
        let group = moves.filter { $0.guest.megabytes == megabytes }
        guard !group.isEmpty else { continue }
        let arrival = time + megabytes / 62.5
        updateAll(at: arrival)
        for (guest, target) in group {
          guest.home?.guests.removeAll { $0 === guest }
          target.guests.removeAll { $0 === guest }
          target.arriving.removeAll { $0 === guest }
          guest.isMoving = false
          target.guests.append(guest)
          guest.home = target
        }
        updateAll(at: arrival)
      }
    }
    return true
  }

  private func updateAll(at time: Double) {
    for host in hosts { host.update(at: time) }
    var sum = 0.0
    for host in hosts where host.utilization(host.before) != 0 {
      let before = host.power(host.utilization(host.before))
      sum += (before + (host.power(host.utilization) - before) / 2) * (time - last)
    }
    joules += sum
    last = time
  }

  private func start() -> Bool {
    for guest in guests {
      var best: (host: Host, rise: Double)?
      for host in hosts {
        let placed = host.guests.reduce(0) { $0 + $1.rate }
        let memory = host.guests.reduce(guest.megabytes) { $0 + $1.megabytes }
        guard host.core >= guest.rate, host.capacity - placed >= guest.rate, memory <= 4096,
          host.guests.count < 10
        else { continue }
        guard let consolidation else {
          best = (host, 0)
          break
        }
        let load = Fraction(guest.rate / host.capacity)
        if placed != 0, consolidation.detector.isOverloaded(at: load, history: [Fraction.zero].span) {
          continue
        }
        let rise = host.power((placed + guest.rate) / host.capacity) - host.power(0)
        if rise < best?.rise ?? .infinity { best = (host, rise) }
      }
      guard let host = best?.host else { return false }
      host.guests.append(guest)
      guest.home = host
    }
    return true
  }

  private func isOverloaded(_ host: Host, _ consolidation: Experiment.Consolidation) -> Bool {
    let asked = host.guests.reduce(0) { $0 + $1.request }
    var history: [Fraction] = []
    for slot in 0..<30 {
      history.append(
        Fraction(
          host.guests.reduce(0) { $0 + (slot < $1.history.count ? $1.history[slot] / host.capacity : 0) }))
    }
    while history.count > 1, history[history.count - 1] == .zero { history.removeLast() }
    return consolidation.detector.isOverloaded(at: Fraction(asked / host.capacity), history: history.span)
  }

  private func target(
    _ guest: Guest, excluding: Set<Int>, _ consolidation: Experiment.Consolidation
  ) -> Host? {
    var best: (host: Host, rise: Double)?
    for host in hosts where !excluding.contains(host.index) {
      let left = host.allocate()
      guard host.core >= guest.request, left >= guest.request else { continue }
      if off.has(.memoryIgnored), host.guests.reduce(guest.megabytes, { $0 + $1.megabytes }) > 4096 {
        continue
      }
      let placed = host.guests.reduce(0) { $0 + $1.share }
      if placed != 0 {
        host.guests.append(guest)
        let isTooMuch = isOverloaded(host, consolidation)
        host.guests.removeLast()
        if isTooMuch { continue }
      }
      let rise = host.power((placed + guest.request) / host.capacity) - host.power(host.utilization)
      if rise < best?.rise ?? .infinity { best = (host, rise) }
    }
    return best?.host
  }

  private func plan(_ consolidation: Experiment.Consolidation) -> [(guest: Guest, target: Host)] {
    let saved = hosts.map(\.guests)
    let overloaded = hosts.filter { isOverloaded($0, consolidation) }
    var leaving: [Guest] = []
    for host in overloaded {
      repeat {
        var movable = MovableGuests()
        for guest in host.guests {
          movable.append(memory: guest.model.memory, utilization: Fraction(guest.request / guest.rate))
        }
        guard movable.count > 0 else { break }
        let choice = consolidation.selection.choice(among: movable, using: &generator)
        leaving.append(host.guests.remove(at: choice))
      } while isOverloaded(host, consolidation)
    }
    var moves: [(guest: Guest, target: Host)] = []
    let overloadedNumbers = Set(overloaded.map(\.index))
    for guest in stableSorted(leaving) {
      guard let host = target(guest, excluding: overloadedNumbers, consolidation) else { continue }
      host.guests.append(guest)
      moves.append((guest, host))
    }
    let offNumbers = Set(hosts.filter { $0.utilization == 0 }.map(\.index))
    var noSource = overloadedNumbers.union(offNumbers)
    var noTarget = noSource
    if off.has(.receiversMoveOn) { noSource.formUnion(moves.map(\.target.index)) }
    while true {
      var source: Host?
      for host in hosts where !noSource.contains(host.index) && !host.guests.isEmpty {
        let use = host.utilization
        if use > 0, use < source?.utilization ?? 1 { source = host }
      }
      guard let source else { break }
      noSource.insert(source.index)
      noTarget.insert(source.index)
      var found: [(guest: Guest, target: Host)] = []
      var isComplete = true
      for guest in stableSorted(source.guests) {
        guard let host = target(guest, excluding: noTarget, consolidation) else {
          isComplete = false
          break
        }
        host.guests.append(guest)
        found.append((guest, host))
      }
      if isComplete {
        moves += found
        noSource.formUnion(found.map(\.target.index))
      } else {
        for (_, host) in found.reversed() { host.guests.removeLast() }
      }
    }
    for (host, list) in zip(hosts, saved) {
      host.guests = list
      host.allocate()
    }
    return moves
  }

  private func stableSorted(_ guests: [Guest]) -> [Guest] {
    guests.enumerated().sorted { left, right in
      left.element.request != right.element.request
        ? left.element.request > right.element.request : left.offset < right.offset
    }.map(\.element)
  }

  // MARK: - Measures, from the records

  var violationTime: Double {
    var active = 0.0
    var violated = 0.0
    for host in hosts {
      for (record, next) in zip(host.records, host.records.dropFirst()) where record.given > 0 {
        active += next.time - record.time
        if record.given < record.asked { violated += next.time - record.time }
      }
    }
    return active > 0 ? violated / active : 0
  }

  var migrationLoss: Double {
    var asked = 0.0
    var lost = 0.0
    for guest in guests {
      for (record, next) in zip(guest.records, guest.records.dropFirst()) {
        asked += record.asked * (next.time - record.time)
        if record.isMoving, record.given < record.asked {
          lost += (record.asked - record.given) * (next.time - record.time)
        }
      }
    }
    return lost / asked
  }

  var meanShortfall: Double? {
    let short = guests.flatMap { $0.records.dropLast() }.filter { $0.given < $0.asked }
    guard !short.isEmpty else { return nil }
    return short.reduce(0) { $0 + ($1.asked - $1.given) / $1.asked } / Double(short.count)
  }

  var shutdownTimes: [Double] {
    var times: [Double] = []
    for host in hosts {
      var since: Double? = 0
      for record in host.records {
        if record.given > 0 {
          since = since ?? record.time
        } else if let start = since {
          times.append(record.time - start)
          since = nil
        }
      }
    }
    return times
  }

  var migrationTimes: [Double] {
    var times: [Double] = []
    for guest in guests {
      var since: Double?
      for record in guest.records {
        if record.isMoving {
          since = since ?? record.time
        } else if let start = since {
          times.append(record.time - start)
          since = nil
        }
      }
    }
    return times
  }
}
