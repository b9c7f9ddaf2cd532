/// When the guests of a group exist.
public enum Presence: Sendable, Hashable {
  /// From the start of the study to its end.
  case always
  /// From one moment until another, or until the end.
  case during(from: Moment, until: Moment?)
  /// They come and go at random; the group's count is how many there are at the start.
  case arrivals(Arrivals)
}
