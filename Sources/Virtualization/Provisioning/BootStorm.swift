public import Quantities

/// Many guests booting together on hosts that share an uplink: each waits for the rest.
///
/// ```
/// wave(s)  = max(alone, s * cpu / cores, s * read / disk, s * hosts * fetched / uplink)
/// ready(i) = wave(slots) * floor(i / slots) + wave(guests of that wave)        i = 0, 1, ...
/// ```
/// - alone: boot of one guest with nothing else on the host, in seconds
/// - cpu: processor time of a boot, in core-seconds; read: from the host's disks, fetched: over the uplink, in bytes
/// - cores, disk: of one host; uplink: shared by the hosts that boot at the same time, such as those of an enclosure
/// - slots: guests that one host starts at a time; the rest wait in a queue
///
/// Guests of a wave are alike and share fairly, so they end together: when the scarcest resource has served all of them,
/// and not before one alone would. More slots than the scarcest resource serves bring nobody up sooner but the last of
/// a wave; fewer leave it idle. ``bestSlots(upTo:)`` is the number with which the last guest is up soonest.
///
/// **Valid for**: equal guests, hosts that start together. **Not modelled**: caches that serve the second guest what the
/// first has read. **Source**: fluid limit of processor sharing; definition.
///
/// Example: boots of 20 core-seconds and 30 s alone, four at a time on 2 cores: max(30, 4 * 20 / 2) = 40 s a wave.
public struct BootStorm: Sendable, Hashable {
  /// What one boot takes.
  public struct Boot: Sendable, Hashable {
    /// Time with nothing else on the host.
    public let alone: Seconds
    /// Processor time, in core-seconds.
    public let processor: Seconds
    /// Read from the host's disks.
    public let read: Bytes
    /// Fetched over the uplink.
    public let fetched: Bytes

    /// Creates a boot; amounts zero or more.
    public init(alone: Seconds, processor: Seconds, read: Bytes = .zero, fetched: Bytes = .zero) {
      precondition(
        alone >= .zero && processor >= .zero && read >= .zero && fetched >= .zero,
        "amounts are not negative")
      self.alone = alone
      self.processor = processor
      self.read = read
      self.fetched = fetched
    }

    /// A guest of a technique, as a default: half of the time it computes on one core, half it reads 200 MB and more.
    ///
    /// A judgement: servers read 200 to 500 MB to boot.
    public static func usual(under technique: Technique) -> Boot {
      let alone = technique.times.boot.value
      return Boot(alone: alone, processor: alone / 2, read: Bytes(300e6))
    }
  }

  /// What there is to share.
  public struct Supply: Sendable, Hashable {
    /// Cores of a host.
    public let cores: Cores
    /// Rate of a host's disks.
    public let disk: BitsPerSecond
    /// Rate of the uplink.
    public let uplink: BitsPerSecond
    /// Hosts that share the uplink and boot together.
    public let hosts: Int

    /// Creates a supply, all of it above zero.
    public init(cores: Cores, disk: BitsPerSecond, uplink: BitsPerSecond, hosts: Int = 1) {
      precondition(
        cores > .zero && disk > .zero && uplink > .zero && hosts >= 1, "there is something to share")
      self.cores = cores
      self.disk = disk
      self.uplink = uplink
      self.hosts = hosts
    }
  }

  /// What bounds a wave.
  public enum Bound: Sendable, Hashable {
    case bootItself, processor, disk, uplink
  }

  /// What one boot takes.
  public let boot: Boot
  /// What there is to share.
  public let supply: Supply
  /// Guests that one host starts at a time.
  public let slots: Int

  /// Creates a storm; at least one slot.
  public init(of boot: Boot, on supply: Supply, slots: Int) {
    precondition(slots >= 1, "a guest starts")
    self.boot = boot
    self.supply = supply
    self.slots = slots
  }

  /// How long guests of a host take that start together, and what bounds them.
  public func wave(of guests: Int) -> (time: Seconds, bound: Bound) {
    let count = Double(guests)
    var longest = (time: boot.alone, bound: Bound.bootItself)
    func hold(_ time: Double, _ bound: Bound) {
      if time > longest.time.value { longest = (Seconds(time), bound) }
    }
    hold(count * boot.processor.value / supply.cores.value, .processor)
    hold(count * boot.read.value * 8 / supply.disk.value, .disk)
    hold(count * Double(supply.hosts) * boot.fetched.value * 8 / supply.uplink.value, .uplink)
    return longest
  }

  /// When the guest at a place of its host's queue is up, of so many on that host.
  public func ready(place: Int, of guests: Int) -> Seconds {
    precondition(place >= 0 && place < guests, "the place is in the queue")
    let before = place / slots
    let inWave = min(slots, guests - before * slots)
    return wave(of: slots).time * Double(before) + wave(of: inWave).time
  }

  /// When the last of so many guests on each host is up; zero for none.
  public func lastReady(of guests: Int) -> Seconds {
    guests == 0 ? .zero : ready(place: guests - 1, of: guests)
  }

  /// When the guests of a host are up on average; zero for none.
  public func meanReady(of guests: Int) -> Seconds {
    guard guests > 0 else { return .zero }
    let full = guests / slots
    let rest = guests % slots
    let each = wave(of: slots).time
    // Waves 1, 2, ... of `slots` guests each, then a last one with the rest.
    var sum = each * Double(slots * full * (full + 1) / 2)
    if rest > 0 { sum += (each * Double(full) + wave(of: rest).time) * Double(rest) }
    return sum / Double(guests)
  }

  /// The fewest slots with which the last of so many guests is up soonest.
  public func bestSlots(upTo guests: Int) -> Int {
    var best = 1
    var soonest = BootStorm(of: boot, on: supply, slots: 1).lastReady(of: guests)
    for slots in stride(from: 2, through: guests, by: 1) {
      let last = BootStorm(of: boot, on: supply, slots: slots).lastReady(of: guests)
      if last.value < soonest.value * (1 - 1e-12) { (best, soonest) = (slots, last) }
    }
    return best
  }
}
