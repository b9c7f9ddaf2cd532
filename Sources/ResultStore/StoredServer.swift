/// One server: a piece of equipment of its own, or a blade in one.
public struct StoredServer: Sendable, Hashable {
  /// Its number, from 0.
  public var host: Int
  /// The equipment it is, or sits in.
  public var equipment: Int
  /// Guests that were planned on it.
  public var guests: Int
  /// Where it sits in its enclosure; nil for a rack server.
  public var bay: StoredBay?
  /// Its pool, from 0.
  public var pool = 0
}

/// Bays that a blade covers.
public struct StoredBay: Sendable, Hashable {
  /// The printed number of the upper left one, from 1.
  public var number: Int
  /// Its column, from 0 at the left as seen from the front.
  public var column: Int
  /// Its row, from 0 at the top.
  public var row: Int
  /// Bays covered side by side.
  public var columns: Int
  /// Bays covered one below the other.
  public var rows: Int
  /// The part of a shared bay, from 0, of so many.
  public var part: Int
  /// How many blades share the bay; 1 for a blade that has its bays alone.
  public var parts: Int
}

/// A model of enclosure and the bays on its front.
public struct StoredEnclosure: Sendable, Hashable {
  /// The model.
  public var title: String
  /// Standard bays side by side.
  public var columns: Int
  /// Standard bays one below the other.
  public var rows: Int
}
