import Economics
import Quantities
import TestSupport
import Testing

@Suite("Cost book")
struct CostTests {
  static func usd(_ amount: Double) -> Money { Money(amount, .usd) }
  static let threeYears = Seconds.year * 3

  @Test(arguments: [(0.0, 3000.0), (10, 2609.22)])
  func `a yearly cost over three years`(percent: Double, expected: Double) {
    var book = CostBook(in: .usd)
    book.enter(.yearly(.staff, "someone", CostTests.usd(1000)))
    let total = book.total(over: CostTests.threeYears, discountedAt: Fraction(percent: percent)).total
    #expect(abs(total.amount - expected) < 0.005)
  }

  @Test func `categories come in one order and sum to the total`() {
    var book = CostBook(in: .usd)
    book.enter(.atStart(.project, "moves", CostTests.usd(7)))
    book.enter(.atStart(.servers, "servers", CostTests.usd(100)))
    book.enter(.yearly(.energy, "energy", CostTests.usd(20)))
    book.enter(.atStart(.servers, "more servers", CostTests.usd(11)))
    let total = book.total(over: CostTests.threeYears)
    #expect(total.byCategory.map(\.category) == [.energy, .servers, .project])
    #expect(total.cost(of: .servers) == CostTests.usd(111))
    #expect(total.cost(of: .racks) == CostTests.usd(0))
    #expect(total.total == CostTests.usd(178))
    #expect(isClose(total.share(of: .energy).value, 60.0 / 178))
  }

  @Test func `a cost at the end of the horizon is beyond it`() {
    var book = CostBook(in: .usd)
    book.enter(CostItem(.servers, "late", CostTests.usd(9), .once(after: CostTests.threeYears)))
    #expect(book.total(over: CostTests.threeYears).total == CostTests.usd(0))
  }

  @Test func `hardware is bought again at the end of each life`() {
    let servers = Asset(.servers, "DL380", count: 10, price: CostTests.usd(5000), life: Seconds.year * 4)
    let items = servers.purchases(over: Seconds.year * 9)
    #expect(items.map(\.timing) == [0.0, 4, 8].map { .once(after: Seconds.year * $0) })
    #expect(items.allSatisfy { $0.amount == CostTests.usd(50_000) })
    #expect(servers.purchases(over: Seconds.year * 8).count == 2)
  }

  @Test func `an annuity over one life is worth the purchase`() {
    let servers = Asset(.servers, "DL380", count: 1, price: CostTests.usd(5000), life: Seconds.year * 4)
    let yearly = servers.annuity(at: Fraction(percent: 10)).amount
    #expect(isClose(yearly.amount, 5000 * 0.315470804, relative: 1e-6))
    #expect(servers.annuity(at: .zero).amount == CostTests.usd(1250))
  }

  @Test func `discounting never raises a cost`() {
    var random = SeededGenerator(seed: 11)
    for _ in 0..<500 {
      var book = CostBook(in: .usd)
      for _ in 0..<Int.random(in: 1...12, using: &random) {
        let category = CostCategory.allCases[Int.random(in: 0..<CostCategory.allCases.count, using: &random)]
        let amount = CostTests.usd(Double.random(in: 0...1e6, using: &random))
        let due = Seconds.year * Double.random(in: 0...10, using: &random)
        book.enter(CostItem(category, "x", amount, Bool.random(using: &random) ? .yearly : .once(after: due)))
      }
      let horizon = Seconds.year * Double.random(in: 0.5...8, using: &random)
      var last = book.total(over: horizon)
      let parts = last.byCategory.reduce(CostTests.usd(0)) { $0 + $1.cost }
      #expect(parts == last.total)
      for rate in [0.01, 0.05, 0.2] {
        let next = book.total(over: horizon, discountedAt: Fraction(rate))
        #expect(next.total.amount <= last.total.amount)
        last = next
      }
    }
  }

  @Test func `maintenance is a share of the purchase`() {
    let servers = Asset(.servers, "DL380", count: 4, price: CostTests.usd(5000), life: Seconds.year * 4)
    let item = servers.maintenance(yearly: Fraction(percent: 13.5))
    #expect(item.category == .maintenance && item.amount == CostTests.usd(2700))
  }

  @Test func `floor and plant cost by area and power`() {
    #expect(
      FloorSpace(SquareMeters(465)).rent(at: FloorPrice(CostTests.usd(200))).amount == CostTests.usd(93_000))
    let terms = CapitalRecovery(rate: Fraction(percent: 7), life: Seconds.year * 15)
    let plant = PlantCapacity(Watts(kilowatts: 100))
      .plant(at: PowerCapitalPrice(CostTests.usd(20_000)), over: terms)
    #expect(abs(plant.amount.amount - 219_590) < 5)
    let building = FloorSpace(SquareMeters(100))
      .building(at: FloorCapitalPrice(CostTests.usd(2370)), over: terms)
    #expect(abs(building.amount.amount - 26_021.3) < 1)
  }
}
