import Documents
import Testing

@Suite("JSON Schema from a declaration")
struct JSONSchemaTests {
  @Test func `a small declaration`() {
    let schema = BlockSchema(
      "server", "A kind of server.",
      keys: [
        .required("model", .reference("server model"), "Which \"server\" it is."),
        .optional(
          "idle", .quantity("power", example: "120 W"), default: "from the catalogue", "Draw at rest."),
        .optional(
          "supplies", .block(BlockSchema("supply", "S.", keys: [.required("count", .integer(1...12), "N.")])),
          "Fed by."),
        .optional("share", .list(of: .oneOf([.number(0...0.5), .choice(["all", "none"])])), "Shares."),
        .optional("limits", .map(of: .date), "By name."),
        .optional("spare", .boolean, "Waits."),
      ])
    #expect(
      JSONSchema.document(for: schema, title: "Server") == """
        {
          "$schema": "https://json-schema.org/draft/2020-12/schema",
          "title": "Server",
          "description": "A kind of server.",
          "type": "object",
          "properties": {
            "model": {
              "description": "Which \\"server\\" it is.",
              "type": "string"
            },
            "idle": {
              "description": "Draw at rest. Default: from the catalogue.",
              "type": "string",
              "examples": [
                "120 W"
              ]
            },
            "supplies": {
              "description": "Fed by.",
              "type": "object",
              "properties": {
                "count": {
                  "description": "N.",
                  "type": "integer",
                  "minimum": 1,
                  "maximum": 12
                }
              },
              "required": [
                "count"
              ],
              "additionalProperties": false
            },
            "share": {
              "description": "Shares.",
              "type": "array",
              "items": {
                "anyOf": [
                  {
                    "type": "number",
                    "minimum": 0,
                    "maximum": 0.5
                  },
                  {
                    "enum": [
                      "all",
                      "none"
                    ]
                  }
                ]
              }
            },
            "limits": {
              "description": "By name.",
              "type": "object",
              "additionalProperties": {
                "type": "string",
                "format": "date",
                "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
              }
            },
            "spare": {
              "description": "Waits.",
              "type": "boolean"
            }
          },
          "required": [
            "model"
          ],
          "additionalProperties": false
        }

        """)
  }

  @Test func `the schema is a document that this room reads`() {
    let text = JSONSchema.document(for: serverSchema, title: "Server")
    let (document, complaints) = load(text)
    #expect(complaints.isEmpty)
    #expect(document?.root["properties"]?.entries?.map(\.key) == serverSchema.keys.map(\.name))
  }

  @Test func `declaring a key twice is a programming error`() async {
    await #expect(processExitsWith: .failure) {
      _ = BlockSchema("x", "", keys: [.required("a", .text, ""), .optional("a", .text, "")])
    }
  }

  @Test func `JSON text escapes what it must`() {
    let value = JSONValue.object([
      .init("a\"", .string("\\\u{1}\n\u{2028}é/")), .init("n", .number(.infinity)), .init("x", .number(1e21)),
      .init("e", .array([])), .init("i", .integer(-3)), .init("t", .boolean(true)),
    ])
    #expect(value.text() == #"{"a\"":"\\\u0001\n\u2028é/","n":null,"x":1e+21,"e":[],"i":-3,"t":true}"#)
  }
}
