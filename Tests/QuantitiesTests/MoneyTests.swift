import Quantities
import Testing

@Suite("Money")
struct MoneyTests {
  @Test func `a third of a cent thousands of times adds up exactly`() {
    var total = Money.zero(.usd)
    for _ in 0..<3000 { total += Money(0.0033, .usd) }
    #expect(total == Money(9.9, .usd))
  }

  @Test func `prices are read and printed with their denominator`() throws {
    let price = try EnergyPrice("0.072 USD/kWh")
    #expect(price.money == Money(0.072, .usd))
    #expect(price.description == "0.072 USD/kWh")
    #expect(price.cost(of: Joules(kilowattHours: 1000)) == Money(72, .usd))
    #expect(try DemandPrice("10 USD/kW-month").description == "10 USD/kW-month")
    #expect(try Money("4500 EUR") == Money(4500, .eur))
  }

  @Test(arguments: [
    ("0.072 USD", "'0.072 USD' is not a price per kWh", "write it such as 0.07 USD/kWh"),
    ("0.072", "'0.072' is not a price per kWh", "write it such as 0.07 USD/kWh"),
    ("0.072 USD/MWh", "'0.072 USD/MWh' is not a price per kWh", "write it such as 0.07 USD/kWh"),
    (
      "0.072 dollars/kWh", "'dollars' is not a currency code",
      "write the three capital letters of a currency, such as 0.07 USD/kWh"
    ),
  ])
  func `a malformed price is refused with what to write`(text: String, message: String, help: String) {
    let problem = #expect(throws: QuantityProblem.self) { try EnergyPrice(text) }
    #expect(problem?.message == message)
    #expect(problem?.help == help)
  }

  @Test func `two currencies cannot be added`() async {
    await #expect(processExitsWith: .failure) {
      _ = Money(1, .usd) + Money(1, .eur)
    }
  }
}
