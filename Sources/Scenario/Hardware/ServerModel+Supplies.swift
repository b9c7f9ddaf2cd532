public import Power

extension ServerModel {
  /// The model with other power supplies in place of those it was measured with.
  ///
  /// The loss of the tested supplies is taken out of its curve at each load, that of the bank put on
  /// (`ServerPower.Supply.own`).
  ///
  /// - Throws: a ``PowerProblem`` for a blade, for tested supplies that are unknown, and for a bank too small.
  public func supplied(by bank: PowerSupplyBank) throws(PowerProblem) -> ServerModel {
    guard blade == nil else {
      throw PowerProblem("\(title) is a blade: the supplies are its enclosure's", help: "delete 'supplies'")
    }
    let power = try ServerPower(
      measured: power.measured, tested: power.tested, supply: .own(bank), standby: power.standby,
      boot: power.boot)
    guard bank.state(carrying: bank.output(for: power.curve.peak)) != .overloaded else {
      throw PowerProblem(
        "supplies of \(bank.installedRating) in all cannot carry \(title) at full load",
        help: "raise the rating or the count")
    }
    return ServerModel(
      slug: slug, title: title, year: year, form: form, weight: weight, processor: processor, memory: memory,
      maximumMemory: maximumMemory, throughput: throughput, throughputByLevel: throughputByLevel,
      power: power,
      cables: cables, price: price, embodiedCarbon: embodiedCarbon, facts: facts)
  }
}
