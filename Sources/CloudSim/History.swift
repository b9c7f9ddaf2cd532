internal import Quantities

/// What guests asked for at past rounds, and the sums of hosts.
///
/// A guest's history is kept as shares of each host model's capacity: the sum of a host is then a sum of rows, and a guest
/// added at the end changes it by one addition a sample.
struct History: ~Copyable {
  /// The most samples that are kept.
  static let length = 30
  /// Each guest's samples twice in a row, so that the newest `length` lie side by side wherever the newest is.
  private static let width = 2 * length

  private let shares: [SharedColumn]
  private var newest = 0
  private(set) var samples = 0
  private let sums: Column<Fraction>
  private let isKnown: Column<Bool>
  private let trial: Column<Fraction>
  private let trimsZeros: Bool

  /// A column that an array can hold.
  private final class SharedColumn {
    let values: Column<Double>
    init(count: Int) { values = Column(repeating: 0, count: count) }
  }

  init(hosts: Int, guests: Int, trimsZeros: Bool) {
    shares = HostModel.all.map { _ in SharedColumn(count: guests * History.width) }
    sums = Column(repeating: .zero, count: hosts * History.length)
    isKnown = Column(repeating: false, count: hosts)
    trial = Column(repeating: .zero, count: History.length)
    self.trimsZeros = trimsZeros
  }

  /// Adds the requests of the moment as the newest sample.
  mutating func push(_ demand: borrowing Demand) {
    newest = (newest + History.length - 1) % History.length
    samples = min(samples + 1, History.length)
    for (model, column) in shares.enumerated() {
      let capacity = HostModel.all[model].capacity.value
      for guest in 0..<demand.request.count {
        let share = demand.request[guest] / capacity
        let place = guest * History.width + newest
        column.values[place] = share
        column.values[place + History.length] = share
      }
    }
  }

  /// The history of one guest, the newest sample first, on a host of some model.
  func samples(of guest: Int, model: Int) -> UnsafeBufferPointer<Double> {
    shares[model].values.slice(from: guest * History.width + newest, count: samples)
  }

  /// A round begins: the sums of hosts are those of other guests.
  func forgetSums() { for host in 0..<isKnown.count { isKnown[host] = false } }
  func forgetSum(of host: Int) { isKnown[host] = false }

  /// A guest is added at the end of a host's list.
  func add(_ guest: Int, to host: Int, _ fleet: borrowing Fleet) {
    guard isKnown[host] else { return }
    let row = samples(of: guest, model: Int(fleet.model[host]))
    for sample in 0..<samples { sums[host * History.length + sample].value += row[sample] }
  }

  /// Calls a closure with the history of a host, perhaps with a guest added at the end.
  func with<Answer>(
    _ host: Int, adding guest: Int?, _ fleet: borrowing Fleet, _ body: (Span<Fraction>) -> Answer
  ) -> Answer {
    if !isKnown[host] {
      fill(host, fleet)
      isKnown[host] = true
    }
    let start = host * History.length
    guard let guest else { return body(trimmed(sums.slice(from: start, count: samples)).span) }
    let row = samples(of: guest, model: Int(fleet.model[host]))
    for sample in 0..<samples { trial[sample] = Fraction(sums[start + sample].value + row[sample]) }
    return body(trimmed(trial.slice(from: 0, count: samples)).span)
  }

  /// Calls a closure with the history that a host of some model would have with some guests and no others.
  func with<Answer>(_ guests: [Int], model: Int, _ body: (Span<Fraction>) -> Answer) -> Answer {
    for sample in 0..<samples { trial[sample] = .zero }
    for guest in guests {
      let row = samples(of: guest, model: model)
      for sample in 0..<samples { trial[sample].value += row[sample] }
    }
    return body(trimmed(trial.slice(from: 0, count: samples)).span)
  }

  private func fill(_ host: Int, _ fleet: borrowing Fleet) {
    let start = host * History.length
    for sample in 0..<samples { sums[start + sample] = .zero }
    for place in 0..<fleet.lists.count(host) {
      let row = samples(of: fleet.lists.guest(host, place), model: Int(fleet.model[host]))
      for sample in 0..<samples { sums[start + sample].value += row[sample] }
    }
  }

  /// The samples without the zeros at the far end; one at least stays.
  private func trimmed(_ row: UnsafeBufferPointer<Fraction>) -> UnsafeBufferPointer<Fraction> {
    guard trimsZeros else { return row }
    var count = row.count
    while count > 1, row[count - 1] == .zero { count -= 1 }
    return UnsafeBufferPointer(rebasing: row[..<count])
  }
}
