import Documents

/// Complaints about names.
enum Names {
  /// The complaint about a name that is none of those known.
  static func unknown(_ name: String, among known: [String], listedBy command: String? = nil) -> ValueProblem
  {
    let help =
      if let nearest = EditDistance.nearest(to: name, in: known) {
        "did you mean '\(nearest)'?"
      } else {
        command.map { "'\($0)' lists those known" } ?? "use one of \(known.joined(separator: ", "))"
      }
    return ValueProblem("cannot be '\(name.prefix(60))'", help: help)
  }
}
