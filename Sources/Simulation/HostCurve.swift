import CTileKernel
import Power
import Quantities

/// What a type of host draws, as the kernel reads it: its power, and the part its own supplies lose.
///
/// The arrays are owned by the curve and freed with it.
final class HostCurve: @unchecked Sendable {
  // Written once, in init; only read afterwards.
  private let storage: UnsafeMutableBufferPointer<Double>
  let kernelCurve: bladesim_host_curve
  /// The same without losses, for the sum of a group.
  let plainCurve: bladesim_host_curve
  /// The highest watts of a running host, at its own plane.
  let most: Double
  /// Watts of a running host without load, at its own plane.
  let idle: Double
  /// The part of ``idle`` that its own supplies lose.
  let idleLoss: Double
  /// Watts while switched off or failed, and the part of them that its own supplies lose.
  let standby: Double
  let standbyLoss: Double
  /// Watts while booting, and the part of them that its own supplies lose.
  let booting: Double
  let bootingLoss: Double
  private let table: PowerTable
  private let supplies: PowerSupplyBank?

  /// Creates a curve.
  ///
  /// - Parameters:
  ///   - power: the server's power.
  ///   - capacity: work quanta that fill it.
  init(_ power: ServerPower, capacity: Double) {
    let table = power.table
    let points = table.base.count
    let supplies = HostCurve.supplies(of: power)
    self.table = table
    self.supplies = supplies
    func lost(of watts: Double) -> Double { HostCurve.loss(of: watts, in: supplies) }
    let loss = table.base.map(lost(of:))
    storage = .allocate(capacity: 4 * points)
    for index in 0..<points {
      storage[index] = table.base[index]
      storage[points + index] = table.slope[index]
      storage[2 * points + index] = loss[index]
      storage[3 * points + index] = index + 1 < points ? loss[index + 1] - loss[index] : 0
    }
    let base = UnsafePointer(storage.baseAddress)
    kernelCurve = bladesim_host_curve(
      base: base, slope: base?.advanced(by: points),
      loss_base: supplies == nil ? nil : base?.advanced(by: 2 * points),
      loss_slope: supplies == nil ? nil : base?.advanced(by: 3 * points), segments: Int32(points - 1),
      padding: 0, capacity: capacity)
    plainCurve = bladesim_host_curve(
      base: base, slope: base?.advanced(by: points), loss_base: nil, loss_slope: nil,
      segments: Int32(points - 1), padding: 0, capacity: capacity)
    most = table.base.max() ?? 0
    idle = table.base[0]
    idleLoss = loss[0]
    standby = power.standby.value
    standbyLoss = lost(of: standby)
    booting = power.bootPower.value
    bootingLoss = lost(of: booting)
  }

  deinit { storage.deallocate() }

  /// Watts of a running host that is asked for some quanta of work, as the kernel has them.
  func draw(quanta: Double) -> Watts {
    let segments = Int(kernelCurve.segments)
    let place = min(1, quanta / kernelCurve.capacity) * Double(segments)
    let segment = Int(place)
    return Watts(storage[segment] + storage[segments + 1 + segment] * (place - Double(segment)))
  }

  /// The most quanta of work that a power allows, at least idle power; none below.
  func quanta(at watts: Double) -> Double { (table.utilization(at: watts) ?? 0) * kernelCurve.capacity }

  /// The part of a power that the server's own supplies lose.
  func loss(of watts: Double) -> Double { HostCurve.loss(of: watts, in: supplies) }

  private static func loss(of watts: Double, in supplies: PowerSupplyBank?) -> Double {
    supplies.map { watts - $0.output(for: Watts(watts)).value } ?? 0
  }

  /// The supplies whose loss is told apart from the server's power.
  ///
  /// None for a blade, and none where the tested supplies are unknown: then the loss stays inside the curve.
  private static func supplies(of power: ServerPower) -> PowerSupplyBank? {
    switch power.supply {
    case .enclosure: nil
    case .own(let bank): bank
    case .asMeasured: power.tested
    }
  }
}
