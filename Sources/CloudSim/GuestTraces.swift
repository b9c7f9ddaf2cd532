public import Quantities

/// How much of its core each guest uses, every five minutes: whole per cents.
public struct GuestTraces: Sendable, Hashable {
  /// What is wrong with traces.
  public struct Problem: Error, Hashable, Sendable {
    /// The problem in words.
    public let message: String
    /// What would be right.
    public let help: String
  }

  /// The guests' names.
  public let names: [String]
  /// The samples of one guest after the other, 0...100.
  public let percents: [UInt8]
  /// The samples of each guest.
  public var samples: Int { percents.count / names.count }
  /// The number of guests.
  public var count: Int { names.count }
  /// The time between two samples.
  public static let interval = Seconds(300)

  /// Traces of some guests.
  ///
  /// - Throws: a ``Problem`` when there are no guests, samples are missing or one is above 100.
  public init(names: [String], percents: [UInt8]) throws(Problem) {
    guard !names.isEmpty else {
      throw Problem(message: "there are no guests", help: "give a row of per cents for each guest")
    }
    guard percents.count % names.count == 0, percents.count / names.count >= 2 else {
      throw Problem(
        message: "\(names.count) guests cannot have \(percents.count) samples",
        help: "give each guest the same number of samples, at least 2")
    }
    if percents.reduce(0, max) > 100, let index = percents.firstIndex(where: { $0 > 100 }) {
      let samples = percents.count / names.count
      throw Problem(
        message: "sample \(index % samples + 1) of '\(names[index / samples])' is \(percents[index])",
        help: "give whole per cents from 0 to 100")
    }
    self.names = names
    self.percents = percents
  }

  private init(_ traces: GuestTraces, in order: [Int]) {
    let samples = traces.samples
    names = order.map { traces.names[$0] }
    percents = order.flatMap { traces.percents[$0 * samples..<($0 + 1) * samples] }
  }

  /// The guests in byte order of their names.
  public func sorted() -> GuestTraces {
    let isSorted = zip(names, names.dropFirst()).allSatisfy { !$1.utf8.lexicographicallyPrecedes($0.utf8) }
    guard !isSorted else { return self }
    let order = names.indices.sorted {
      names[$0] == names[$1] ? $0 < $1 : names[$0].utf8.lexicographicallyPrecedes(names[$1].utf8)
    }
    return GuestTraces(self, in: order)
  }

  /// The guests in an order that the generator draws.
  public func shuffled(using generator: inout some RandomNumberGenerator) -> GuestTraces {
    GuestTraces(self, in: names.indices.shuffled(using: &generator))
  }
}
