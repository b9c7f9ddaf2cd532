/// A shape of demand over the week, to be scaled to any mean and peak: a catalogue entry.
///
/// Two patterns are equal when their names are.
public struct DemandPattern: Sendable, Hashable {
  /// The name in scenario files, such as `office-hours`.
  public let name: String
  /// What it stands for, in a sentence.
  public let title: String
  /// What shapes it.
  public let parameters: [DemandParameter]
  /// Makes the shape: relative demand, above 0 and at most about 1, at a moment of the week.
  package let makeShape: @Sendable (DemandShapeValues) -> (WeekMoment) -> Double

  init(
    name: String, title: String, parameters: [DemandParameter] = [],
    makeShape: @escaping @Sendable (DemandShapeValues) -> (WeekMoment) -> Double
  ) {
    self.name = name
    self.title = title
    self.parameters = parameters
    self.makeShape = makeShape
  }

  public static func == (left: DemandPattern, right: DemandPattern) -> Bool { left.name == right.name }
  public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}
