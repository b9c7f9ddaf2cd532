import CTileKernel

// What happens to hosts in the middle of a tile.
extension TileEvaluator {
  /// Changes what a host does from an instant on.
  mutating func set(_ newState: HostState, of host: Int, at time: Int64) {
    settleBeforeChange(of: host, at: time)
    state[host] = newState
  }

  /// Puts a guest on a host from an instant on.
  mutating func add(_ guest: Int, to host: Int, at time: Int64) {
    settleBeforeChange(of: host, at: time)
    let from = sampleInTile(at: time)
    var one = demands.reference(to: guest, from: firstSample + from)
    bladesim_tile_add(
      sums + host * tileLength + from, demands.library, &one, 1, count - from)
    guests.append(guest, to: host)
    accounts.enter(guest, at: time)
    contention.enter(guest, host)
  }

  /// Gives a host more or less work beside that of its guests from an instant on, in whole quanta; it counts as the
  /// technique's own.
  mutating func burden(_ host: Int, by quanta: Double, at time: Int64) {
    settleBeforeChange(of: host, at: time)
    burdens[host] += quanta
    let row = sums + host * tileLength
    for sample in sampleInTile(at: time)..<count { row[sample] += quanta }
  }

  /// Takes a guest off its host from an instant on.
  mutating func remove(_ guest: Int, from host: Int, at time: Int64) {
    settleBeforeChange(of: host, at: time)
    let from = sampleInTile(at: time)
    var one = demands.reference(to: guest, from: firstSample + from)
    bladesim_tile_subtract(
      sums + host * tileLength + from, demands.library, &one, 1, count - from)
    guests.remove(guest, from: host)
    contention.leave(guest, host, after: time - accounts.since[guest])
    accounts.leave(guest, host, at: time, tileStart: Int64(firstSample) * sampleMilliseconds, demands)
  }
}
