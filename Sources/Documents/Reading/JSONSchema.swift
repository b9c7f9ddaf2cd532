/// Writes the declaration of a document as JSON Schema (draft 2020-12), for completion and checks in editors.
///
/// A shape check only: units, references and problems between fields are the reader's business.
public enum JSONSchema {
  /// The schema of a document whose outermost block is `schema`, indented, with a final line feed; the same
  /// declaration always gives the same bytes.
  public static func document(for schema: BlockSchema, title: String) -> String {
    var members = [
      JSONValue.Member("$schema", .string("https://json-schema.org/draft/2020-12/schema")),
      JSONValue.Member("title", .string(title)),
    ]
    members += block(schema)
    return JSONValue.object(members).text(indented: true) + "\n"
  }

  private static func block(_ schema: BlockSchema) -> [JSONValue.Member] {
    let required = schema.keys.filter(\.isRequired).map { JSONValue.string($0.name) }
    var members: [JSONValue.Member] = [
      .init("description", .string(schema.summary)),
      .init("type", .string("object")),
      .init("properties", .object(schema.keys.map { .init($0.name, .object(property($0))) })),
    ]
    if !required.isEmpty { members.append(.init("required", .array(required))) }
    members.append(.init("additionalProperties", .boolean(false)))
    return members
  }

  private static func property(_ key: KeyDeclaration) -> [JSONValue.Member] {
    let description = key.summary + (key.defaultText.map { " Default: \($0)." } ?? "")
    // The key says more than the block it takes, so its description replaces the block's.
    return [.init("description", .string(description))] + kind(key.kind).filter { $0.key != "description" }
  }

  private static func kind(_ kind: ValueKind) -> [JSONValue.Member] {
    switch kind {
    case .text: [.init("type", .array([.string("string"), .string("number"), .string("boolean")]))]
    case .identifier:
      [.init("type", .array([.string("string"), .string("number"), .string("boolean")]))]
    case .boolean: [.init("type", .string("boolean"))]
    case .integer(let limits):
      [.init("type", .string("integer"))]
        + (limits.lowerBound > .min ? [.init("minimum", .integer(limits.lowerBound))] : [])
        + (limits.upperBound < .max ? [.init("maximum", .integer(limits.upperBound))] : [])
    case .number(let limits):
      [.init("type", .string("number"))]
        + (limits.lowerBound > -.greatestFiniteMagnitude
          ? [.init("minimum", .number(limits.lowerBound))] : [])
        + (limits.upperBound < .greatestFiniteMagnitude
          ? [.init("maximum", .number(limits.upperBound))] : [])
    case .quantity(_, let example):
      [.init("type", .string("string")), .init("examples", .array([.string(example)]))]
    case .date:
      [
        .init("type", .string("string")), .init("format", .string("date")),
        .init("pattern", .string("^[0-9]{4}-[0-9]{2}-[0-9]{2}$")),
      ]
    case .choice(let names): [.init("enum", .array(names.map { .string($0) }))]
    case .reference: [.init("type", .string("string"))]
    case .block(let schema): block(schema)
    case .list(let element):
      [.init("type", .string("array")), .init("items", .object(self.kind(element)))]
    case .map(let value):
      [.init("type", .string("object")), .init("additionalProperties", .object(self.kind(value)))]
    case .oneOf(let kinds):
      // "anyOf", because two text kinds may both accept the same text.
      [.init("anyOf", .array(kinds.map { .object(self.kind($0)) }))]
    }
  }
}
