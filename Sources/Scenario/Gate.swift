public import Quantities

/// A condition that a study must meet, such as `savings(blades).energy >= 60 %`.
///
/// A gate names a layout and a metric. `savings(L).m` is the part of the first layout's `m` that layout `L` saves,
/// `difference(L).m` the same in the metric's own unit, `value(L).m` the metric itself, `payback(L).cost` the years until
/// layout `L` has cost no more than the first. A gate fails when its condition does not hold for the mean over
/// replications.
public struct Gate: Sendable, Hashable {
  /// What is measured.
  public enum Metric: String, Sendable, Hashable, CaseIterable {
    /// Energy at the meter, kWh a year.
    case energy
    /// Energy of the IT equipment at its inlets, kWh a year.
    case equipment
    /// Mean power at the meter, kW.
    case power
    /// Money over the horizon.
    case cost
    /// Floor area, m2.
    case floor
    /// Racks.
    case racks
    /// Servers.
    case servers
    /// Greenhouse gas of operation over the horizon, kg.
    case carbon
    /// Power usage effectiveness.
    case pue
    /// Hours a guest is down in a year, mean over guests.
    case downtime
    /// Hours from the loss of the site until the last guest is back.
    case rto
    /// Hours of work that the guest that loses most loses with the site.
    case rpo
    /// Hours from the wish for a guest until it runs, mean over guests that came to run.
    case provisioning
    /// Hours of it that a guest waited for room, mean over the same.
    case waiting
    /// The warmest air that a rack draws in when all draw their highest power, °C.
    case intake
    /// Water usage effectiveness: litres of water for each kWh of IT energy.
    case wue
    /// Carbon usage effectiveness: kg CO2e for each kWh of IT energy.
    case cue
    /// Energy reuse effectiveness: PUE less the heat that is put to use.
    case ere
    /// Data centre infrastructure efficiency: IT energy in per cent of that at the meter.
    case dcie
    /// Work served for each joule at the meter, ssj_ops/J.
    case work
    /// Per cent of the time in which the plant did not remove all heat.
    case unmet

    /// Whether it takes a layout with a plan of recovery, and a site that is lost.
    public var isOfRecovery: Bool { self == .rto || self == .rpo }
  }

  /// How the metric is taken.
  public enum Form: String, Sendable, Hashable, CaseIterable {
    /// The share saved against the first layout.
    case savings
    /// What is saved against the first layout, in the metric's own unit.
    case difference
    /// The value itself, in the metric's own unit.
    case value
    /// Years until what it costs more at the start has come back; of costs only.
    case payback
  }

  /// How metric and limit are compared.
  public enum Comparison: String, Sendable, Hashable, CaseIterable {
    case atLeast = ">="
    case atMost = "<="
    case above = ">"
    case below = "<"
  }

  /// The condition as written.
  public let text: String
  /// How the metric is taken.
  public let form: Form
  /// The layout's name.
  public let layout: String
  /// The metric.
  public let metric: Metric
  /// The comparison.
  public let comparison: Comparison
  /// The limit: a share for savings, else in the metric's unit.
  public let limit: Double

  /// Reads a condition.
  public init(_ text: String) throws(QuantityProblem) {
    let example = "write it like savings(blades).energy >= 60 %"
    var words = text.split(separator: " ", omittingEmptySubsequences: true)
    guard words.count >= 3, let comparison = Comparison(rawValue: String(words[1])) else {
      throw QuantityProblem("'\(text)' is not a condition", help: example)
    }
    let left = words.removeFirst()
    words.removeFirst()
    guard let open = left.firstIndex(of: "("), let close = left.firstIndex(of: ")"), open < close,
      left[close...].hasPrefix(").")
    else {
      throw QuantityProblem("'\(left)' does not name a layout and a metric", help: example)
    }
    guard let form = Form(rawValue: String(left[..<open])) else {
      throw QuantityProblem(
        "'\(left[..<open])' is not a way to measure",
        help:
          "use savings(LAYOUT).METRIC, difference(LAYOUT).METRIC, value(LAYOUT).METRIC or payback(LAYOUT).cost"
      )
    }
    let name = left[left.index(close, offsetBy: 2)...]
    guard let metric = Metric(rawValue: String(name)) else {
      throw QuantityProblem(
        "unknown metric '\(name)'",
        help: "use one of \(Metric.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    let layout = left[left.index(after: open)..<close]
    guard form != .payback || metric == .cost else {
      throw QuantityProblem("'\(name)' is not paid back", help: "write payback(\(layout)).cost")
    }
    guard form != .savings || metric != .intake else {
      throw QuantityProblem(
        "'intake' is a temperature, of which there are no shares", help: "write value(\(layout)).intake <= 27"
      )
    }
    let limit = words.joined(separator: " ")
    switch form {
    case .savings: self.limit = try Fraction(limit).value
    case .difference, .value, .payback:
      guard let number = DecimalText.number(limit[...]) else {
        throw QuantityProblem(
          "'\(limit)' is not a plain number", help: "write the limit without a unit; only savings are shares")
      }
      self.limit = number
    }
    self.text = text
    self.form = form
    self.layout = String(layout)
    self.metric = metric
    self.comparison = comparison
  }

  /// Whether a measured value meets the condition.
  public func holds(for measured: Double) -> Bool {
    switch comparison {
    case .atLeast: measured >= limit
    case .atMost: measured <= limit
    case .above: measured > limit
    case .below: measured < limit
    }
  }
}
