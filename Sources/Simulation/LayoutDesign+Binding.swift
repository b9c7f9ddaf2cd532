import Placement

extension LayoutDesign {
  /// Why one server less would not do, in words, such as `memory` or `cpu, for restarts`; nil when their number was
  /// given.
  public var bindingText: String? {
    bindingResource.map { binding in
      let what =
        switch binding.kind {
        case .resource(let resource): GuestSizing.resources[resource].name
        case .guestLimit: sizing.hostType.guestLimit == 1 ? "the guests, one to a server" : "guests per host"
        case .separation: "guests kept apart"
        case .affinity: "guests kept together"
        case .fence: "the hosts inside a fence"
        case .licence: "the hosts that a licence covers"
        case .budget: "a budget of power or weight"
        case .slots: "slots kept free"
        }
      return binding.isSpare ? "\(what), for restarts" : what
    }
  }
}
