/// What rules say about a host that some guests are about to leave.
extension FleetState {
  /// Whether the rules admit a guest once others have left its host, as far as that shows while they are there.
  ///
  /// Who leaves makes room in separations, licences, budgets and slots, and in none of them less. So whom the rules admit now
  /// they admit then; and a fence, or a separation that none of those who leave counts in, keeps him off then as now.
  ///
  /// **Valid for** problems without affinities, whose groups may stand elsewhere once a guest has left, and without profiles.
  /// - Returns: nil when they must leave to find out.
  func rulesAdmit(flavour: Int32, on host: Int32, without leaving: [Int32]) -> Bool? {
    guard load == nil, problem.rules.affinities.isEmpty else { return nil }
    if let rule = fullSeparation(flavour: flavour, on: host) {
      let isLeft = leaving.contains { guest in
        problem.flavours.separations[Int(flavourOfGuest[Int(guest)])].contains(rule)
      }
      return isLeft ? nil : false
    }
    switch blocker(of: flavour, on: host) {
    case nil: return true
    case .fence: return false
    default: return nil
    }
  }

  /// How much more work it is to put or remove a guest where rules count it, in steps.
  var stepsPerRuledMove: Int { hasRules && load == nil ? 10 : 0 }
}
