import Documents

/// The document and the complaints about it as the user would see them.
func load(_ text: String, name: String = "s.yaml") -> (document: Document?, complaints: String) {
  let (document, diagnostics) = DocumentLoader.yaml(bytes: Array(text.utf8), name: name)
  return (document, DiagnosticRendering.text(diagnostics))
}

/// Reads a document that must parse by a declaration; gives what the body returns and the complaints.
func read<Value>(
  _ text: String, _ schema: BlockSchema, _ body: (BlockReader) -> Value
) -> (value: Value?, complaints: String) {
  let diagnostics = Diagnostics()
  let file = SourceFile(name: "s.yaml", text: text)
  let value = DocumentLoader.yaml(file, into: diagnostics)
    .flatMap { DocumentReader($0, into: diagnostics).root(schema) }.map(body)
  return (value, DiagnosticRendering.text(diagnostics))
}

/// A parser of the kind that the quantities room plugs in.
func watts(_ text: String) -> Result<Double, ValueProblem> {
  let parts = text.split(separator: " ")
  guard parts.count == 2, let number = Double(parts[0]) else {
    return .failure(ValueProblem("has no unit", help: "write a power such as '2.4 kW'"))
  }
  switch parts[1] {
  case "W": return .success(number)
  case "kW": return .success(number * 1000)
  default: return .failure(ValueProblem("has the unit '\(parts[1])', which is not a power"))
  }
}

enum Redundancy: String, CaseIterable {
  case none = "n"
  case spare = "n+1"
  case mirrored = "n+n"
}

let supplySchema = BlockSchema(
  "power supply", "How the supplies of a server share its load.",
  keys: [
    .required("count", .integer(1...12), "How many supplies are fitted."),
    .optional("mode", .choice(Redundancy.allCases.map(\.rawValue)), default: "n+1", "How they share."),
    .optional("rating", .quantity("power", example: "750 W"), "What one can deliver."),
    .optional("efficiency", .number(0...1), "At half load."),
  ])

let serverSchema = BlockSchema(
  "server", "A kind of server.",
  keys: [
    .required("model", .reference("server model"), "Which server of the catalogue."),
    .optional("idle", .quantity("power", example: "120 W"), "What it draws without work."),
    .optional("bought", .date, "When it was bought."),
    .optional("spare", .boolean, default: "false", "Whether it waits for another to fail."),
    .optional("supplies", .block(supplySchema), "Its power supplies."),
    .optional("guests", .list(of: .identifier), "What runs on it."),
    .optional("limits", .map(of: .integer(0...100)), "Most percent of each resource."),
    .optional(
      "price", .oneOf([.quantity("price", example: "3000 USD"), .list(of: .number())]), "What it cost."),
  ])
