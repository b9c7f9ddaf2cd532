public import Quantities

/// What happens on a host whose guests are configured with more memory than it has.
///
/// ```
/// short   = max(0, configured + overhead - shared - available)
/// balloon = min(short, idle memory, limit * configured)        guests give up what they do not touch
/// swapped = min(short - balloon, configured - balloon)         the host takes the rest, blindly
/// lost    = short - balloon - swapped                          there is no room for it at all
/// ```
/// - configured: memory of all guests; overhead: what the technique takes for them; shared: pages kept once
/// - idle memory: configured less active; limit: the most of a guest that a balloon takes
///
/// Sharing comes first, since it costs nothing; the balloon next, because the guest knows what it can spare; swapping by the
/// host last, because the host does not. What the host swaps is any of the memory left, so a touch of active memory
/// finds it gone with the chance `swapped / (configured - balloon)`:
///
/// ```
/// stretch = (1 + b * balloon / configured) * (1 + f * swapped / (configured - balloon) * t)
/// ```
/// - b: what a balloon costs at full size; f: first touches of pages in a second of work; t: time to read one page back
///
/// **Valid for**: guests that are alike, a steady state. **Not modelled**: compression, the time to inflate, pages that the
/// guest swaps itself. **Source**: order and limit of 65 % as VMware ESX; C. Waldspurger, OSDI 2002, measured 1.4 to 4.4 %
/// lower throughput with a balloon (from memory, medium confidence); touches are a judgement.
public struct MemoryPressure: Sendable, Hashable {
  /// What a host's memory does when it is short.
  public struct Behaviour: Sendable, Hashable {
    /// The most of a guest's memory that its balloon takes; zero for techniques without one.
    public let balloonLimit: Estimate<Fraction>
    /// What a balloon costs at full size.
    public let balloonCost: Estimate<Fraction>
    /// First touches of pages in a second of work.
    public let touches: Estimate<Hertz>
    /// Time to read one page back.
    public let pageRead: Estimate<Seconds>

    /// Creates a behaviour.
    public init(
      balloonLimit: Estimate<Fraction>, balloonCost: Estimate<Fraction>, touches: Estimate<Hertz>,
      pageRead: Estimate<Seconds>
    ) {
      self.balloonLimit = balloonLimit
      self.balloonCost = balloonCost
      self.touches = touches
      self.pageRead = pageRead
    }

    /// First touches of pages in a second of work: some 4 MB.
    public static let usualTouches = Estimate(
      Hertz(1000), in: Hertz(100)...Hertz(10_000), source: "4 MB of pages touched anew in a second",
      confidence: .judgement)

    /// VMware ESX with disks.
    public static let esxOnDisk = Behaviour(
      balloonLimit: Estimate(percent: 65, in: 0...75, source: "VMware ESX, default", confidence: .memoryHigh),
      balloonCost: Estimate(
        percent: 4.4, in: 1.4...4.4, source: "Waldspurger, OSDI 2002", confidence: .memoryMedium),
      touches: usualTouches,
      pageRead: Estimate(
        Seconds(0.008), in: Seconds(0.004)...Seconds(0.015), source: "seek and turn of a disk",
        confidence: .memoryHigh))

    /// Linux with KVM or containers and solid-state disks; a balloon that only an administrator moves.
    public static let linuxOnFlash = Behaviour(
      balloonLimit: Estimate(
        exactly: .zero, source: "no balloon by itself", confidence: .memoryMedium),
      balloonCost: Estimate(exactly: .zero, source: "no balloon", confidence: .derived),
      touches: usualTouches,
      pageRead: Estimate(
        Seconds(0.0001), in: Seconds(0.00005)...Seconds(0.0003), source: "NVMe read",
        confidence: .memoryHigh))
  }

  /// What would have to be there.
  public let needed: Bytes
  /// What guests were given and are asked to give back.
  public let ballooned: Bytes
  /// What the host swapped out.
  public let swapped: Bytes
  /// What there is no room for even then.
  public let lost: Bytes
  /// How many times as long work takes.
  public let stretch: Double

  /// Works out what happens on a host.
  ///
  /// - Parameters:
  ///   - configured: memory of all guests.
  ///   - active: what they touch of it in a while.
  ///   - overhead: what the technique takes for them.
  ///   - shared: pages kept once.
  ///   - available: the host's memory less the hypervisor.
  public init(
    configured: Bytes, active: Bytes, overhead: Bytes, shared: Bytes, available: Bytes,
    behaviour: Behaviour
  ) {
    needed = configured + overhead - shared
    let short = max(.zero, needed - available)
    let idle = max(.zero, configured - active)
    ballooned = min(short, min(idle, configured * behaviour.balloonLimit.value))
    let held = configured - ballooned
    swapped = min(short - ballooned, held)
    lost = short - ballooned - swapped
    guard held > .zero else {
      stretch = 1
      return
    }
    let balloon = behaviour.balloonCost.value.value * (ballooned / configured)
    let reads = behaviour.touches.value.value * (swapped / held) * behaviour.pageRead.value.value
    stretch = (1 + balloon) * (1 + reads)
  }

  /// What the host holds of it.
  public var resident: Bytes { needed - ballooned - swapped - lost }
}
