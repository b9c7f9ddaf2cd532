/// The guests of a problem as parallel arrays; a guest is an index from 0.
public struct GuestTable: Hashable, Sendable {
  /// How many resources a size has.
  public let resourceCount: Int
  /// Sizes, guest by guest: the amount of resource `r` that guest `g` takes is at `g * resourceCount + r`.
  public private(set) var sizes: [Int32] = []
  /// The class of each guest: the row of the compatibility matrix.
  public private(set) var classes: [Int32] = []

  /// Creates an empty table.
  public init(resourceCount: Int) {
    precondition(resourceCount > 0, "a guest takes at least one resource")
    self.resourceCount = resourceCount
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
  ///   - size: the amount of each resource, not negative.
  ///   - guestClass: the row of the compatibility matrix.
  public mutating func append(size: some Collection<Int32>, guestClass: Int32 = 0) {
    precondition(size.count == resourceCount, "a size has one amount for each resource")
    precondition(size.allSatisfy { $0 >= 0 }, "a guest cannot take a negative amount")
    precondition(guestClass >= 0, "a guest class is an index")
    sizes.append(contentsOf: size)
    classes.append(guestClass)
  }

  /// Adds equal guests.
  public mutating func append(size: some Collection<Int32>, guestClass: Int32 = 0, copies: Int) {
    for _ in 0..<copies { append(size: size, guestClass: guestClass) }
  }

  /// The amount of a resource that a guest takes.
  @inlinable public func size(of guest: Int32, _ resource: Int) -> Int32 {
    sizes[Int(guest) * resourceCount + resource]
  }
}
