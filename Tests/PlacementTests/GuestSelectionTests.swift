import Quantities
import TestSupport
import Testing

@testable import Placement

@Suite("Which guest leaves")
struct GuestSelectionTests {
  private func guests(_ memory: [Double], _ utilization: [Double]) -> MovableGuests {
    var guests = MovableGuests()
    for (memory, utilization) in zip(memory, utilization) {
      guests.append(memory: Bytes(memory * 1e6), utilization: Fraction(utilization))
    }
    return guests
  }

  private func guests(histories: [[Double]]) -> MovableGuests {
    var guests = MovableGuests(samples: histories[0].count)
    for history in histories {
      guests.append(memory: Bytes(1e9 - Double(guests.count)), utilization: Fraction(history[0]))
      for sample in history { guests.appendSample(Fraction(sample)) }
    }
    return guests
  }

  @Test func `the first with the least memory or use goes`() {
    var generator = SeededGenerator(seed: 1)
    let some = guests([870, 613, 613, 1740], [0.4, 0.3, 0.05, 0.05])
    #expect(MinimumMigrationTime().choice(among: some, using: &generator) == 1)
    #expect(MinimumUtilization().choice(among: some, using: &generator) == 2)
  }

  @Test func `a guest taken out leaves the others in order`() {
    var some = guests(histories: [[0.1, 0.2], [0.3, 0.4], [0.5, 0.6]])
    some.remove(at: 1)
    #expect(some.utilization == [Fraction(0.1), Fraction(0.5)])
    #expect(some.history == [0.1, 0.2, 0.5, 0.6].map { Fraction($0) })
    some.removeAll(samples: 0)
    #expect(some.count == 0)
  }

  @Test func `a random choice takes each guest about as often`() {
    var generator = SeededGenerator(seed: 2)
    let some = guests([1, 1, 1, 1], [0, 0, 0, 0])
    var counts = [0, 0, 0, 0]
    for _ in 0..<4000 { counts[RandomChoice().choice(among: some, using: &generator)] += 1 }
    // Five standard deviations of a binomial count are 137.
    for count in counts { #expect(abs(count - 1000) < 137) }
  }

  @Test func `of two guests both explain each other as much as their correlation squared`() {
    var generator = SeededGenerator(seed: 4)
    let left = (0..<20).map { _ in Double.random(in: 0...1, using: &generator) }
    let right = left.map { 0.5 * $0 + 0.3 * Double.random(in: 0...1, using: &generator) }
    let (meanLeft, meanRight) = (left.reduce(0, +) / 20, right.reduce(0, +) / 20)
    let product = zip(left, right).reduce(0) { $0 + ($1.0 - meanLeft) * ($1.1 - meanRight) }
    let squares =
      left.reduce(0) { $0 + ($1 - meanLeft) * ($1 - meanLeft) }
      * right.reduce(0) { $0 + ($1 - meanRight) * ($1 - meanRight) }
    let some = guests(histories: [left, right])
    for guest in 0...1 {
      #expect(isClose(MaximumCorrelation.explained(guest, of: some), product * product / squares))
    }
  }

  @Test func `a guest that is a mixture of others is explained fully, a loner is not`() {
    var generator = SeededGenerator(seed: 6)
    func noise() -> [Double] { (0..<30).map { _ in Double.random(in: 0...1, using: &generator) } }
    let (loner, one, two) = (noise(), noise(), noise())
    let mixture = zip(one, two).map { 0.2 + 0.3 * $0 + 0.4 * $1 }
    let some = guests(histories: [loner, one, two, mixture])
    #expect(MaximumCorrelation.explained(0, of: some) < 0.5)
    for guest in 1...3 { #expect(isClose(MaximumCorrelation.explained(guest, of: some), 1)) }
    let pair = guests(histories: [loner, one, one.map { 2 * $0 }, two])
    #expect([1, 2].contains(MaximumCorrelation().choice(among: pair, using: &generator)))
  }

  @Test func `with too short a past the least memory decides`() {
    var generator = SeededGenerator(seed: 7)
    let some = guests(histories: [[0.1, 0.2], [0.2, 0.1], [0.1, 0.3]])
    #expect(MaximumCorrelation().choice(among: some, using: &generator) == 2)
    let constant = guests(histories: Array(repeating: Array(repeating: 0.5, count: 8), count: 3))
    #expect(MaximumCorrelation().choice(among: constant, using: &generator) == 0)
  }

  @Test(arguments: SelectionCatalog.all.map(\.abbreviation))
  func `every rule chooses a guest that there is`(name: String) throws {
    let entry = try #require(SelectionCatalog.entry(named: name))
    var generator = SeededGenerator(seed: 8)
    for count in 1...6 {
      let histories = (0..<count).map { _ in
        (0..<12).map { _ in Double.random(in: 0...1, using: &generator) }
      }
      let choice = entry.selection.choice(among: guests(histories: histories), using: &generator)
      #expect((0..<count).contains(choice))
    }
    let names = SelectionCatalog.all.flatMap { [$0.name, $0.abbreviation] }
    #expect(Set(names).count == names.count)
  }
}
