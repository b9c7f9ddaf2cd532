/// The identity of one thing among many of its kind: a dense number from zero that indexes arrays.
///
/// Each kind has its own type, so a rack's number can never select a host.
public protocol DenseID: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The number, 0 or more.
  var rawValue: Int32 { get }
  /// Creates an identity from its number, 0 or more.
  init(rawValue: Int32)
}

extension DenseID {
  /// Creates the identity of the thing at an index of its array.
  @inlinable public init(_ index: Int) { self.init(rawValue: Int32(index)) }
  /// The index of the thing in its array.
  @inlinable public var index: Int { Int(rawValue) }
  /// Orders by number.
  @inlinable public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  /// The number alone, from zero.
  public var description: String { String(rawValue) }
}

/// A host: a machine that runs guests, whether a rack server or a blade.
@frozen
public struct HostID: DenseID {
  public let rawValue: Int32
  @inlinable public init(rawValue: Int32) { self.rawValue = rawValue }
}

/// A guest: a workload that runs on a host.
@frozen
public struct GuestID: DenseID {
  public let rawValue: Int32
  @inlinable public init(rawValue: Int32) { self.rawValue = rawValue }
}

/// A blade enclosure.
@frozen
public struct EnclosureID: DenseID {
  public let rawValue: Int32
  @inlinable public init(rawValue: Int32) { self.rawValue = rawValue }
}

/// An interconnect module: a switch or pass-through that serves every blade of one enclosure.
@frozen
public struct InterconnectID: DenseID {
  public let rawValue: Int32
  @inlinable public init(rawValue: Int32) { self.rawValue = rawValue }
}

/// A rack.
@frozen
public struct RackID: DenseID {
  public let rawValue: Int32
  @inlinable public init(rawValue: Int32) { self.rawValue = rawValue }
}

/// A row of racks.
@frozen
public struct RowID: DenseID {
  public let rawValue: Int32
  @inlinable public init(rawValue: Int32) { self.rawValue = rawValue }
}

/// A power feed: one circuit from a distribution unit to one or more racks.
@frozen
public struct FeedID: DenseID {
  public let rawValue: Int32
  @inlinable public init(rawValue: Int32) { self.rawValue = rawValue }
}
