extension Scenario {
  /// Every problem of the scenario as a whole, in the order of the file.
  public func issues() -> [Issue] {
    var found: [Issue] = []
    for (index, layout) in layouts.enumerated() {
      if layouts[..<index].contains(where: { $0.name == layout.name }) {
        found.append(
          Issue(
            at: "layouts[\(index)].name", "two layouts are named '\(layout.name)'", help: "rename one of them"
          ))
      }
    }
    return found
  }
}
