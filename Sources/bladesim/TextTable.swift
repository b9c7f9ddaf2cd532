/// Columns of text, aligned with spaces.
struct TextTable {
  /// On which side a column is flush.
  enum Alignment {
    case left, right
  }

  let rows: [[String]]
  let alignments: [Alignment]

  /// The table, each row on a line of its own, two spaces between columns.
  var text: String {
    var widths = [Int](repeating: 0, count: alignments.count)
    for row in rows {
      for (column, cell) in row.enumerated() { widths[column] = max(widths[column], cell.count) }
    }
    var text = ""
    for row in rows {
      var line = ""
      for (column, cell) in row.enumerated() {
        let padding = String(repeating: " ", count: widths[column] - cell.count)
        line += (column > 0 ? "  " : "") + (alignments[column] == .left ? cell + padding : padding + cell)
      }
      while line.last == " " { line.removeLast() }
      text += line + "\n"
    }
    return text
  }
}
