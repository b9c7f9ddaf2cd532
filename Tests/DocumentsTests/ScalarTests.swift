import Documents
import Testing

@Suite("Plain values")
struct ScalarTests {
  let schema = BlockSchema(
    "values", "One of each.",
    keys: [
      .optional("integer", .integer(), ""), .optional("number", .number(), ""),
      .optional("positive", .number(0...Double.greatestFiniteMagnitude), ""),
      .optional("few", .integer(Int.min...3), ""), .optional("boolean", .boolean, ""),
      .optional("date", .date, ""), .optional("name", .identifier, ""), .optional("text", .text, ""),
    ])

  /// The message and help of the only complaint about a value that must be refused.
  func complaint<Value>(_ text: String, _ body: (BlockReader) -> Value?) -> String {
    let diagnostics = Diagnostics()
    let value = DocumentLoader.yaml(SourceFile(name: "s.yaml", text: text), into: diagnostics)
      .flatMap { DocumentReader($0, into: diagnostics).root(schema) }.flatMap(body)
    #expect(value == nil)
    #expect(diagnostics.all.count == 1)
    return diagnostics.all.map { $0.message + ($0.help.map { "; help: \($0)" } ?? "") }.joined()
  }

  @Test(arguments: ["0", "7", "-12", "9223372036854775807", "-9223372036854775808"])
  func `whole numbers are read`(text: String) {
    #expect(read("integer: \(text)", schema) { $0.integer("integer") }.value == Int(text))
  }

  @Test(
    arguments: [
      ("010", "found '010'; help: some readers take a leading zero for octal: write 10"),
      ("-007", "found '-007'; help: some readers take a leading zero for octal: write -7"),
      ("00", "found '00'; help: some readers take a leading zero for octal: write 0"),
      ("1_000", "found '1_000'; help: write 1000 without separators"),
      ("1e3", "found '1e3'; help: write 1000"),
      ("3.0", "found '3.0'; help: write 3"),
      ("2.5", "found '2.5'"),
      ("7:30", "found '7:30'; help: some readers take colons for base 60: write a plain decimal number"),
      ("0x1F", "found '0x1F'; help: write 31 in decimal"),
      ("0o17", "found '0o17'; help: write 15 in decimal"),
      ("+5", "found '+5'; help: write 5 without the plus sign"),
      ("many", "found 'many'"),
      ("--5", "found '--5'"),
      (".inf", "found '.inf'"),
      ("\"5\"", "found quoted text; help: write it without quotes"),
      ("[5]", "found a list"),
      ("{a: 5}", "found a block of keys"),
    ])
  func `other spellings of whole numbers are refused with the right one`(text: String, expected: String) {
    let complaint = complaint("integer: \(text)") { $0.integer("integer") }
    #expect(complaint == "'integer' takes a whole number, \(expected)")
  }

  @Test func `whole numbers beyond 64 bits are refused`() {
    let complaint = complaint("integer: 9223372036854775808") { $0.integer("integer") }
    #expect(complaint == "'integer' is 9223372036854775808, which is too large for a whole number")
  }

  @Test(arguments: ["0", "-0.5", "12.25", "1e3", "2.5E-3", "6.02e+23"])
  func `decimal numbers are read`(text: String) {
    #expect(read("number: \(text)", schema) { $0.number("number") }.value == Double(text))
  }

  @Test(
    arguments: [
      (".nan", "takes a finite number, found '.nan'; help: write a number, or delete the key"),
      ("-.inf", "takes a finite number, found '-.inf'; help: write a number, or delete the key"),
      ("NaN", "takes a finite number, found 'NaN'; help: write a number, or delete the key"),
      ("infinity", "takes a finite number, found 'infinity'; help: write a number, or delete the key"),
      ("1e999", "is 1e999, which is too large for a number"),
      ("1,5", "takes a number, found '1,5'; help: write 1.5 with a decimal point"),
      (".5", "takes a number, found '.5'; help: write 0.5"),
      ("5.", "takes a number, found '5.'; help: write 5.0"),
      ("1_000.5", "takes a number, found '1_000.5'; help: write 1000.5 without separators"),
      ("0x10", "takes a number, found '0x10'; help: write 16 in decimal"),
      ("0x1p3", "takes a number, found '0x1p3'"),
      ("1e", "takes a number, found '1e'"),
    ])
  func `other spellings of numbers are refused with the right one`(text: String, expected: String) {
    #expect(complaint("number: \(text)") { $0.number("number") } == "'number' \(expected)")
  }

  @Test func `limits are named`() {
    #expect(
      complaint("positive: -0.5") { $0.number("positive") } == "'positive' must be at least 0, found -0.5")
    #expect(complaint("few: 4") { $0.integer("few") } == "'few' must be at most 3, found 4")
  }

  @Test(arguments: [("yes", "true"), ("on", "true"), ("True", "true"), ("No", "false"), ("off", "false")])
  func `only true and false are booleans`(text: String, meaning: String) {
    let complaint = complaint("boolean: \(text)") { $0.boolean("boolean") }
    #expect(complaint == "'boolean' takes true or false, found '\(text)'; help: write \(meaning)")
  }

  @Test(
    arguments: [
      ("2023-02-29", "there is no day 2023-02-29; help: February 2023 has 28 days"),
      ("31.01.2006", "'31.01.2006' is not a date; help: write year-month-day, such as 2006-01-31"),
    ])
  func `days that do not exist are refused`(text: String, expected: String) {
    #expect(complaint("date: \(text)") { $0.date("date") } == "'date' cannot be used: \(expected)")
  }

  @Test func `text that looks like something else stays text`() {
    for text in ["1.10", "no", "010", "2006-01-31"] {
      #expect(read("text: \(text)", schema) { $0.text("text") }.value == text)
    }
    #expect(read("text: \"\"", schema) { $0.text("text") }.value == "")
  }

  @Test(arguments: ["web", "hp-dl380-g4", "2u", "a_b.c", "größe"])
  func `names are read`(text: String) {
    #expect(read("name: \(text)", schema) { $0.identifier("name") }.value == text)
  }

  @Test(arguments: ["two words", "-x", "a/b", "\"\"", "a,b"])
  func `other words are no names`(text: String) {
    #expect(complaint("name: \(text)") { $0.identifier("name") }.hasPrefix("'name' takes a name"))
  }
}
