public import Quantities

/// What one stage of the electrical chain passes on and loses at a moment.
@frozen
public struct StageReading: Sendable, Hashable {
  /// Power passed on.
  public let output: Watts
  /// Power turned into heat.
  public let loss: Watts

  /// Creates a reading.
  @inlinable public init(output: Watts, loss: Watts) {
    self.output = output
    self.loss = loss
  }

  /// Power taken: output and loss, by construction.
  @inlinable public var input: Watts { output + loss }
}
