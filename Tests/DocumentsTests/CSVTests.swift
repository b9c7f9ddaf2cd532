import Documents
import TestSupport
import Testing

@Suite("Comma-separated values")
struct CSVTests {
  /// The texts of all rows and the complaints.
  func rows(_ text: String, hasHeader: Bool = false, delimiter: Unicode.Scalar = ",") -> ([[String]], String)
  {
    let diagnostics = Diagnostics()
    let reader = CSVReader(
      SourceFile(name: "t.csv", text: text), into: diagnostics, hasHeader: hasHeader, delimiter: delimiter)
    let rows = reader.map { row in (0..<row.count).map { row.text($0) } }
    return (rows, DiagnosticRendering.text(diagnostics))
  }

  @Test(
    arguments: [
      ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
      ("a,b\r\n1,2", [["a", "b"], ["1", "2"]]),
      ("\u{FEFF}a,b\n", [["a", "b"]]),
      ("\"a,b\",\"c\"\"d\"\n", [["a,b", "c\"d"]]),
      ("\"two\nlines\",x\r\n\"\",y\n", [["two\nlines", "x"], ["", "y"]]),
      ("a,\n,b\n,\n", [["a", ""], ["", "b"], ["", ""]]),
      ("\n\na\n\r\nb\n\n", [["a"], ["b"]]),
      (" a , b \n", [[" a ", " b "]]),
      ("a\"b,c\n", [["a\"b", "c"]]),
      ("", []),
      ("é,刀\n", [["é", "刀"]]),
      ("\"\"\"\"\n", [["\""]]),
    ] as [(String, [[String]])])
  func `rows and fields are found`(text: String, expected: [[String]]) {
    let (rows, complaints) = rows(text)
    #expect(rows == expected)
    #expect(complaints.isEmpty)
  }

  @Test func `other delimiters are asked for`() {
    #expect(rows("a;\"b;c\"\n", delimiter: ";").0 == [["a", "b;c"]])
  }

  @Test func `columns are found by name, in any order`() throws {
    let diagnostics = Diagnostics()
    let file = SourceFile(name: "t.csv", text: "name,cpu,memory\nweb,12,0.5\n\"a,b\",7,2\n")
    let reader = CSVReader(file, into: diagnostics)
    let memory = try #require(reader.column("memory"))
    let name = try #require(reader.column("name"))
    #expect(reader.optionalColumn("disk") == nil)
    let rows = Array(reader)
    try #require(rows.count == 2)
    let (first, second) = (rows[0], rows[1])
    #expect(first.text(name) == "web")
    #expect(first.number(memory) == 0.5)
    #expect(second.text(name) == "a,b")
    #expect(second.integer(memory) == 2)
    #expect(second.line == 3)
    #expect(diagnostics.isEmpty)
  }

  @Test func `mistakes in a table are reported with line, column and name`() {
    let diagnostics = Diagnostics()
    let text = "name,cpu,nmae,cpu\nweb,010,1,1\nmail,101,x\n\"two\nlines\",many,1.5,\n"
    let reader = CSVReader(SourceFile(name: "t.csv", text: text), into: diagnostics)
    #expect(reader.column("names") == nil)
    for row in reader {
      #expect(row.integer(1, in: 0...100) == nil)
      _ = row.integer(2)
      _ = row.value(3, watts)
    }
    #expect(
      DiagnosticRendering.text(diagnostics) == """
        t.csv:1:1: error: the table has no column 'names'
           1 | name,cpu,nmae,cpu
             | ^
        help: did you mean 'name'?
        t.csv:1:15: error: the column 'cpu' is named twice
           1 | name,cpu,nmae,cpu
             |               ^~~
        help: rename one of the two
        t.csv:2:5: error: 'cpu' takes a whole number, found '010'
           2 | web,010,1,1
             |     ^~~
        help: some readers take a leading zero for octal: write 10
        t.csv:2:11: error: 'cpu' has no unit
           2 | web,010,1,1
             |           ^
        help: write a power such as '2.4 kW'
        t.csv:3:10: error: the row has 3 fields where the table has 4
           3 | mail,101,x
             |          ^
        help: quote fields that contain commas or line breaks
        t.csv:5:8: error: 'cpu' takes a whole number, found 'many'
           5 | lines",many,1.5,
             |        ^~~~
        t.csv:5:13: error: 'nmae' takes a whole number, found '1.5'
           5 | lines",many,1.5,
             |             ^~~
        t.csv:5:17: error: 'cpu' has no unit
           5 | lines",many,1.5,
             |                 ^
        help: write a power such as '2.4 kW'

        """)
  }

  @Test(
    arguments: [
      ("a,\"b\nc\n", "t.csv:1:3: error: the quoted field that begins here is not closed\n"),
      ("a,\"b\"c\n", "t.csv:1:6: error: text after the closing quote of a field\n"),
      ("x,y\n\"b\" ,c\n", "t.csv:2:4: error: text after the closing quote of a field\n"),
      ("x\n\"", "t.csv:2:1: error: the quoted field that begins here is not closed\n"),
    ])
  func `broken quotes end the reading`(text: String, expected: String) {
    #expect(rows(text).1.hasPrefix(expected))
  }

  @Test func `a table without a header or of other bytes is one complaint`() {
    #expect(
      rows("", hasHeader: true).1
        == "t.csv: error: the table is empty\nhelp: its first row names the columns\n")
    let diagnostics = Diagnostics()
    let file = SourceFile(name: "t.csv", bytes: [0x61, 0x2C, 0xE9, 0x0A])
    let reader = CSVReader(file, into: diagnostics)
    #expect(reader.column("a") == nil)
    #expect(diagnostics.all.map(\.message) == ["the document is not UTF-8: byte 2 is 0xE9"])
  }

  @Test func `series are appended whole or not at all`() throws {
    let diagnostics = Diagnostics()
    let file = SourceFile(name: "t.csv", text: "a,0,100,55\nb,0,256,1\nc,1,,3\nd,1,-2,\"3\"\n")
    var samples: [UInt8] = []
    let complete = CSVReader(file, into: diagnostics, hasHeader: false).map { row in
      row.appendIntegers(from: 1, in: 0...255, to: &samples)
    }
    #expect(complete == [true, false, false, false])
    #expect(samples == [0, 100, 55])
    #expect(
      diagnostics.all.map(\.message) == [
        "field 3 must be between 0 and 255, found 256", "field 3 takes a whole number, found ''",
        "field 3 must be between 0 and 255, found -2",
      ])
  }

  @Test func `what is written reads back the same`() {
    let rows = [
      ["name", "note"], ["a,b", "say \"x\""], ["two\nlines", "cr\rlf\r\n"], ["", ""], [" padded ", "-1"],
      ["=1+1", "刀片"],
    ]
    var writer = CSVWriter()
    for row in rows { writer.write(row) }
    #expect(writer.text.hasPrefix("name,note\n\"a,b\",\"say \"\"x\"\"\"\n"))
    #expect(self.rows(writer.text).0 == rows)
    var single = CSVWriter()
    for row in [["a"], [""], ["b"]] { single.write(row) }
    #expect(self.rows(single.text).0 == [["a"], [""], ["b"]])
  }

  @Test func `formulas are made harmless only when asked`() {
    let row = ["=SUM(A1)", "+1", "-2.5", "@x", "-cmd", "plain"]
    var plain = CSVWriter()
    plain.write(row)
    #expect(plain.text == "=SUM(A1),+1,-2.5,@x,-cmd,plain\n")
    var guarded = CSVWriter(guardingFormulas: true)
    guarded.write(row)
    #expect(guarded.text == "'=SUM(A1),+1,-2.5,'@x,'-cmd,plain\n")
  }

  @Test func `any fields survive writing and reading`() {
    var random = SeededGenerator(seed: 7)
    let alphabet: [Character] = ["a", "\"", ",", "\n", "\r", " ", "é", "刀", "0"]
    for _ in 0..<2000 {
      let width = Int.random(in: 1...4, using: &random)
      let table = (0..<Int.random(in: 1...4, using: &random)).map { _ in
        (0..<width).map { _ in
          String(
            (0..<Int.random(in: 0...5, using: &random)).map { _ in
              alphabet.randomElement(using: &random) ?? "a"
            })
        }
      }
      var writer = CSVWriter()
      for row in table { writer.write(row) }
      let (read, complaints) = rows(writer.text)
      #expect(read == table)
      #expect(complaints.isEmpty)
    }
  }
}
