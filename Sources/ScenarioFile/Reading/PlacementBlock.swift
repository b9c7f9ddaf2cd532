import Documents
import Placement
import Quantities
import Scenario
import Virtualization

/// How guests are put on hosts.
enum PlacementBlock {
  static let schema = BlockSchema(
    "placement", "How guests are put on hosts, with the settings of the policy.",
    keys: [
      .optional(
        "policy", .choice(PolicyCatalog.all.map(\.name)), default: usualPolicy, "The policy."),
      .optional(
        "one guest per host", .boolean, default: "true on bare metal, else false",
        "Whether each guest has a host to itself."),
      .optional(
        "spare", .text, default: "none",
        "What capacity is kept free: `none`, `one enclosure`, `one host`, `3 hosts`, `3 hosts by slots` or `10 %`; with "
          + "several techniques (`except`) on the hosts of each."),
      .optional(
        "when full", .choice(["refuse", "wait"]), default: "refuse",
        "What becomes of guests for which there is no room on the servers that there are: the layout is refused, or they wait."
      ),
    ] + GroupRulesBlock.keys + settings.keys)

  /// What is used when a layout names no policy.
  private static let usualPolicy = "portfolio"

  private static let settings = Settings(
    PolicyCatalog.all.map { entry in
      Settings.Owner(
        name: entry.name,
        keys: entry.parameters.map {
          .optional($0.name, .choice($0.choices), default: $0.defaultChoice, $0.summary)
        })
    })

  static func read(_ block: BlockReader, technique: Technique?) -> PlacementChoice? {
    let name = block.has("policy") ? block.choice("policy") : usualPolicy
    let entry = name.flatMap { PolicyCatalog.entry(named: $0) }
    let isAlone = block.boolean("one guest per host") ?? (technique?.kind == .bareMetal)
    let spare = block.has("spare") ? block.value("spare", spare(_:)) : PlacementChoice.Spare.none
    let rules = GroupRulesBlock.read(block)
    let isPatient = block.has("when full") ? block.choice("when full").map { $0 == "wait" } : false
    guard let entry, let isPatient, let rules else { return nil }
    settings.refuseOthers(than: entry.name, called: "policy", in: block)
    var chosen: [String: String] = [:]
    for parameter in entry.parameters {
      if let choice = block.choice(parameter.name) { chosen[parameter.name] = choice }
    }
    do throws(PolicyProblem) {
      let policy = try entry.policy(chosen)
      return spare.map {
        PlacementChoice(
          policy: policy, oneGuestPerHost: isAlone, spare: $0, rules: rules, waitsWhenFull: isPatient)
      }
    } catch {
      block.error("policy", error.message, help: error.help)
      return nil
    }
  }

  static func usual(for technique: Technique?) -> PlacementChoice? {
    guard let technique, let policy = try? PolicyCatalog.entry(named: usualPolicy)?.policy() else {
      return nil
    }
    return PlacementChoice(policy: policy, oneGuestPerHost: technique.kind == .bareMetal)
  }

  private static let most = 100_000

  private static func spare(_ text: String) -> Result<PlacementChoice.Spare, ValueProblem> {
    switch text {
    case "none": return .success(.none)
    case "one enclosure": return .success(.enclosure)
    case "one host": return .success(.host)
    default: break
    }
    let words = text.split(separator: " ")
    let isBySlots = words.count == 4 && words[2] == "by" && words[3] == "slots"
    if words.count == 2 || isBySlots, words[1] == "hosts" || words[1] == "host", let count = Int(words[0]) {
      guard (0...most).contains(count) else {
        return .failure(ValueProblem("must be between 0 and \(most) hosts, found \(count)"))
      }
      return .success(isBySlots ? .slots(count) : .hosts(count))
    }
    if text.hasSuffix("%") {
      return parsed { () throws(QuantityProblem) in try Fraction(text) }
        .flatMap { Allowed.between(.zero, Fraction(percent: 99)).check($0, written: text) }
        .map { .fraction($0) }
    }
    return .failure(
      Names.unknown(
        text, among: ["none", "one enclosure", "one host", "3 hosts", "3 hosts by slots", "10 %"]))
  }
}
