public import Quantities

/// A live migration by iterative copying, in progress: what is left to send, and when the next thing happens.
///
/// ```
/// V_0 = V        t_i = V_i / R        V_(i+1) = min(V, max(D * t_i, W))
/// down = V_n / R + fixed              total = sum of t_i + down
/// ```
/// - V: memory of the guest, in bytes; R: rate of the copy, in bytes a second
/// - D: rate at which the guest dirties memory it had not dirtied in this round, in bytes a second
/// - W: writable working set, pages that are dirty again as soon as they are sent, in bytes
/// - n: the round after which ``PreCopyRules`` stop the guest
///
/// With `L = D / R < 1`, `W = 0` and a constant rate: `V_n = V L^n`, `total = (V / R) (1 - L^(n+1)) / (1 - L)`. With
/// `L >= 1` every round sends all of it again until the limit on what is sent stops the guest, for `V / R`.
///
/// It is a value to be advanced: the rate may change between two advances, as copies on one link start and end.
/// Nothing is allocated.
///
/// **Valid for**: memory that is dirtied at a steady rate. **Not modelled**: a rate that the copy itself raises from
/// round to round, compression, pages skipped because they are dirty already. **Source**: C. Clark et al., NSDI 2005.
///
/// Example: V = 1024 MB, R = 112 MB/s, D = 20 MB/s: stopped after one round 10.77551 s in all and 1.63265 s down,
/// after two 11.06706 s and 0.29155 s.
public struct PreCopy: Sendable, Hashable {
  /// What it is doing.
  public enum Phase: Sendable, Hashable {
    /// Copying while the guest runs; the round, from 0.
    case round(Int)
    /// Copying what was left with the guest stopped.
    case lastCopy
    /// All is sent; the guest is activated on the target.
    case activating
    /// The guest runs on the target.
    case done
  }

  /// Why the guest was stopped.
  public enum Reason: Sendable, Hashable {
    /// What was left was little enough.
    case converged
    /// There had been as many rounds as allowed.
    case rounds
    /// More had been sent than allowed.
    case sent
  }

  /// The guest's memory.
  public let memory: Bytes
  /// New dirty memory a second, in bits to compare with link rates.
  public let dirtyRate: BitsPerSecond
  /// Memory that is dirty again as soon as it is sent.
  public let workingSet: Bytes
  /// When to stop.
  public let rules: PreCopyRules
  /// What it is doing.
  public private(set) var phase = Phase.round(0)
  /// Why the guest was stopped; nil while it runs.
  public private(set) var reason: Reason?
  /// What was sent so far.
  public private(set) var sent = Bytes.zero
  /// Time so far.
  public private(set) var elapsed = Seconds.zero
  /// Time so far with the guest stopped.
  public private(set) var downtime = Seconds.zero
  /// What is left of this copy.
  public private(set) var left: Bytes
  /// Time since this round began.
  private var inRound = Seconds.zero
  /// What is left of the activation.
  private var activation: Seconds

  /// Creates a migration that is about to begin.
  public init(
    memory: Bytes, dirtyRate: BitsPerSecond, workingSet: Bytes = .zero, rules: PreCopyRules = .xen3
  ) {
    precondition(memory >= .zero && dirtyRate >= .zero && workingSet >= .zero, "amounts are not negative")
    self.memory = memory
    self.dirtyRate = dirtyRate
    self.workingSet = workingSet
    self.rules = rules
    left = memory
    activation = rules.fixedDowntime
  }

  /// Time until its phase changes if the rate stays; nil when it is done. A rate of zero never ends a copy.
  public func timeToNextPhase(at rate: BitsPerSecond) -> Seconds? {
    switch phase {
    case .round, .lastCopy: Seconds(left.value == 0 ? 0 : left.value * 8 / rate.value)
    case .activating: activation
    case .done: nil
    }
  }

  /// Lets time pass, at most until the phase changes.
  ///
  /// Pass ``timeToNextPhase(at:)`` itself to reach the end of the phase exactly.
  public mutating func advance(by time: Seconds, at rate: BitsPerSecond) {
    guard let rest = timeToNextPhase(at: rate) else { return }
    let step = min(time, rest)
    elapsed += step
    switch phase {
    case .round(let index):
      inRound += step
      move(step, rate, toTheEnd: time >= rest)
      if time >= rest { endRound(index) }
    case .lastCopy:
      downtime += step
      move(step, rate, toTheEnd: time >= rest)
      if time >= rest { phase = .activating }
    case .activating:
      downtime += step
      activation -= step
      if time >= rest { phase = .done }
    case .done: break
    }
  }

  private mutating func move(_ step: Seconds, _ rate: BitsPerSecond, toTheEnd: Bool) {
    let part = toTheEnd ? left : min(left, Bytes(step.value * rate.value / 8))
    sent += part
    left -= part
  }

  private mutating func endRound(_ index: Int) {
    let dirtied = Bytes(dirtyRate.value / 8 * inRound.value)
    left = min(memory, max(dirtied, workingSet))
    inRound = .zero
    if left <= rules.threshold {
      reason = .converged
    } else if index + 1 >= rules.mostRounds {
      reason = .rounds
    } else if sent > memory * rules.mostSent {
      reason = .sent
    }
    phase = reason == nil ? .round(index + 1) : .lastCopy
  }

  /// The migration as it ends if the rate stays, which must be above zero.
  public func finished(at rate: BitsPerSecond) -> PreCopy {
    precondition(rate > .zero, "something is sent")
    var copy = self
    while let time = copy.timeToNextPhase(at: rate) { copy.advance(by: time, at: rate) }
    return copy
  }
}
