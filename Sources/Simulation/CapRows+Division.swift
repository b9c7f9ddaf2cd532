import CTileKernel
import Power
import Quantities

extension CapRows {
  /// Notes that something has changed in the rack of a host, all of whose hosts are settled up to now.
  func change(rackOf host: Int, sample: Int, isPartial: Bool) {
    let rack = rackOfHost[host]
    guard rack >= 0, racks[rack].staleFrom == nil else { return }
    step(rack, to: isPartial ? sample + 1 : sample)
    racks[rack].staleFrom = (sample, isPartial)
  }

  /// Divides the rack of a host anew where that is out of date.
  func refresh(rackOf host: Int, sums: UnsafePointer<Double>, state: [HostState], count: Int) {
    let rack = rackOfHost[host]
    guard rack >= 0, let (from, isPartial) = racks[rack].staleFrom else { return }
    racks[rack].staleFrom = nil
    let floors = ask(rack, from: from, sums: sums, state: state, count: count)
    divide(rack, floors: floors, from: from, isPartial: isPartial, count: count)
  }

  /// Sums what the servers of each group ask for.
  ///
  /// - Returns: the floors by group.
  private func ask(
    _ rack: Int, from: Int, sums: UnsafePointer<Double>, state: [HostState], count: Int
  ) -> [Watts] {
    let firstRow = racks[rack].firstRow
    let groups = racks[rack].division.parts.count
    var floors = [Watts](repeating: .zero, count: groups)
    for group in 0..<groups {
      (asks + (firstRow + group) * length + from).update(repeating: 0, count: count - from)
    }
    var plain = curve.plainCurve
    for (host, group) in racks[rack].hosts {
      let row = asks + (firstRow + group) * length
      var steady = 0.0
      switch state[host] {
      case .running:
        floors[group] += Watts(curve.idle * warmth)
        var asked = sums + host * length + from
        if ceiling.isFinite {
          for sample in 0..<count - from { scratch[sample] = min(asked[sample], ceiling) }
          asked = UnsafePointer(scratch)
        }
        _ = bladesim_host_draw(row + from, nil, asked, &plain, count - from, warmth)
        continue
      case .booting:
        floors[group] += Watts(bootFloor * warmth)
        steady = booting * warmth
      case .off, .failed:
        steady = curve.standby * warmth
        floors[group] += Watts(steady)
      case .unpowered: continue
      }
      for sample in from..<count { row[sample] += steady }
    }
    return floors
  }

  private func divide(_ rack: Int, floors: [Watts], from: Int, isPartial: Bool, count: Int) {
    let firstRow = racks[rack].firstRow
    let groups = racks[rack].division.parts.count
    var members = floors.map { PowerCaps.Ask(floor: $0) }
    var isLimited = false
    for sample in from..<count {
      // What bound before an event in the middle of a sample did bind in that sample.
      var bits: UInt8 = isPartial && sample == from ? binding[rack * length + sample] : 0
      var isCalm = true
      for group in 0..<groups {
        let at = (firstRow + group) * length + sample
        members[group].demand = Watts(asks[at])
        isCalm = isCalm && asks[at] <= racks[rack].calm[group]
        parts[at] = 1
        wishes[at] = 0
      }
      if !isCalm {
        racks[rack].division.divide(members)
        for group in 0..<groups {
          let at = (firstRow + group) * length + sample
          let part = racks[rack].division.parts[group]
          parts[at] = part
          wishes[at] = racks[rack].division.wishes[group].value
          isLimited = isLimited || part < 1
          if racks[rack].division.isBinding[group] {
            bits |= CapEffect.bit(of: racks[rack].division.caps.groups[group].level)
          }
        }
      }
      binding[rack * length + sample] = bits
    }
    racks[rack].isLimited = isLimited
  }

  /// Adds the energy above caps of every rise of demand until its controller acts, up to a sample.
  func step(_ rack: Int, to end: Int) {
    let firstRow = racks[rack].firstRow
    guard racks[rack].steppedTo < end else { return }
    for group in racks[rack].last.indices {
      guard let cap = racks[rack].division.caps.groups[group].cap else { continue }
      let row = wishes + (firstRow + group) * length
      for sample in racks[rack].steppedTo..<end {
        let wish = Watts(row[sample])
        if wish > cap {
          overshoot += controller.overshoot(demand: wish, cap: max(cap, racks[rack].last[group]))
        }
        racks[rack].last[group] = wish
      }
    }
    racks[rack].steppedTo = end
  }
}
