public import Project

/// How the guests of the first layout are moved into another.
///
/// Old servers and new equipment are those of the two layouts, which are counted when they are designed; here is
/// everything else.
public struct ProjectChoice: Sendable, Hashable {
  /// Guests that move under terms of their own.
  public struct Exception: Sendable, Hashable {
    /// The name of their group.
    public var guests: String
    /// What moving them takes.
    public var move: MoveGroup

    /// Creates an exception.
    public init(guests: String, move: MoveGroup) {
      self.guests = guests
      self.move = move
    }
  }

  /// The layout that is moved to, by name.
  public var target: String
  /// People, times, tasks and waves; without old servers and new equipment.
  public var frame: ProjectPlan
  /// What moving a guest and removing its server takes; its name, counts, data and watts are not used.
  public var move: MoveGroup
  /// Guests that move under terms of their own.
  public var exceptions: [Exception]
  /// How new equipment is ordered and set up; its name, counts, watts and price are not used.
  public var equipment: EquipmentOrder

  /// Creates a choice.
  public init(
    target: String, frame: ProjectPlan, move: MoveGroup, exceptions: [Exception] = [],
    equipment: EquipmentOrder
  ) {
    self.target = target
    self.frame = frame
    self.move = move
    self.exceptions = exceptions
    self.equipment = equipment
  }

  /// What moving the guests of a group takes.
  public func move(of guests: String) -> MoveGroup {
    exceptions.first { $0.guests == guests }?.move ?? move
  }
}
