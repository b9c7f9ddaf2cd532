import Facility
import Quantities

extension Scenario {
  /// The problems of what stands beside the servers of a layout.
  func equipmentIssues(_ layout: Layout, _ path: String) -> [Issue] {
    let choice = layout.racks ?? site.racks
    var found = repeated(layout.equipment.map(\.name)).map { index, name in
      Issue(
        at: "\(path).equipment[\(index)].name", "two kinds of equipment are named '\(name)'",
        help: "rename one, or add up their counts")
    }
    for (index, other) in layout.equipment.enumerated() {
      let place = "\(path).equipment[\(index)]"
      do throws(RackRefusal) {
        _ = try RackPlan([other.piece], limits: choice.limits, powerRule: choice.powerRule)
      } catch {
        found.append(
          Issue(
            at: "\(place)\(error.equipmentKey)", "\(error)",
            help: "raise the limit of the racks, or take smaller pieces"))
      }
      guard let price = other.price else { continue }
      if let issue = currencyIssue(of: price, "this price", at: "\(place).price") { found.append(issue) }
      if price.amount * Double(other.count) > Scenario.mostMoney {
        found.append(
          Issue(
            at: "\(place).price", "\(price) for each of \(other.count) is too large", help: "lower the price")
        )
      }
    }
    return found
  }
}

extension RackRefusal {
  /// The key of the equipment that is beyond a limit, behind that of the equipment.
  fileprivate var equipmentKey: String {
    guard case .overLimit(_, _, let constraint, _, _) = self else { return "" }
    return switch constraint {
    case .units: ".height"
    case .power, .circuit: ".power"
    case .weight: ".weight"
    case .ports: ".ports"
    }
  }
}
