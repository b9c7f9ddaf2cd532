/// How a program stands in for another machine's processor.
public struct Emulator: Sendable, Hashable {
  /// Whether it notices that the guest idles and gives the processor back; otherwise it takes a whole core always.
  public let noticesIdle: Bool

  /// Creates facts about an emulator.
  public init(noticesIdle: Bool) { self.noticesIdle = noticesIdle }
}
