import Documents
import Quantities
import Scenario

/// Where groups of guests may stand.
enum GroupRulesBlock {
  static let keys: [KeyDeclaration] = [
    .optional(
      "apart", .list(of: .block(apart)), default: "none",
      "Guests of which no more than a few share a server or an enclosure."),
    .optional(
      "together", .list(of: .block(together)), default: "none",
      "Groups whose guests stand on one server or in one enclosure."),
    .optional(
      "fences", .list(of: .block(fence)), default: "none", "Groups whose guests may use only some servers."),
    .optional(
      "licences", .list(of: .block(licence)), default: "none",
      "Software that each server pays for that runs a guest of some groups."),
  ]

  private static let places = GroupRules.Place.allCases.map(\.rawValue)
  private static let groups = KeyDeclaration.required("guests", .list(of: .text), "The groups, by name.")

  private static let apart = BlockSchema(
    "apart", "Guests that are kept apart, so that one failure takes few of them.",
    keys: [
      groups,
      .optional(
        "over", .choice(places), default: "server",
        "What they are kept apart over; a rack server is its own enclosure."),
      .optional("at most", .integer(1...100_000), default: "1", "The most of them in one."),
    ])

  private static let together = BlockSchema(
    "together", "Guests that stand together: all of some groups.",
    keys: [
      groups,
      .optional(
        "in", .choice(places), default: "server", "Within what they stand."),
    ])

  private static let fence = BlockSchema(
    "fence", "Guests that may use only some servers.",
    keys: [
      groups,
      .optional(
        "from server", .integer(1...mostServers), default: "1", "The first server that they may use, from 1."),
      .required("to server", .integer(1...mostServers), "The last server that they may use."),
    ])

  private static let licence = BlockSchema(
    "licence", "Software that is licensed by the server.",
    keys: [
      .required("name", .text, "What it is called."),
      groups,
      .required(
        "price", .money,
        "What each server pays, once, that runs one of these guests in the plan. Policies that weigh prices put them on "
          + "few servers."),
      .optional(
        "servers", .integer(1...mostServers), default: "as many as are paid for",
        "How many servers are licensed at most."),
    ])

  private static let mostServers = 1_000_000

  static func read(_ block: BlockReader) -> GroupRules? {
    let apart = all(block.list("apart")) { $0.block().flatMap(Self.apart(_:)) }
    let together = all(block.list("together")) { $0.block().flatMap(Self.together(_:)) }
    let fences = all(block.list("fences")) { $0.block().flatMap(Self.fence(_:)) }
    let licences = all(block.list("licences")) { $0.block().flatMap(Self.licence(_:)) }
    guard let apart, let together, let fences, let licences else { return nil }
    return GroupRules(apart: apart, together: together, fences: fences, licences: licences)
  }

  private static func groups(_ block: BlockReader) -> [String]? { all(block.list("guests")) { $0.text() } }

  private static func apart(_ block: BlockReader) -> GroupRules.Apart? {
    let place = block.has("over") ? block.choice("over", as: GroupRules.Place.self) : .server
    let limit = block.has("at most") ? block.integer("at most") : 1
    guard let groups = groups(block), let place, let limit else { return nil }
    return GroupRules.Apart(groups, over: place, limit: limit)
  }

  private static func together(_ block: BlockReader) -> GroupRules.Together? {
    let place = block.has("in") ? block.choice("in", as: GroupRules.Place.self) : .server
    guard let groups = groups(block), let place else { return nil }
    return GroupRules.Together(groups: groups, place: place)
  }

  private static func fence(_ block: BlockReader) -> GroupRules.Fence? {
    let first = block.has("from server") ? block.integer("from server") : 1
    guard let groups = groups(block), let first, let last = block.integer("to server") else { return nil }
    return GroupRules.Fence(groups: groups, first: first, last: last)
  }

  private static func licence(_ block: BlockReader) -> GroupRules.Licence? {
    let (name, price) = (block.text("name"), block.money("price"))
    let servers = block.integer("servers")
    guard let groups = groups(block), let name, let price, servers != nil || !block.has("servers") else {
      return nil
    }
    return GroupRules.Licence(name: name, groups: groups, price: price, servers: servers)
  }
}
