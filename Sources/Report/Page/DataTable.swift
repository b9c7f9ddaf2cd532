/// Numbers in rows and columns, as a table of the page and as CSV.
struct DataTable: Sendable, Hashable {
  /// The heading of each column; the first is that of the rows' names.
  let columns: [String]
  /// The rows, each with as many cells as there are columns.
  let rows: [[String]]
  /// The name of the CSV file, without ending.
  let name: String
  /// Whether the cells after the first are words rather than numbers.
  var hasWords = false

  var markup: Markup {
    Markup("div", ["class": "scroll"]) {
      Markup("table", ["class": hasWords ? "words" : "numbers"]) {
        Markup("thead") {
          Markup("tr") { for column in columns { Markup("th", ["scope": "col"]) { column } } }
        }
        Markup("tbody") {
          for row in rows {
            Markup("tr") {
              Markup("th", ["scope": "row"]) { row.first ?? "" }
              for cell in row.dropFirst() { Markup("td") { cell } }
            }
          }
        }
      }
    }
  }

  /// The table below a picture, folded on screens and open on paper, with its CSV.
  func folded(_ summary: String) -> Markup {
    Markup("details") {
      Markup("summary") { summary }
      markup
      Markup("p", ["class": "csv"]) {
        Markup("a", ["download": "\(name).csv", "href": "data:text/csv;charset=utf-8,\(percentEncodedCSV)"]) {
          "Save as CSV"
        }
      }
    }
  }

  /// The table as CSV (RFC 4180).
  var csv: String {
    ([columns] + rows).map { row in row.map(DataTable.field).joined(separator: ",") + "\r\n" }.joined()
  }

  private static func field(_ cell: String) -> String {
    var cell = PlainText.ascii(cell)
    let isNumber = Double(cell.filter { $0 != " " }) != nil
    if isNumber {
      cell = cell.filter { $0 != " " }
    } else if let first = cell.first, "=+-@".contains(first) {
      // A spreadsheet would take such a name for a formula.
      cell = "'" + cell
    }
    guard cell.contains(where: { $0 == "," || $0 == "\"" || $0.isNewline }) else { return cell }
    var quoted = "\""
    for character in cell { quoted += character == "\"" ? "\"\"" : String(character) }
    return quoted + "\""
  }

  private var percentEncodedCSV: String {
    var encoded = ""
    for byte in csv.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"), UInt8(ascii: ","):
        encoded.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        encoded += digits.count == 1 ? "%0\(digits)" : "%\(digits)"
      }
    }
    return encoded
  }
}
