import Documents
import Project
import Testing

@Suite("The office's table as a file")
struct OfficeFileTests {
  @Test func `the table written as CSV reads back as it was`() throws {
    var plan = SamplePlans.consolidation(guests: 20, people: 8)
    plan.people[0].name = "O'Hara, \"Ann\""
    plan.groups[0].name = "web, front"
    let table = OfficeTable(try ProjectSimulator(plan).run())
    var writer = CSVWriter()
    writer.write(table.header)
    for row in table.rows { writer.write(row) }
    #expect(
      writer.text.hasPrefix(
        "id,name,kind,wave,owner,start,finish,effort (h),predecessors,cost (USD),attempts,critical\n"))
    let diagnostics = Diagnostics()
    let reader = CSVReader(SourceFile(name: "tasks.csv", text: writer.text), into: diagnostics)
    #expect(reader.columns == table.header)
    #expect(reader.map { row in (0..<row.count).map { row.text($0) } } == table.rows)
    #expect(diagnostics.isEmpty)
  }
}
