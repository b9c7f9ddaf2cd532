import Foundation
import Quantities
import Testing

@testable import Report
@testable import ResultStore

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite("HTML report")
struct HTMLReportTests {
  static let shapes: [(String, @Sendable () throws -> ReportContents)] = [
    ("standard", { try Examples.standard.get() }), ("single", { try Examples.single() }),
    ("hostile", { try Examples.hostile() }),
    ("one replication", { try Examples.contents(replications: 1, storm: false) }),
    (
      "crowd",
      {
        var contents = try Examples.standard.get()
        contents.study = try Examples.crowd(7)
        contents.serverPower += Array(repeating: contents.serverPower[1], count: 5)
        contents.hours += Array(repeating: contents.hours[1], count: 5)
        contents.monthlyHours += Array(repeating: contents.monthlyHours[1], count: 5)
        return contents
      }
    ),
  ]

  @Test(arguments: shapes.indices) func `the page is well formed, needs nothing else and runs nothing`(
    shape: Int
  ) throws {
    let page = HTMLReport(try Self.shapes[shape].1()).text
    let outline = try #require(Outline(of: page))
    #expect(!outline.elements.contains("script"))
    #expect(!outline.elements.contains("img") && !outline.elements.contains("link"))
    #expect(!outline.attributes.contains { $0.name.hasPrefix("on") || $0.name == "src" })
    for link in outline.attributes where link.name == "href" {
      #expect(link.value.hasPrefix("#") || link.value.hasPrefix("data:text/csv"))
    }
    #expect(!page.contains("http://") && !page.contains("https://") && !page.contains("url("))
    #expect(page.contains("default-src 'none'"))
    #expect(page.utf8.count < 1_500_000)
  }

  @Test func `a hostile name is shown as it is, and nowhere taken for markup`() throws {
    let contents = try Examples.hostile()
    let page = HTMLReport(contents).text
    #expect(!page.contains("<script"))
    let outline = try #require(Outline(of: page))
    #expect(outline.text.contains("<script>alert(\"1\")</script> & 'x' ]]>"))
  }

  @Test func `what binds the racks stands in brackets beside their number`() throws {
    var contents = try Examples.standard.get()
    for index in contents.study.layouts.indices {
      contents.study.layouts[index].rackBinding = "power per rack"
    }
    let outline = try #require(Outline(of: HTMLReport(contents).text))
    #expect(outline.text.contains("\(contents.study.layouts[0].racks.count) (kW)"))
  }

  @Test(arguments: shapes.indices) func `every drawing has a title and a description`(shape: Int) throws {
    let outline = try #require(Outline(of: HTMLReport(try Self.shapes[shape].1()).text))
    let drawings = outline.elements.filter { $0 == "svg" }.count
    #expect(drawings > 0)
    #expect(outline.describedDrawings == drawings)
    #expect(outline.attributes.filter { $0 == ("role", "img") }.count == drawings)
  }

  @Test func `every picture has its table and a title`() throws {
    let outline = try #require(Outline(of: HTMLReport(try Examples.standard.get()).text))
    let figures = outline.elements.filter { $0 == "figure" }.count
    #expect(figures >= 6)
    #expect(outline.elements.filter { $0 == "figcaption" }.count == figures)
    // And the feeds of each rack, a long table that is folded without a picture.
    #expect(outline.attributes.filter { $0.name == "download" }.count == figures + 1)
  }

  @Test func `the same study gives the same bytes`() throws {
    let first = HTMLReport(try Examples.contents(replications: 2)).text
    let second = HTMLReport(try Examples.contents(replications: 2)).text
    #expect(first == second)
    #expect(Array(first.utf8) == Array(second.utf8))
  }

  @Test func `a page of many layouts and full racks stays small`() throws {
    var contents = try Examples.standard.get()
    contents.study = try Examples.crowd(12)
    let template = contents.study.layouts[0]
    for index in contents.study.layouts.indices {
      var layout = template
      layout.name = "layout-\(index)"
      layout.hosts = 4000
      layout.servers = (0..<4000).map { StoredServer(host: $0, equipment: $0, guests: 1, bay: nil) }
      layout.racks = (0..<100).map { number in
        var rack = template.racks[0]
        rack.number = number
        rack.equipment = (0..<40).map { unit in
          var item = template.racks[0].equipment[0]
          item.number = number * 40 + unit
          item.position = RackUnits(Double(unit + 1))
          return item
        }
        return rack
      }
      contents.study.layouts[index] = layout
    }
    contents.serverPower = contents.study.layouts.map { _ in (0..<4000).map { Watts(Double($0 % 300)) } }
    contents.hours = contents.study.layouts.map { _ in contents.hours[0] }
    let year = StoredSeries(
      watts: contents.components.map { _ in (0..<8760).map { Float($0 % 97) } },
      outdoor: Array(repeating: 0, count: 8760))
    let hours = MonthlyHours(year, components: contents.components, start: contents.study.start)
    contents.monthlyHours = contents.study.layouts.map { _ in hours }
    let page = HTMLReport(contents).text
    #expect(page.utf8.count < 1_500_000)
    #expect(page.contains("of 100 racks are drawn."))
    #expect(page.contains("The first \(WeekSection.mostLayouts) layouts are drawn."))
  }

  @Test func `the order is that of a reader's questions`() throws {
    let page = HTMLReport(try Examples.standard.get()).text
    let ids =
      ["class=\"answer\"", "class=\"verdict\""]
      + [
        "racks", "floor", "why", "flow", "week", "pue", "efficiency", "money", "risk", "sizing", "gates",
        "assumptions",
        "method",
        "run",
      ]
      .map { "id=\"\($0)\"" }
    let places = try ids.map { try #require(page.range(of: $0)).lowerBound }
    #expect(places == places.sorted())
  }

  @Test func `what each component takes down stands in a table for each layout`() throws {
    let contents = try Examples.standard.get()
    let page = HTMLReport(contents).text
    for layout in contents.study.layouts {
      #expect(layout.impacts.map(\.part).first == "server")
      #expect(page.contains("What each component takes down: \(layout.name)"))
    }
    #expect(page.contains("enclosure midplane"))
  }

  @Test func `energies by component add up to the meter`() throws {
    let contents = try Examples.standard.get()
    let layers = EnergyLayers(contents.components)
    for layout in contents.study.layouts {
      for run in layout.runs {
        let sum = layers.sums(run.energy.map(\.value)).reduce(0, +)
        #expect(abs(sum - run.meterEnergy.value) <= run.meterEnergy.value * 1e-9)
      }
    }
    #expect(layers.layers.count == 9)
    #expect(layers.sums(contents.components.map { _ in 1 }).allSatisfy { $0 > 0 })
  }

  @Test(arguments: [
    ("2006-01-01", 30, 1..<8), ("2006-01-02", 7, 0..<7), ("2006-01-03", 7, 0..<7), ("2006-01-04", 3, 0..<3),
  ])
  func `the week that is drawn is the first whole one`(start: String, days: Int, week: Range<Int>) throws {
    var study = try Examples.study()
    study.start = try .init(start)
    study.sampleCount = Int(Double(days) * 86_400 / study.sample.value)
    #expect(ReportContents.firstWeek(of: study) == week)
  }
}

/// The elements, attributes and text of a page, as an XML parser sees them.
private final class Outline: NSObject, XMLParserDelegate {
  private(set) var elements: [String] = []
  private(set) var attributes: [(name: String, value: String)] = []
  private(set) var text = ""
  private(set) var describedDrawings = 0
  private var open: [(name: String, children: [String])] = []

  /// Reads a page; nil when it is not well formed.
  init?(of page: String) {
    super.init()
    let parser = XMLParser(data: Data(page.utf8))
    parser.delegate = self
    guard parser.parse(), open.isEmpty else { return nil }
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes found: [String: String]
  ) {
    elements.append(name)
    attributes += found.map { ($0.key, $0.value) }
    if !open.isEmpty { open[open.count - 1].children.append(name) }
    open.append((name, []))
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    let closed = open.removeLast()
    if closed.name == "svg", closed.children.prefix(2) == ["title", "desc"] { describedDrawings += 1 }
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }
}
