import Economics
import Virtualization
import Workload

// What a layout of several techniques says that makes no sense.
extension Scenario {
  /// Exceptions for groups that are not there.
  func exceptionIssues(_ layout: Layout, _ path: String) -> [Issue] {
    layout.exceptions.filter { exception in !guests.contains { $0.name == exception.group } }.map {
      Issue(
        at: "\(path).except.\($0.group)", "there are no guests '\($0.group)'",
        help: "the groups are \(guests.map(\.name).joined(separator: ", "))")
    }
  }

  /// A line for a technique that the layout does not have, or for things that techniques share.
  func techniqueIssue(of line: CostLine, _ layout: Layout, at place: String) -> Issue? {
    guard let name = line.technique else { return nil }
    let known = layout.techniques.map(\.name)
    if !known.contains(name) {
      return Issue(
        at: place, "nothing runs under '\(name)' in layout '\(layout.name)'",
        help: "its techniques are \(known.joined(separator: ", "))")
    }
    let counted: [CostLine.Basis] = [.server, .socket, .guest]
    return counted.contains(line.basis)
      ? nil
      : Issue(
        at: place, "a cost by \(line.basis.rawValue) is not that of a technique",
        help: "write 'per: server', 'per: socket' or 'per: guest', or delete 'technique'")
  }
}
