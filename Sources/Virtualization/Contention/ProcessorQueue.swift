public import Quantities

/// How virtual processors wait for real ones: the time a guest is ready but not running.
///
/// Each of `n` virtual processors would run a share `u` of the time if it never waited. It idles, asks for a core for a
/// burst, waits for one of `c` cores and runs.
///
/// ```
/// p(k) = p(0) * product for j = 1...k of (n - j + 1) r / min(j, c)        r = u / (1 - u)
/// running = sum of min(k, c) p(k)      ready = sum of max(0, k - c) p(k)      idle = n - running - ready
/// stretch = 1 + ready / running
/// ```
/// - p(k): the share of time in which k virtual processors want to run, without unit
/// - running, ready, idle: mean numbers of virtual processors in each state
/// - stretch: how many times as long a burst takes as it would alone
///
/// Ready time is what hypervisors report as such, and Linux guests as stolen time. For many virtual processors that each
/// do little, it becomes the queue M/M/c (``openStretch(offered:cores:)``), which has no answer once more is asked
/// than there is; this one has, because virtual processors that wait ask for nothing more.
///
/// **Valid for**: bursts and pauses with exponential times, cores that serve in order of arrival or in small slices, equal
/// guests. **Not modelled**: co-scheduling, affinity, weights (``FairShare``), the load that daily patterns share.
/// **Source**: the machine-repair model M/M/c//n, such as L. Kleinrock, *Queueing Systems* I (1975), section 3.8.
///
/// Example: two virtual processors that each want half the time on one core: 0.8 run, 0.4 wait, 0.8 idle.
public struct ProcessorQueue: Sendable, Hashable {
  /// Virtual processors.
  public let virtualProcessors: Int
  /// Real ones.
  public let cores: Int
  /// How many run, on average.
  public let running: Double
  /// How many wait, on average.
  public let ready: Double

  /// How many want nothing, on average.
  public var idle: Double { Double(virtualProcessors) - running - ready }

  /// Solves the queue.
  ///
  /// - Parameter utilization: what each would run of the time if it never waited, 0 to 1.
  public init(virtualProcessors: Int, cores: Int, utilization: Fraction) {
    precondition(virtualProcessors >= 0 && cores >= 1, "there is a core")
    precondition(utilization >= .zero && utilization <= .one, "a share lies from 0 to 1")
    self.virtualProcessors = virtualProcessors
    self.cores = cores
    let count = virtualProcessors
    guard utilization < .one else {
      running = Double(min(count, cores))
      ready = Double(max(0, count - cores))
      return
    }
    let ratio = utilization.value / (1 - utilization.value)
    // Weights relative to the largest so far, so that neither end of a long chain overflows.
    var weight = 1.0
    var sum = 1.0
    var runningSum = 0.0
    var readySum = 0.0
    for wanting in stride(from: 1, through: count, by: 1) {
      weight *= Double(count - wanting + 1) * ratio / Double(min(wanting, cores))
      sum += weight
      runningSum += weight * Double(min(wanting, cores))
      readySum += weight * Double(max(0, wanting - cores))
      if weight > 1e200 {
        weight /= 1e200
        sum /= 1e200
        runningSum /= 1e200
        readySum /= 1e200
      }
    }
    running = runningSum / sum
    ready = readySum / sum
  }

  /// How many times as long a burst takes as it would alone; 1 where nothing runs.
  public var stretch: Double { running > 0 ? 1 + ready / running : 1 }

  /// The share of time that a virtual processor is ready but not running: its ready or stolen time.
  public var readyShare: Fraction {
    virtualProcessors == 0 ? .zero : Fraction(ready / Double(virtualProcessors))
  }

  /// How many times as long a burst takes in the queue M/M/c; nil where more is offered than there is.
  ///
  /// ```
  /// stretch = 1 + C(c, a) / (c - a)        C: Erlang's formula for waiting
  /// ```
  ///
  /// - Parameter offered: cores that the bursts of all guests ask for together.
  ///
  /// Example: one core half busy stretches every burst to twice its length, 1 / (1 - 0.5).
  public static func openStretch(offered: Cores, cores: Int) -> Double? {
    let load = offered.value
    guard load < Double(cores) else { return nil }
    guard load > 0 else { return 1 }
    // Erlang B by its recursion, then C from B.
    var blocking = 1.0
    for servers in 1...cores { blocking = load * blocking / (Double(servers) + load * blocking) }
    let share = load / Double(cores)
    let waiting = blocking / (1 - share + share * blocking)
    return 1 + waiting / (Double(cores) - load)
  }
}
