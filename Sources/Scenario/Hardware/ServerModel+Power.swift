import Facility
public import Power

extension ServerModel {
  /// The model with other power supplies in place of those it was measured with.
  ///
  /// The loss of the tested supplies is taken out of its curve at each load, that of the bank put on
  /// (`ServerPower.Supply.own`). Each supply has its cord: with a single one the server hangs on one feed.
  ///
  /// - Throws: a ``PowerProblem`` for a blade, for tested supplies that are unknown, and for a bank too small.
  public func supplied(by bank: PowerSupplyBank) throws(PowerProblem) -> ServerModel {
    guard blade == nil else {
      throw PowerProblem("\(title) is a blade: the supplies are its enclosure's", help: "delete 'supplies'")
    }
    let power = try ServerPower(
      measured: power.measured, tested: power.tested, supply: .own(bank), standby: power.standby,
      boot: power.boot)
    guard bank.state(carrying: bank.output(for: power.curve.peak)) == .protected else {
      let kept = bank.redundancy == .none ? "" : ", with mode '\(bank.redundancy.rawValue)',"
      throw PowerProblem(
        "supplies of \(bank.installedRating) in all\(kept) cannot carry \(title) at full load",
        help: "raise the rating or the count")
    }
    return with(power, cables: cables.with(powerCords: bank.installed))
  }

  /// The model with a formula between its measured idle and peak power, in place of its measured curve: for comparison with
  /// programs that know no other.
  ///
  /// - Throws: a ``PowerProblem`` for a formula that cannot be, or supplies that cannot be taken out of it.
  public func drawing(as model: PowerCurveModel, exponent: Double) throws(PowerProblem) -> ServerModel {
    let measured = power.measured
    let curve = try model.make(
      PowerCurveModel.Arguments(
        idle: measured.idle, peak: measured.peak, exponent: exponent, plane: measured.plane))
    return with(
      try ServerPower(
        measured: curve, tested: power.tested, supply: power.supply, standby: power.standby, boot: power.boot)
    )
  }

  private func with(_ power: ServerPower, cables: CableCount? = nil) -> ServerModel {
    ServerModel(
      slug: slug, title: title, year: year, form: form, weight: weight, processor: processor, memory: memory,
      maximumMemory: maximumMemory, throughput: throughput, throughputByLevel: throughputByLevel,
      power: power,
      isMeasuredInEnclosure: isMeasuredInEnclosure, cables: cables ?? self.cables, price: price,
      embodiedCarbon: embodiedCarbon, facts: facts)
  }
}
