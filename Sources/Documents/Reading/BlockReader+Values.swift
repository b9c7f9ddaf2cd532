public import Quantities

/// The usual readings of a key in one call each; see `ValueReader` for what each accepts.
extension BlockReader {
  /// Any text.
  public func text(_ key: String) -> String? { self[key]?.text() }

  /// A name made of letters, digits, `-`, `_` and `.`.
  public func identifier(_ key: String) -> String? { self[key]?.identifier() }

  /// `true` or `false`.
  public func boolean(_ key: String) -> Bool? { self[key]?.boolean() }

  /// A whole number within the declared limits.
  public func integer(_ key: String) -> Int? { self[key]?.integer() }

  /// A finite number within the declared limits.
  public func number(_ key: String) -> Double? { self[key]?.number() }

  /// A calendar date.
  public func date(_ key: String) -> CalendarDate? { self[key]?.date() }

  /// One of the declared words.
  public func choice(_ key: String) -> String? { self[key]?.choice() }

  /// One of the declared words as a case of an enumeration whose raw values they are.
  public func choice<Choice: RawRepresentable<String>>(_ key: String, as type: Choice.Type) -> Choice? {
    self[key]?.choice(as: type)
  }

  /// Text turned into a value by a parser: quantities and references.
  public func value<Value>(
    _ key: String, _ parse: (String) -> Result<Value, ValueProblem>
  ) -> Value? {
    self[key]?.value(parse)
  }

  /// A nested block.
  public func block(_ key: String) -> BlockReader? { self[key]?.block() }

  /// The elements of a list; none when the key is absent.
  public func list(_ key: String) -> [ValueReader] { self[key]?.elements() ?? [] }

  /// The blocks of a list of blocks; elements that are not blocks are reported and left out.
  public func blocks(_ key: String) -> [BlockReader] { list(key).compactMap { $0.block() } }

  /// The values of a list of texts, each turned into a value by a parser.
  public func values<Value>(
    _ key: String, _ parse: (String) -> Result<Value, ValueProblem>
  ) -> [Value] {
    list(key).compactMap { $0.value(parse) }
  }

  /// The named values of a map, in source order; none when the key is absent.
  public func map(_ key: String) -> [(name: MapKey, value: ValueReader)] {
    self[key]?.namedValues() ?? []
  }

  /// A value together with its place, for problems that only show later.
  public func positioned<Value>(_ key: String, _ value: Value?) -> Positioned<Value>? {
    value.map { Positioned($0, at: place(of: key)) }
  }
}
