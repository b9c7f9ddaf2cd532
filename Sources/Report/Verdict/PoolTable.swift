import Quantities
import ResultStore

/// The servers of a layout that runs several techniques: which are installed with what, and who runs there.
struct PoolTable: Sendable {
  let layout: StoredLayout

  init(_ layout: StoredLayout) { self.layout = layout }

  /// Whether there is more than one kind of servers.
  var isWorthTelling: Bool { layout.pools.count > 1 }

  /// A letter for each pool, with its techniques; none where all servers are alike.
  var letters: [(letter: String, title: String)] {
    guard isWorthTelling else { return [] }
    return layout.pools.enumerated().map { (PoolTable.letter($0), $1.title) }
  }

  /// `A`, `B` and so on, then `A2`.
  private static func letter(_ pool: Int) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    let round = pool / alphabet.count
    return String(alphabet[pool % alphabet.count]) + (round > 0 ? "\(round + 1)" : "")
  }

  /// `A: 5 x VMware ESX 3, B: 2 x Bare metal`.
  var summary: String {
    zip(letters, layout.pools).map { "\($0.letter): \($1.hosts) × \($1.title)" }.joined(separator: ", ")
  }

  /// Guests on a server of a pool that has any, on average.
  static func density(of pool: StoredPool) -> Double {
    Double(pool.guests) / Double(max(1, pool.hostsUsed))
  }

  /// The groups of a pool, each with what it runs under where the pool has several techniques.
  func groups(ofPool pool: Int, in study: StoredStudy) -> String {
    let members = layout.memberships.filter { $0.pool == pool && study.groups.indices.contains($0.group) }
    let techniques = Set(members.map(\.technique))
    return members.map { member in
      let name = study.groups[member.group].name
      return techniques.count > 1 ? "\(name) (\(member.technique))" : name
    }.joined(separator: ", ")
  }
}

extension Verdict {
  /// One block for each layout of several techniques: a line a pool.
  var poolBlocks: [[String]] {
    brief.layouts.map(PoolTable.init).filter(\.isWorthTelling).map { table in
      var rows = [[table.layout.name, "hosts", "guests", "a host", "set by"]]
      for pool in table.layout.pools {
        rows.append([
          pool.title, String(pool.hosts), String(pool.guests),
          Rounding.text(PoolTable.density(of: pool), decimals: 1), pool.binding ?? "given",
        ])
      }
      let tight = rows.map { $0.map { PlainText.ascii($0) } }
      let widths = tight[0].indices.map { column in tight.map { $0[column].count }.max() ?? 0 }
      return tight.flatMap { row in
        let numbers = (1...3).map { PlainText.padded(row[$0], to: widths[$0] + 2, right: true) }
        let line = PlainText.padded(row[0], to: widths[0]) + numbers.joined() + "  "
        // A long reason goes on below its column.
        return PlainText.wrapped(line + row[4], indent: line.count)
      }
    }
  }

  func json(_ pool: StoredPool) -> JSON {
    .object([
      "techniques": .string(pool.title), "servers": .integer(pool.hosts),
      "servers_used": .integer(pool.hostsUsed), "guests": .integer(pool.guests),
      "bound_by": .optional(pool.binding),
    ])
  }
}
