/// The guests of a problem as parallel arrays; a guest is an index from 0.
public struct GuestTable: Hashable, Sendable {
  /// How many resources a size has.
  public let resourceCount: Int
  /// Sizes, guest by guest: the amount of resource `r` that guest `g` takes is at `g * resourceCount + r`.
  public private(set) var sizes: [Int32] = []
  /// The class of each guest: the row of the compatibility matrix.
  public private(set) var classes: [Int32] = []
  /// What guests take over time; nil when sizes stand still.
  public let profiles: DemandProfiles?
  /// The profile of each guest; empty when sizes stand still.
  public private(set) var profileOfGuest: [Int32] = []

  /// Creates an empty table.
  ///
  /// - Parameter profiles: what guests take over time. Each guest of the table then has one of them.
  public init(resourceCount: Int, over profiles: DemandProfiles? = nil) {
    precondition(resourceCount > 0, "a guest takes at least one resource")
    precondition(
      profiles?.resources.allSatisfy { (0..<resourceCount).contains($0) } ?? true, "a listed resource varies")
    self.resourceCount = resourceCount
    self.profiles = profiles
  }

  /// How many guests there are.
  public var count: Int { classes.count }

  /// Makes room for a number of guests.
  public mutating func reserveCapacity(_ count: Int) {
    sizes.reserveCapacity(count * resourceCount)
    classes.reserveCapacity(count)
  }

  /// Adds a guest.
  ///
  /// - Parameters:
  ///   - size: the amount of each resource, not negative. In a resource that varies the steady size of the profile takes its
  ///     place.
  ///   - guestClass: the row of the compatibility matrix.
  ///   - profile: what it takes over time, in a table with profiles.
  public mutating func append(size: some Collection<Int32>, guestClass: Int32 = 0, profile: Int32? = nil) {
    precondition((profile == nil) == (profiles == nil), "in a table with profiles every guest has one")
    precondition(size.count == resourceCount, "a size has one amount for each resource")
    precondition(size.allSatisfy { $0 >= 0 }, "a guest cannot take a negative amount")
    precondition(guestClass >= 0, "a guest class is an index")
    sizes.append(contentsOf: size)
    classes.append(guestClass)
    guard let profiles, let profile else { return }
    precondition(profile >= 0 && profile < profiles.count, "a guest has an existing profile")
    profileOfGuest.append(profile)
    for (position, resource) in profiles.resources.enumerated() {
      sizes[sizes.count - resourceCount + resource] =
        profiles.steady[Int(profile) * profiles.resources.count + position]
    }
  }

  /// Adds equal guests.
  public mutating func append(size: some Collection<Int32>, guestClass: Int32 = 0, copies: Int) {
    for _ in 0..<copies { append(size: size, guestClass: guestClass) }
  }

  /// The amount of a resource that a guest takes.
  @inlinable public func size(of guest: Int32, _ resource: Int) -> Int32 {
    sizes[Int(guest) * resourceCount + resource]
  }

  /// What a host must offer of a resource that a guest has to itself: its size, or what its profile asks for.
  public func largest(of guest: Int32, _ resource: Int) -> Int32 {
    guard let profiles, let position = profiles.resources.firstIndex(of: resource) else {
      return size(of: guest, resource)
    }
    return profiles.alone[Int(profileOfGuest[Int(guest)]) * profiles.resources.count + position]
  }

  /// The same guests with sizes that stand still, in resources that vary those given for each profile.
  func standing(at levels: [Int32]) -> GuestTable {
    guard let profiles else { return self }
    var table = GuestTable(resourceCount: resourceCount)
    table.sizes = sizes
    table.classes = classes
    let count = profiles.resources.count
    for (guest, profile) in profileOfGuest.enumerated() {
      for (position, resource) in profiles.resources.enumerated() {
        table.sizes[guest * resourceCount + resource] = levels[Int(profile) * count + position]
      }
    }
    return table
  }
}
