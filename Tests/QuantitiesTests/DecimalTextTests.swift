import Quantities
import Testing

@Suite("Decimal text")
struct DecimalTextTests {
  @Test(arguments: [
    (1234.5678, 2, "1234.57"), (0.005, 2, "0.01"), (-0.004, 2, "0.00"), (-2.5, 0, "-3"), (1e6, 0, "1000000"),
    (99.999, 1, "100.0"),
  ])
  func `numbers round half away from zero`(value: Double, decimals: Int, text: String) {
    #expect(DecimalText.rounded(value, decimals: decimals) == text)
  }

  @Test func `thousands stand apart when asked`() {
    #expect(DecimalText.rounded(1_234_567.8, decimals: 1, separator: " ") == "1 234 567.8")
    #expect(DecimalText.rounded(999, decimals: 0, separator: ",") == "999")
    #expect(DecimalText.rounded(-1000, decimals: 0, separator: ",") == "-1,000")
  }

  @Test(arguments: ["1_000", "0x1F", "nan", "", "1e", "--1", "01", "1 000"])
  func `what is not a plain number is refused`(text: String) {
    #expect(DecimalText.number(text[...]) == nil)
  }

  @Test(arguments: [("0", 0.0), ("-0.5", -0.5), ("1e3", 1000), ("007", nil), ("0.1", 0.1)])
  func `plain numbers are read`(text: String, value: Double?) {
    #expect(DecimalText.number(text[...]) == value)
  }
}
