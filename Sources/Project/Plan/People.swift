public import Quantities

/// What people are paid as: administrators, network engineers, hands in the room.
public struct Role: Sendable, Hashable {
  /// The name.
  public var name: String
  /// What an hour costs the project, wages and overhead. Only hours worked on tasks are charged.
  public var price: LaborPrice

  /// Creates a role.
  public init(_ name: String, price: LaborPrice) {
    self.name = name
    self.price = price
  }
}

/// What a task asks of the person who does it.
public struct Skill: Sendable, Hashable {
  /// The name.
  public var name: String
  /// The course that teaches it; nil when nobody needs one.
  public var course: Course?

  /// Creates a skill.
  public init(_ name: String, course: Course? = nil) {
    self.name = name
    self.course = course
  }
}

/// A course that makes a person productive with a tool: it takes the person away first, and speeds tasks up later.
public struct Course: Sendable, Hashable {
  /// Working time it takes one person.
  public var length: Seconds
  /// The fee for one person.
  public var price: Money
  /// How many go at a time; nil when all may.
  public var seats: Int?
  /// Speed at tasks of the skill before the course; zero when none may be touched.
  public var speedBefore: Fraction
  /// Speed at tasks of the skill after it.
  public var speedAfter: Fraction

  /// Creates a course.
  public init(
    length: Seconds, price: Money, seats: Int? = nil, speedBefore: Fraction = .zero,
    speedAfter: Fraction = .one
  ) {
    self.length = length
    self.price = price
    self.seats = seats
    self.speedBefore = speedBefore
    self.speedAfter = speedAfter
  }
}

/// Someone who works for the project.
public struct Person: Sendable, Hashable {
  /// The name, or a number in a team.
  public var name: String
  /// The role that is paid.
  public var role: String
  /// The calendar of working hours.
  public var calendar: String
  /// Whether the person also comes in for change windows outside these hours, for work that must be done in them.
  public var joinsWindows: Bool
  /// What the person can do, or can learn by the skill's course.
  public var skills: [String]
  /// Skills whose course the person has had already.
  public var trained: [String]
  /// Days off.
  public var absences: [DateSpan]
  /// Speed at every task: a task of 4 h takes 4 h over this.
  public var speed: Fraction

  /// Creates a person.
  public init(
    _ name: String, role: String, calendar: String, joinsWindows: Bool = false, skills: [String],
    trained: [String] = [], absences: [DateSpan] = [], speed: Fraction = .one
  ) {
    self.name = name
    self.role = role
    self.calendar = calendar
    self.joinsWindows = joinsWindows
    self.skills = skills
    self.trained = trained
    self.absences = absences
    self.speed = speed
  }
}

/// Work of one person: how long it takes at full speed, and who can do it.
public struct Labor: Sendable, Hashable {
  /// Hours of one person at full speed; zero when there is nothing to do.
  public var effort: Seconds
  /// The skill it takes.
  public var skill: String

  /// Creates work.
  public init(_ effort: Seconds, _ skill: String) {
    self.effort = effort
    self.skill = skill
  }

  /// Nothing to do.
  public static let none = Labor(.zero, "")
}
