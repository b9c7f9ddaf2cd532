import Documents
import Quantities
import Testing

@Suite("Reading blocks by their declaration")
struct BlockReaderTests {
  @Test func `values are read as declared`() throws {
    let text = """
      model: dl380-g4
      idle: 0.22 kW
      bought: 2005-06-30
      spare: true
      supplies: {count: 2, mode: n+n, efficiency: 0.75}
      guests: [web, mail-1]
      limits: {cpu: 80, memory: 95}
      price: 3000 USD
      """
    let (_, complaints) = read(text, serverSchema) { server in
      #expect(server.value("model") { .success($0) } == "dl380-g4")
      #expect(server.value("idle", watts) == 220)
      #expect(server.date("bought") == CalendarDate(year: 2005, month: 6, day: 30))
      #expect(server.boolean("spare") == true)
      let supplies = server.block("supplies")
      #expect(supplies?.path == "supplies")
      #expect(supplies?.integer("count") == 2)
      #expect(supplies?.choice("mode", as: Redundancy.self) == .mirrored)
      #expect(supplies?.number("efficiency") == 0.75)
      #expect(supplies?.has("rating") == false)
      #expect(server.list("guests").map { $0.identifier() } == ["web", "mail-1"])
      #expect(server.map("limits").map(\.name.value) == ["cpu", "memory"])
      #expect(server.map("limits").map { $0.name.place.span?.start.column } == [10, 19])
      #expect(server.map("limits").map { $0.value.integer() } == [80, 95])
      #expect(server["price"]?.isScalar == true)
      #expect(server["price"]?.value { .success($0) } == "3000 USD")
    }
    #expect(complaints.isEmpty)
  }

  @Test func `all mistakes are reported at once, each with its line and its remedy`() {
    let text = """
      modle: dl380-g4
      idle: 220
      bought: 2023-02-30
      spare: yes
      supplies:
        count: 0
        mode: n+m
        rating: 3 kg
        efficency: .nan
      guests: [web, -x, [1], ~]
      limits: {cpu: 101}
      price: {a: 1}
      """
    let (_, complaints) = read(text, serverSchema) { server in
      #expect(server.value("model", watts) == nil)
      #expect(server.value("idle", watts) == nil)
      #expect(server.date("bought") == nil)
      #expect(server.boolean("spare") == nil)
      let supplies = server.block("supplies")
      #expect(supplies?.integer("count") == nil)
      #expect(supplies?.choice("mode") == nil)
      #expect(supplies?.value("rating", watts) == nil)
      #expect(supplies?.number("efficiency") == nil)
      #expect(server.list("guests").compactMap { $0.identifier() } == ["web"])
      #expect(server.map("limits").compactMap { $0.value.integer() } == [])
      #expect(server["price"]?.value { .success($0) } == nil)
    }
    #expect(
      complaints == """
        s.yaml:1:1: error: unknown key 'modle' in server
           1 | modle: dl380-g4
             | ^~~~~
        help: did you mean 'model'?
        s.yaml:1:1: error: server lacks the key 'model'
           1 | modle: dl380-g4
             | ^
        help: add 'model:' with the name of a server model
        s.yaml:2:7: error: 'idle' has no unit
           2 | idle: 220
             |       ^~~
        help: write a power such as '2.4 kW'
        s.yaml:3:9: error: 'bought' cannot be used: there is no day 2023-02-30
           3 | bought: 2023-02-30
             |         ^~~~~~~~~~
        help: February 2023 has 28 days
        s.yaml:4:8: error: 'spare' takes true or false, found 'yes'
           4 | spare: yes
             |        ^~~
        help: write true
        s.yaml:6:10: error: 'count' must be between 1 and 12, found 0
           6 |   count: 0
             |          ^
        s.yaml:7:9: error: 'mode' cannot be 'n+m'
           7 |   mode: n+m
             |         ^~~
        help: did you mean 'n+1'?
        s.yaml:8:11: error: 'rating' has the unit 'kg', which is not a power
           8 |   rating: 3 kg
             |           ^~~~
        s.yaml:9:3: error: unknown key 'efficency' in power supply
           9 |   efficency: .nan
             |   ^~~~~~~~~
        help: did you mean 'efficiency'?
        s.yaml:10:15: error: 'guests[1]' takes a name, found '-x'
          10 | guests: [web, -x, [1], ~]
             |               ^~
        help: names are letters, digits, '-', '_' and '.', and begin with a letter or digit
        s.yaml:10:19: error: 'guests[2]' takes a name, found a list
          10 | guests: [web, -x, [1], ~]
             |                   ^
        s.yaml:10:24: error: 'guests[3]' has no value
          10 | guests: [web, -x, [1], ~]
             |                        ^
        help: write a name, or delete the line
        s.yaml:11:15: error: 'cpu' must be between 0 and 100, found 101
          11 | limits: {cpu: 101}
             |               ^~~
        s.yaml:12:8: error: 'price' takes a price such as '3000 USD' or a list, found a block of keys
          12 | price: {a: 1}
             |        ^

        """)
  }

  @Test func `a missing key is reported at the key of its block`() {
    let (_, complaints) = read("model: x\nsupplies:\n  mode: n\n", serverSchema) { _ = $0.block("supplies") }
    #expect(
      complaints == """
        s.yaml:2:1: error: power supply lacks the key 'count'
           2 | supplies:
             | ^~~~~~~~
        help: add 'count:' with a whole number

        """)
  }

  @Test func `a key without a value is not mistaken for an absent one, but null is absent`() {
    let (_, complaints) = read("model: x\nidle:\nspare: null\nbought: ~\n", serverSchema) { server in
      #expect(server.value("idle", watts) == nil)
      #expect(server.boolean("spare") == nil)
      #expect(!server.has("bought"))
    }
    #expect(
      complaints == """
        s.yaml:2:1: error: 'idle' has no value
           2 | idle:
             | ^~~~
        help: write a power such as '120 W', or delete the key

        """)
  }

  @Test func `a null in place of a required value is missing`() {
    let (_, complaints) = read("model: null\n", serverSchema) { _ in }
    #expect(complaints.contains("error: server lacks the key 'model'"))
  }

  @Test func `an unknown key that resembles nothing is answered with the valid keys`() {
    let (_, complaints) = read("count: 1\ncolour: red\n", supplySchema) { _ in }
    #expect(complaints.contains("help: valid keys: count, mode, rating, efficiency\n"))
  }

  @Test func `a key that is already written is not suggested`() {
    let (_, complaints) = read("count: 1\ncounts: 2\n", supplySchema) { _ in }
    #expect(complaints.contains("help: valid keys: count, mode"))
  }

  @Test func `a document of the wrong shape is refused`() {
    let (value, complaints) = read("- a\n- b\n", supplySchema) { $0.path }
    #expect(value == nil)
    #expect(complaints.hasPrefix("s.yaml:1:1: error: the document takes a block of keys, found a list\n"))
  }

  @Test func `a path leads back to its line`() throws {
    let text = "layouts:\n  - name: a\n  - name: b\n    servers: {model: x, a.b: 1}\n"
    let document = try #require(load(text).document)
    func start(_ path: String) -> SourcePosition? { document.place(of: path).span?.start }
    #expect(start("layouts[1].servers.model") == SourcePosition(line: 4, column: 22))
    #expect(start("layouts[1].servers") == SourcePosition(line: 4, column: 5))
    #expect(start("layouts[1].servers.\"a.b\"") == SourcePosition(line: 4, column: 30))
    #expect(start("layouts[1].servers.absent") == SourcePosition(line: 4, column: 5))
    #expect(start("layouts[7]") == SourcePosition(line: 1, column: 1))
    #expect(start("") == SourcePosition(line: 1, column: 1))
  }

  @Test func `the reader's own paths lead back to the same place`() {
    let (_, complaints) = read("model: x\nguests: [a, b]\nlimits: {\"a.b\": 3}\n", serverSchema) { server in
      let document = server["guests"].map { $0.path }
      #expect(document == "guests")
      let values = server.list("guests") + server.map("limits").map(\.value)
      #expect(values.map(\.path) == ["guests[0]", "guests[1]", "limits.\"a.b\""])
    }
    #expect(complaints.isEmpty)
  }

  @Test func `a problem found later is reported at its key`() {
    let (_, complaints) = read("model: x\nsupplies: {count: 3, mode: n+n}\n", serverSchema) { server in
      guard let supplies = server.block("supplies"), let count = supplies.integer("count") else { return }
      let counted = supplies.positioned("count", count)
      #expect(counted?.place.path == "supplies.count")
      supplies.error(
        "count", "power supply mode 'n+n' needs an even number of supplies, found \(count)",
        help: "write 2 or 4")
      supplies.warning("rating", "without a rating the largest of the catalogue is taken")
    }
    #expect(
      complaints == """
        s.yaml:2:1: warning: without a rating the largest of the catalogue is taken
           2 | supplies: {count: 3, mode: n+n}
             | ^~~~~~~~
        s.yaml:2:19: error: power supply mode 'n+n' needs an even number of supplies, found 3
           2 | supplies: {count: 3, mode: n+n}
             |                   ^
        help: write 2 or 4

        """)
  }

  @Test func `lists hold blocks and parsed values, and what is wrong in one spares the others`() {
    let schema = BlockSchema(
      "room", "A room.",
      keys: [
        .required("supplies", .list(of: .block(supplySchema)), "Its supplies."),
        .optional("draws", .list(of: .quantity("power", example: "2 kW")), "What it draws."),
        .optional("grid", .list(of: .list(of: .integer(0...9))), "Rows of tiles."),
      ])
    let text = """
      supplies:
        - count: 2
        - just text
        - mode: n
      draws: [1 kW, 2, 300 W]
      grid: [[1, 2], [3, 10]]
      """
    let (_, complaints) = read(text, schema) { room in
      #expect(room.blocks("supplies").map { $0.integer("count") } == [2, nil])
      #expect(room.values("draws", watts) == [1000, 300])
      let grid = room.list("grid").map { row in row.elements().compactMap { $0.integer() } }
      #expect(grid == [[1, 2], [3]])
    }
    #expect(
      complaints == """
        s.yaml:3:5: error: 'supplies[1]' takes a block of keys, found 'just text'
           3 |   - just text
             |     ^~~~~~~~~
        s.yaml:4:5: error: power supply lacks the key 'count'
           4 |   - mode: n
             |     ^
        help: add 'count:' with a whole number
        s.yaml:5:15: error: 'draws[1]' has no unit
           5 | draws: [1 kW, 2, 300 W]
             |               ^
        help: write a power such as '2.4 kW'
        s.yaml:6:20: error: 'grid[1][1]' must be between 0 and 9, found 10
           6 | grid: [[1, 2], [3, 10]]
             |                    ^~

        """)
  }

  @Test func `paths of odd keys lead back to their line`() throws {
    for key in ["a.b", "a[0]", #"with "quotes""#, #"back\slash"#, "two words"] {
      let schema = BlockSchema("map", "A map.", keys: [.required("m", .map(of: .text), "Names.")])
      let (_, complaints) = read("m:\n  x: 1\n  '\(key)': 2\n", schema) { block in
        let value = block.map("m").last?.value
        #expect(value?.place.span?.start.line == 3)
        let document = load("m:\n  x: 1\n  '\(key)': 2\n").document
        #expect(document?.place(of: value?.path ?? "") == value?.place)
      }
      #expect(complaints.isEmpty)
    }
  }

  @Test func `a word decides which block is read`() throws {
    let first = BlockSchema(
      "first fit", "The first host that fits.", keys: [.required("policy", .text, "Its name.")])
    let spare = first.adding([.optional("spare", .integer(0...9), "Hosts left free.")])
    let schema = BlockSchema(
      "layout", "A layout.",
      keys: [.required("placement", .oneOf([.block(first), .block(spare)]), "How guests are placed.")])
    let (value, complaints) = read("placement: {policy: spare, spare: 2}\n", schema) { layout -> Int? in
      guard let placement = layout["placement"] else { return nil }
      return placement.block(placement.peek("policy") == "spare" ? spare : first)?.integer("spare")
    }
    #expect(value == .some(2))
    #expect(complaints.isEmpty)
  }

  @Test func `declarations that nobody reads are found`() throws {
    let document = try #require(load("count: 2\n").document)
    let reader = DocumentReader(document, into: Diagnostics())
    let supply = try #require(reader.root(supplySchema))
    _ = supply.integer("count")
    _ = supply.choice("mode")
    #expect(reader.unreadDeclarations == ["power supply.efficiency", "power supply.rating"])
  }

  @Test func `reading an undeclared key is a programming error`() async {
    await #expect(processExitsWith: .failure) {
      _ = read("count: 2\n", supplySchema) { $0.integer("cuont") }
    }
  }

  @Test func `reading a key as another kind is a programming error`() async {
    await #expect(processExitsWith: .failure) {
      _ = read("count: 2\n", supplySchema) { $0.boolean("count") }
    }
  }
}
