import Documents
import Power
import Quantities

/// Work and power of a server, as its sidecar gives them.
struct LoadCurve {
  let throughput: WorkPerSecond
  /// At ten levels, or none.
  let throughputByLevel: [WorkPerSecond]
  let power: ServerPower
  /// Whether what an enclosure's fans add with load is in the curve.
  let isMeasuredInEnclosure: Bool

  /// Levels may fall by this much from one to the next, as published results do.
  static let noise = 0.02

  init(throughput: WorkPerSecond, power: ServerPower) {
    self.throughput = throughput
    throughputByLevel = []
    self.power = power
    isMeasuredInEnclosure = false
  }

  /// Reads `start-up`, and `load-curve` or `build`; nil, after complaints, when they cannot be used.
  ///
  /// - Parameter sockets: how many processors are fitted; nil, after a complaint, when that is unknown.
  init?(reading entry: Figures, sockets: Int?, isBlade: Bool) {
    let boot = entry.nested("start-up").flatMap(LoadCurve.startUp(reading:))
    guard entry.block.has("load-curve") != entry.block.has("build") else {
      entry.block.error(
        entry.block.has("build") ? "both 'load-curve' and 'build' are given" : "'load-curve' is missing",
        help: "give the measured curve, or the 'build' of a server that nobody has measured")
      return nil
    }
    if let parts = entry.nested("build") {
      guard let boot, let sockets,
        let built = BuiltCurve.curve(reading: parts, sockets: sockets, isBlade: isBlade, boot: boot)
      else { return nil }
      self = built
      return
    }
    guard let figures = entry.nested("load-curve") else { return nil }
    let block = figures.block
    let plane = block.choice("plane", as: MeasuringPlane.self)
    let throughput = figures.quantity("throughput", "throughput", as: WorkPerSecond.self)
    let levels = LoadCurve.levels(reading: figures, full: throughput)
    let name = plane == .dc ? "draw behind the supplies" : "draw at the wall"
    let points = figures.value(
      "draw", "\(name), idle to full load in tenths", text: LoadCurve.text(of:),
      read: { $0.elements().compactMap { $0.quantity(Watts.self) } })
    let tested = figures.nested("supplies").flatMap { SupplyBank.bank(reading: $0, of: "tested supplies") }
    guard let plane, let throughput, let levels, let points, let boot, tested != nil || !block.has("supplies")
    else {
      return nil
    }
    guard throughput > .zero else {
      block.error("throughput", "a server without throughput does no work")
      return nil
    }
    if plane == .wall, isBlade, tested == nil {
      block.error(
        "plane", "a blade has no supplies of its own, so its curve cannot be at the wall",
        help: "give the curve behind the supplies ('plane: dc'), or the 'supplies' it was measured with")
      return nil
    }
    let isMeasuredInEnclosure = block.choice("measured-in") == "enclosure"
    if isMeasuredInEnclosure, !isBlade {
      block.error("measured-in", "only blades sit in enclosures", help: "delete 'measured-in'")
      return nil
    }
    guard LoadCurve.rises(points, block) else { return nil }
    do throws(PowerProblem) {
      let curve = try PowerCurve(measured: points, plane: plane)
      self.power = try ServerPower(
        measured: curve, tested: tested, supply: isBlade ? .enclosure : .asMeasured, standby: boot.standby,
        boot: boot.profile)
      self.throughput = throughput
      throughputByLevel = levels
      self.isMeasuredInEnclosure = isMeasuredInEnclosure
    } catch {
      block.error("draw", error.message, help: error.help)
      return nil
    }
  }

  /// The work at each level, none where it is not stated; nil, after a complaint, when it cannot be.
  private static func levels(reading figures: Figures, full: WorkPerSecond?) -> [WorkPerSecond]? {
    let key = "throughput-by-level"
    guard figures.block.has(key) else { return [] }
    let levels = figures.value(
      key, "throughput at tenths of the load, 10 % to full",
      text: { $0.map { DecimalText.exact($0.value) }.joined(separator: " ") + " ssj_ops/s" },
      read: { $0.elements().compactMap { $0.quantity(WorkPerSecond.self) } })
    guard let levels else { return nil }
    guard levels.count == 10, zip(levels, levels.dropFirst()).allSatisfy({ $0 < $1 }), levels.last == full
    else {
      figures.block.error(
        key, "the work of \(levels.count) levels does not rise to 'throughput' in ten",
        help: "give the work at 10 %, 20 %, ... 100 %, the last as 'throughput' has it")
      return nil
    }
    return levels
  }

  static func text(of points: [Watts]) -> String {
    points.map { DecimalText.exact($0.value) }.joined(separator: " ") + " W"
  }

  private static func rises(_ points: [Watts], _ block: BlockReader) -> Bool {
    for (level, (lower, upper)) in zip(points, points.dropFirst()).enumerated()
    where upper < lower * (1 - noise) {
      block.error(
        "draw", "the power falls from \(lower) at \(level * 10) % to \(upper) at \((level + 1) * 10) %",
        help: "give the levels in rising order: active idle, 10 %, 20 %, ... 100 %")
      return false
    }
    return true
  }

  private static func startUp(reading figures: Figures) -> (profile: BootProfile, standby: Watts)? {
    let time = figures.quantity("time", "start-up time", as: Seconds.self)
    let share = figures.quantity("share-of-peak", "start-up power, share of peak", as: Fraction.self)
    let standby = figures.quantity("standby", "power while off", as: Watts.self)
    guard let time, let share, let standby else { return nil }
    let source = figures.evidence?.source ?? "stated for each figure"
    return (BootProfile(name: "catalogue", powerShare: share, duration: time, source: source), standby)
  }
}
