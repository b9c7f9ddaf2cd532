public import Quantities

/// How long guests are out when high availability restarts them elsewhere after their host fails.
///
/// ```
/// out_i = detection + boot * (floor(i / slots) + 1)        i = 0, 1, ...
/// ```
///
/// - out_i: time from the failure until guest i of the restart queue serves again, s; detection: time until the
///   failure is believed, s; boot: time of one guest's start, s; slots: guests that start at the same time.
///
/// **Valid for**: enough free memory and processors elsewhere; equal guests. **Not modelled**: boot storms that slow
/// each other, priorities, data recovery in the guest. **Source**: detection 15 s (VMware VI3) or 12 to 18 s, boot
/// 30 to 120 s, 2 to 5 minutes in all, from memory of vendor papers, medium confidence.
///
/// Example: 8 guests at 15 s detection, 60 s boot and 4 slots: the first four are out 75 s, the last four 135 s.
public struct RestartTiming: Hashable, Sendable {
  /// Time until the failure is believed.
  public let detection: Seconds
  /// Time of one guest's start.
  public let boot: Seconds
  /// Guests that start at the same time.
  public let slots: Int

  /// Creates a timing; times zero or more, at least one slot.
  public init(detection: Seconds, boot: Seconds, slots: Int) {
    precondition(detection >= .zero && boot >= .zero, "times are not negative")
    precondition(slots >= 1, "a guest starts")
    self.detection = detection
    self.boot = boot
    self.slots = slots
  }

  /// VMware Infrastructure 3, 2006: 15 s heartbeat timeout. Slots and boot are assumptions, low confidence.
  public static let virtualInfrastructure3 = RestartTiming(
    detection: Seconds(15), boot: Seconds(60), slots: 4)

  /// How long the guest at a place of the restart queue is out, from place 0.
  public func outage(ofGuest place: Int) -> Seconds {
    precondition(place >= 0, "the queue starts at 0")
    return detection + boot * Double(place / slots + 1)
  }

  /// How long until the last of a number of guests serves again; zero for none.
  public func lastOutage(of guests: Int) -> Seconds {
    guests == 0 ? .zero : outage(ofGuest: guests - 1)
  }

  /// How long a guest is out on average over a number of guests; zero for none.
  public func meanOutage(of guests: Int) -> Seconds {
    guard guests > 0 else { return .zero }
    let fullWaves = guests / slots
    let rest = guests % slots
    // Waves 1, 2, ... of `slots` guests each, then a last one with the rest.
    let waves = slots * fullWaves * (fullWaves + 1) / 2 + rest * (fullWaves + 1)
    return detection + boot * (Double(waves) / Double(guests))
  }

  /// Time that a guest is out in a year when its host fails at a rate and the guest waits for an outage each time.
  public func downtimePerYear(rate: EventsPerYear, guestsPerHost: Int) -> Seconds {
    meanOutage(of: guestsPerHost) * rate.value
  }
}
