/// What the guests of a group ask for over time.
public enum Demand: Sendable, Hashable {
  /// Series made from a pattern.
  case pattern(PatternDemand)
  /// Recorded series; the guests of the group take them in turn.
  case traces([DemandSeries])
}
