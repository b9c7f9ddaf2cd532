import CTileKernel
import Power
import Quantities

extension CapRows {
  /// Whether a cap may hold a running host back in this tile.
  func mayLimit(_ host: Int) -> Bool {
    ceiling.isFinite || (rackOfHost[host] >= 0 && racks[rackOfHost[host]].isLimited)
  }

  /// The work that a window of a running host is granted.
  ///
  /// - Returns: quanta by sample, to be read before the next call: what is asked for, or less where a cap prevents what would
  ///   fit the host; and whether one does.
  func grant(
    _ host: Int, asked row: UnsafePointer<Double>, at first: Int, length: Int, share: Double
  ) -> (row: UnsafePointer<Double>, isCapped: Bool) {
    let capacity = curve.kernelCurve.capacity
    var isCapped = false
    for sample in 0..<length {
      let fits = min(row[sample], capacity)
      let allowed = allowed(fits, part: part(of: host, at: first + sample))
      scratch[sample] = row[sample]
      if ceiling.isFinite { watch(host, asked: fits, at: first + sample) }
      guard allowed < fits else { continue }
      scratch[sample] = allowed
      isCapped = true
      heldBack[first + sample] +=
        share * max(0, curve.draw(quanta: fits).value - curve.draw(quanta: allowed).value)
    }
    return (UnsafePointer(scratch), isCapped)
  }

  /// Watts of a window of a booting host, to be read before the next call.
  func boot(_ host: Int, at first: Int, length: Int, share: Double) -> UnsafePointer<Double> {
    for sample in 0..<length {
      let part = part(of: host, at: first + sample)
      scratch[sample] = part < 1 ? bootFloor + (booting - bootFloor) * part : booting
      heldBack[first + sample] += share * (curve.booting - scratch[sample])
      if booting < curve.booting { serverBinding[first + sample] |= CapEffect.bit(of: .server) }
    }
    return UnsafePointer(scratch)
  }

  /// Watts of a host at a sample, on its own plane, which is asked for some quanta if it runs.
  func draw(of host: Int, in state: HostState, asked: Double, at sample: Int) -> Watts {
    let part = part(of: host, at: sample)
    if state == .booting { return Watts(part < 1 ? bootFloor + (booting - bootFloor) * part : booting) }
    return curve.draw(quanta: allowed(min(asked, curve.kernelCurve.capacity), part: part))
  }

  /// A host does not run: what it is asked for next is a rise.
  func rest(_ host: Int) { lastAsked[host] = 0 }

  private func part(of host: Int, at sample: Int) -> Double {
    rowOfHost[host] < 0 ? 1 : parts[rowOfHost[host] * length + sample]
  }

  private func allowed(_ asked: Double, part: Double) -> Double {
    let quanta = min(asked, ceiling)
    guard part < 1 else { return quanta }
    let wish = max(0, curve.draw(quanta: quanta).value - curve.idle)
    return min(quanta, curve.quanta(at: curve.idle + wish * part))
  }

  /// The controller of a host's own cap sees what the host is asked for.
  private func watch(_ host: Int, asked: Double, at sample: Int) {
    if asked > ceiling {
      serverBinding[sample] |= CapEffect.bit(of: .server)
      let before = curve.draw(quanta: lastAsked[host]) * warmth
      overshoot += controller.overshoot(
        demand: curve.draw(quanta: asked) * warmth, cap: max(serverCap, before))
    }
    lastAsked[host] = asked
  }
}
