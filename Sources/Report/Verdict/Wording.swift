import Quantities
import ResultStore

/// Small words that every sentence needs.
enum Wording {
  /// A number of things: `1 rack`, `8 racks`.
  static func count(_ number: Int, _ noun: String) -> String {
    "\(Rounding.text(Double(number), decimals: 0)) \(noun)\(number == 1 ? "" : "s")"
  }

  /// Items in a row: `a`, `a and b`, `a, b and c`.
  static func list(_ items: [String]) -> String {
    guard let last = items.last else { return "" }
    let others = items.dropLast()
    return others.isEmpty ? last : "\(others.joined(separator: ", ")) and \(last)"
  }

  /// A length of time in whole years, weeks, days or hours.
  static func duration(_ duration: Seconds) -> String {
    let units: [(name: String, length: Seconds)] = [
      ("year", .year), ("week", Seconds(days: 7)), ("day", Seconds(days: 1)),
    ]
    for unit in units {
      let number = duration / unit.length
      if number >= 1, number.rounded() == number { return count(Int(number), unit.name) }
    }
    return "\(Rounding.significant(duration.hours)) hours"
  }

  /// A sentence from its clauses, with a capital letter unless it begins with a name.
  static func sentence(_ text: String) -> String { text.isEmpty ? "" : text + "." }
}
