import ResultStore

extension Verdict {
  /// The widest line of the text, in characters, unless the path of a file is longer.
  public static let columns = 80

  /// The verdict for a terminal: the question, what was simulated, a table, the sentences that matter, the
  /// conditions, and where the files are.
  ///
  /// Lines are of plain text of at most ``columns`` characters; only names keep characters beyond ASCII.
  ///
  /// - Parameters:
  ///   - results: the path of the results file, if it is to be named.
  ///   - report: the path of the report, if there is one.
  public func text(results: String? = nil, report: String? = nil) -> String {
    var blocks = [PlainText.wrapped(study.title) + PlainText.wrapped(findings.setting)]
    blocks += tables + poolBlocks + techniqueBlocks
    blocks.append(findings.sentences.flatMap { PlainText.wrapped($0) })
    if !study.gates.isEmpty { blocks.append(gateLines) }
    let files = [results.map { "results  \($0)" }, report.map { "report   \($0)" }].compactMap { $0 }
    if !files.isEmpty { blocks.append(files) }
    return blocks.map { $0.joined(separator: "\n") + "\n" }.joined(separator: "\n")
  }

  private var gateLines: [String] {
    study.gates.flatMap { gate in
      PlainText.wrapped("\(gate.holds ? "passed" : "FAILED")  \(Findings.words(of: gate))", indent: 8)
    }
  }

  /// One table, or several with as many layouts as fit side by side, the first of the study in each
  /// where it fits.
  private var tables: [[String]] {
    let labels = ["", "energy saved", "cost saved"] + rows.map(\.heading).map(PlainText.ascii)
    let labelWidth = labels.map(\.count).max() ?? 0
    let columns = brief.layouts.indices.map { column(of: $0) }
    var blocks: [[Int]] = [[]]
    var width = labelWidth
    for index in brief.layouts.indices {
      if width + columns[index].width > Verdict.columns, !blocks[blocks.count - 1].isEmpty {
        // Where not even two fit, each stands alone.
        let together = labelWidth + columns[0].width + columns[index].width
        let isAlone = together > Verdict.columns
        blocks.append(isAlone ? [] : [0])
        width = isAlone ? labelWidth : labelWidth + columns[0].width
      }
      blocks[blocks.count - 1].append(index)
      width += columns[index].width
    }
    return blocks.map { block in
      var lines: [String] = []
      let headings = block.map { columns[$0].heading }
      for line in 0..<(headings.map(\.count).max() ?? 0) {
        var text = String(repeating: " ", count: labelWidth)
        for (position, index) in block.enumerated() {
          // Names stand on the last lines of the heading.
          let missing = (headings.map(\.count).max() ?? 0) - headings[position].count
          let word = line < missing ? "" : headings[position][line - missing]
          text += PlainText.padded(word, to: columns[index].width, right: true)
        }
        lines.append(PlainText.trimmed(text))
      }
      for row in 0..<columns[0].cells.count {
        var text = PlainText.padded(columns[0].labels[row], to: labelWidth)
        for index in block {
          text += PlainText.padded(columns[index].cells[row], to: columns[index].width, right: true)
        }
        lines.append(PlainText.trimmed(text))
      }
      return lines
    }
  }

  private struct Column {
    let heading: [String]
    let labels: [String]
    let cells: [String]
    let width: Int
  }

  /// What stands below the name of a layout.
  private func column(of layout: Int) -> Column {
    var labels: [String] = []
    var cells: [String] = []
    for row in rows {
      let remark = row.remarks[layout].isEmpty ? "" : " (\(row.remarks[layout]))"
      labels.append(PlainText.ascii(row.heading))
      cells.append(PlainText.ascii(row.text(layout) + remark))
    }
    if brief.layouts.count > 1 {
      for (title, metric) in [("energy saved", StudyMetric.energy), ("cost saved", .cost)] {
        labels.append(title)
        let share = layout == 0 ? nil : findings.share(metric, layout)
        cells.append(share.map { PlainText.ascii(saved($0)) } ?? "")
      }
    }
    let heading = PlainText.broken(brief.layouts[layout].name, width: 18)
    let width = 2 + ((heading + cells).map(\.count).max() ?? 0)
    return Column(heading: heading, labels: labels, cells: cells, width: width)
  }

  private func saved(_ share: Share) -> String {
    switch share.direction {
    case .less: share.sizeAndInterval
    case .more: "-\(share.size)\(share.savedRange)"
    case .same: "0 %"
    case .unclear: "none\(share.savedRange)"
    }
  }
}
