import CTileKernel
import Quantities
import Virtualization

// Who gets how much in samples in which something is short.
extension Contention {
  /// Some samples of a running host.
  struct Window {
    let host: Int
    /// What is asked of it, by sample, in quanta.
    let asked: UnsafePointer<Double>
    /// What power caps leave of it; nil where they leave everything.
    let granted: UnsafePointer<Double>?
    /// The first sample of the study, and how many there are.
    let sample: Int
    let length: Int
    /// How often each counts, and how long that is.
    let share: Double
    let milliseconds: Int64
    /// Quanta of the technique itself.
    let own: Double
  }

  /// What a host did in a window.
  struct Outcome {
    /// Quanta by sample, to be read before the next window.
    let row: UnsafePointer<Double>
    /// Quanta-samples asked for, and those that are lost without caps.
    var asked = 0.0
    var lost = 0.0
  }

  /// One guest in a window: where its samples are, and what it brings.
  private struct Member {
    let guest: Int
    let group: Int
    let samples: UnsafePointer<UInt8>
    let weight: Double

    func demand(at sample: Int) -> Double { weight * Double(samples[sample]) }
  }

  /// Divides what a host can do among its guests, sample by sample.
  func divide(
    _ window: Window, _ guests: GuestLists, _ demands: GuestDemands, _ accounts: inout LoadAccounts
  ) -> Outcome {
    refresh(window.host)
    var members: [Member] = []
    guests.forEach(on: window.host) { guest in
      let reference = demands.reference(to: guest, from: window.sample)
      guard let library = demands.library else { return }
      members.append(
        Member(
          guest: guest, group: Int(groupOfGuest[guest]), samples: library + Int(reference.first),
          weight: Double(reference.weight)))
    }
    var claims: [Claim<WorkPerSecond>] = []
    var outcome = Outcome(row: UnsafePointer(scratch))
    for sample in 0..<window.length {
      let asked = window.asked[sample]
      outcome.asked += asked * window.share
      let most = min(capacity, window.granted?[sample] ?? capacity)
      let host = hosts[window.host]
      if !host.isWatched, host.backlogs == 0, asked <= most {
        scratch[sample] = asked
        follow(window.host, asked: asked, own: window.own, window.milliseconds)
        continue
      }
      claims.removeAll(keepingCapacity: true)
      for member in members { claims.append(claim(of: member, at: sample, in: window)) }
      for index in ceilings.indices where ceilings[index].isFinite {
        hold(&claims, of: members, below: index)
      }
      let ownFits = min(window.own, capacity)
      let ownDone = min(window.own, most)
      // Claims are in quanta, whatever these are of work a second.
      let fits = FairShare(of: WorkPerSecond(capacity - ownFits), among: claims)
      let done = most < capacity ? FairShare(of: WorkPerSecond(most - ownDone), among: claims) : fits
      accounts.missOwn(
        lost: (window.own - ownFits) * window.share, capped: (ownFits - ownDone) * window.share)
      outcome.lost += (window.own - ownFits) * window.share
      for (member, claim) in zip(members, claims) {
        outcome.lost += book(
          member, at: sample, claim, fits: fits.share(of: claim).value, done: done.share(of: claim).value,
          in: window, &accounts)
      }
      scratch[sample] = min(most, ownDone + done.served.value)
      if isFollowed { keep(members, claims, done, window) }
    }
    return outcome
  }

  private func claim(of member: Member, at sample: Int, in window: Window) -> Claim<WorkPerSecond> {
    let waiting = backlog.isEmpty ? 0 : backlog[member.guest] / window.share
    let term = terms[member.group]
    return Claim(
      WorkPerSecond(member.demand(at: sample) + waiting), limit: WorkPerSecond(term.limit),
      weight: term.weight)
  }

  /// Lowers the limits of guests to their shares of a host's storage or links.
  private func hold(_ claims: inout [Claim<WorkPerSecond>], of members: [Member], below ceiling: Int) {
    let traffic = zip(members, claims).map { member, claim in
      Claim(
        BitsPerSecond(claim.want.value * terms[member.group].traffic[ceiling]), weight: claim.weight)
    }
    let shares = FairShare(of: BitsPerSecond(ceilings[ceiling]), among: traffic)
    guard shares.unserved > .zero else { return }
    for index in claims.indices where traffic[index].demand > .zero {
      let part = shares.share(of: traffic[index]) / traffic[index].demand
      if part < 1 { claims[index].limit = claims[index].want * part }
    }
  }

  /// Books what became of a guest's work in a sample.
  ///
  /// - Returns: quanta-samples that are lost without caps.
  private func book(
    _ member: Member, at sample: Int, _ claim: Claim<WorkPerSecond>, fits: Double, done: Double,
    in window: Window, _ accounts: inout LoadAccounts
  ) -> Double {
    let demand = member.demand(at: sample)
    guard terms[member.group].waits else {
      let lost = (demand - fits) * window.share
      accounts.miss(member.guest, lost: lost, capped: (fits - done) * window.share)
      return lost
    }
    let before = backlog[member.guest]
    if done >= claim.demand.value {
      backlog[member.guest] = 0
      late[member.guest] += before
    } else {
      // What has waited longest is done first.
      let fromBefore = min(before, done * window.share)
      late[member.guest] += fromBefore
      backlog[member.guest] =
        before - fromBefore + (demand * window.share - (done * window.share - fromBefore))
    }
    if (before > 0) != (backlog[member.guest] > 0) { hosts[window.host].backlogs += before > 0 ? -1 : 1 }
    return 0
  }

  /// Keeps how long work of each guest took in a sample.
  private func keep(
    _ members: [Member], _ claims: [Claim<WorkPerSecond>], _ done: FairShare<WorkPerSecond>, _ window: Window
  ) {
    let offered = capacity - window.own
    let wanted = claims.reduce(0) { $0 + $1.want.value }
    guard offered > 0 else { return }
    let reading = table(of: hosts[window.host].queue).reading(at: wanted / offered)
    readyMilliseconds += reading.ready * Double(window.milliseconds)
    let base = hosts[window.host].base
    let ofHost = base * reading.stretch
    let shortage = done.served > .zero ? wanted / done.served.value : 1
    for (member, claim) in zip(members, claims) {
      let got = done.share(of: claim).value
      let slowness = claim.demand > .zero ? (got > 0 ? claim.demand.value / got : 1000) : 1
      records[member.group].add(
        window.milliseconds, stretch: max(base, ofHost * slowness / shortage),
        allowed: terms[member.group].allowed)
    }
  }
}
