import Documents
import Placement
import Simulation

/// Which guest is on which host today, from a table with the columns `guest` and `host`.
///
/// Hosts have any names and are numbered in the order in which they come first; a row without a guest lists a host that
/// holds none.
struct CurrentPlacement {
  /// The names of the hosts.
  private(set) var hosts: [String] = []
  private var hostOfGuest: [String: Int32] = [:]
  private var rowOfGuest: [String: Place] = [:]
  private let file: SourceFile

  /// Reads a table; tells of every problem before it gives up.
  init(path: String) throws {
    let diagnostics = Diagnostics()
    defer { Terminal.show(diagnostics) }
    do throws(SourceFile.ReadFailure) {
      file = try SourceFile.read(path: path)
    } catch {
      Terminal.message("error: \(error.description)")
      throw Exit.noInput
    }
    read(diagnostics)
    if diagnostics.hasErrors { throw Exit.invalidData }
  }

  private mutating func read(_ diagnostics: Diagnostics) {
    var table = CSVReader(file, into: diagnostics)
    guard let guestColumn = table.column("guest"), let hostColumn = table.column("host") else { return }
    var numbers: [String: Int32] = [:]
    while let row = table.next() {
      let (guest, host) = (row.text(guestColumn), row.text(hostColumn))
      guard !host.isEmpty else {
        diagnostics.error(
          at: row.place(hostColumn), "the row names no host", help: "give the host that the guest is on")
        continue
      }
      let number = numbers[host] ?? Int32(hosts.count)
      if numbers[host] == nil {
        numbers[host] = number
        hosts.append(host)
      }
      guard !guest.isEmpty else { continue }
      if let former = rowOfGuest[guest] {
        diagnostics.error(
          at: row.place(guestColumn), "the guest '\(guest)' is on a second host",
          help: "its first row is line \(former.span?.start.line ?? 1); keep one of the two")
        continue
      }
      hostOfGuest[guest] = number
      rowOfGuest[guest] = row.place(guestColumn)
    }
    if hosts.isEmpty, !diagnostics.hasErrors {
      diagnostics.error(at: Place(file: file), "the table names no host")
    }
  }

  /// The host of each guest of a layout.
  ///
  /// - Throws: an exit code when a guest has no row, or a row no guest; all are told.
  func places(of guests: LayoutMoves, layout: String) throws -> [Int32] {
    let diagnostics = Diagnostics()
    defer { Terminal.show(diagnostics) }
    let known = Set(guests.names)
    // Complaints are shown by their place, whatever the order here.
    for (name, place) in rowOfGuest where !known.contains(name) {
      diagnostics.error(
        at: place, "the layout '\(layout)' has no guest '\(name)' at its busiest moment",
        help: guests.names.first.map { "guests are named like '\($0)'" })
    }
    let missing = guests.names.filter { hostOfGuest[$0] == nil }
    if let first = missing.first {
      diagnostics.error(
        at: Place(file: file),
        missing.count == 1
          ? "there is no row for the guest '\(first)'"
          : "there is no row for \(missing.count) guests, '\(first)' the first",
        help: "every guest of the layout needs a host")
    }
    if diagnostics.hasErrors { throw Exit.invalidData }
    return guests.names.map { hostOfGuest[$0] ?? -1 }
  }

  /// Tells which rules today's placement breaks; moves only lead away from such hosts.
  func warn(_ places: [Int32], _ guests: LayoutMoves) {
    for violation in PlacementChecker(guests.problem).ruleViolations(of: places) {
      let text: String? =
        switch violation {
        case .overfull(let host, let resource):
          "\(hosts[Int(host)]) offers less \(guests.problem.resources[resource]) than its guests take"
        case .tooManyGuests(let host): "\(hosts[Int(host)]) holds more guests than it may"
        case .spareHostUsed(let host): "\(hosts[Int(host)]) is to stay empty but holds guests"
        default: nil
        }
      if let text { Terminal.message("\(file.name): warning: \(text) by the limits of the layout") }
    }
  }
}
