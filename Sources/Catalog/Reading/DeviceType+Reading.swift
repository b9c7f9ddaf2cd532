public import Documents
import Quantities

extension DeviceType {
  /// Reads a device type and reports what the library's own rules refuse; nil when it cannot be used.
  public init?(reading file: SourceFile, into diagnostics: Diagnostics) {
    let complaints = Diagnostics()
    defer { complaints.all.forEach(diagnostics.add) }
    guard let document = DocumentLoader.yaml(file, into: complaints) else { return nil }
    self.init(reading: document, into: complaints)
  }

  /// Reads a document that has been parsed; nil when the collection holds any error after that.
  init?(reading document: Document, into complaints: Diagnostics) {
    let emptyTexts = EmptyTexts.report(in: document, into: complaints)
    guard let block = DocumentReader(document, into: complaints).root(Self.schema) else { return nil }
    let manufacturer = block.shortText("manufacturer")
    let model = block.shortText("model")
    let slug = block.slug()
    let height = block.height()
    let isFullDepth = block.boolean("is_full_depth") ?? true
    let airflow = emptyTexts.contains("airflow") ? nil : block.choice("airflow")
    let weight = emptyTexts.contains("weight_unit") ? nil : block.weight()
    let role = block.choice("subdevice_role", as: Role.self)
    let powerPorts = block.blocks("power-ports").compactMap(Self.powerPort(reading:))
    let interfaces = block.blocks("interfaces").compactMap(Self.interface(reading:))
    let deviceBays = block.blocks("device-bays").compactMap { $0.text("name") }
    let moduleBays = block.blocks("module-bays").compactMap { $0.text("name") }
    let consolePorts = block.list("console-ports").count
    for remark in ["is_powered", "front_image", "rear_image"] { _ = block.boolean(remark) }
    if role == .child, let height, height > .zero {
      block.error(
        "u_height", "a child takes the height of its parent, so its 'u_height' is 0, found \(height)",
        help: "write 'u_height: 0', or delete 'subdevice_role'")
    }
    if role != .parent, !deviceBays.isEmpty {
      block.error(
        "device-bays", "only a parent has device bays",
        help: "write 'subdevice_role: parent', or make the bays module bays")
    }
    guard !complaints.hasErrors, let manufacturer, let model, let slug, let height else { return nil }
    self.init(
      manufacturer: manufacturer, model: model, slug: slug, height: height, isFullDepth: isFullDepth,
      airflow: airflow, weight: weight, role: role, powerPorts: powerPorts, interfaces: interfaces,
      consolePorts: consolePorts, deviceBays: deviceBays, moduleBays: moduleBays)
  }

  private static func interface(reading block: BlockReader) -> Interface? {
    let isManagement = block.boolean("mgmt_only") ?? false
    guard let name = block.text("name"), let type = block.text("type") else { return nil }
    return Interface(name: name, type: type, isManagement: isManagement)
  }

  private static func powerPort(reading block: BlockReader) -> PowerPort? {
    let maximum = block.integer("maximum_draw").map { Watts(Double($0)) }
    let allocated = block.integer("allocated_draw").map { Watts(Double($0)) }
    if let maximum, let allocated, allocated > maximum {
      block.error(
        "allocated_draw", "'allocated_draw' of \(allocated) exceeds 'maximum_draw' of \(maximum)",
        help: "budget at most what the port can take")
    }
    guard let name = block.text("name") else { return nil }
    return PowerPort(name: name, maximumDraw: maximum, allocatedDraw: allocated)
  }
}

extension BlockReader {
  /// A text of at most 100 characters, as NetBox stores them.
  func shortText(_ key: String) -> String? {
    guard let text = text(key) else { return nil }
    guard text.unicodeScalars.count <= 100 else {
      error(key, "'\(key)' has \(text.unicodeScalars.count) characters; NetBox keeps 100")
      return nil
    }
    return text
  }

  /// The slug in NetBox's form.
  func slug() -> String? {
    guard let slug = shortText("slug") else { return nil }
    let isAllowed = { (byte: UInt8) in
      byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
    }
    guard slug.utf8.allSatisfy(isAllowed) else {
      error(
        "slug", "the slug '\(slug)' has other characters than small letters, digits, '-' and '_'",
        help:
          "write '\(String(decoding: slug.lowercased().utf8.map { isAllowed($0) ? $0 : 0x2D }, as: UTF8.self))'"
      )
      return nil
    }
    return slug
  }

  /// The height, in steps of half a rack unit.
  func height() -> RackUnits? {
    guard let height = number("u_height") else { return nil }
    guard (height * 2).rounded() == height * 2 else {
      error("u_height", "'u_height' is a multiple of 0.5, found \(DecimalText.exact(height))")
      return nil
    }
    return RackUnits(height)
  }

  /// The mass; each of the two keys needs the other.
  func weight() -> Kilograms? {
    let unit = choice("weight_unit")
    let amount = number("weight")
    switch (amount, unit) {
    case (let amount?, let unit?):
      return DeviceType.weightUnits.first { $0.symbol == unit }.map { Kilograms(amount * $0.kilograms) }
    case (nil, .some) where !has("weight"):
      error(
        "weight_unit", "there is a 'weight_unit' but no 'weight'", help: "add the weight, or delete the unit")
    case (.some, nil) where !has("weight_unit"):
      error("weight", "there is a 'weight' but no 'weight_unit'", help: "add 'weight_unit: kg'")
    default: break
    }
    return nil
  }
}

/// Texts of no characters, which the library's files have where a key should be left out.
enum EmptyTexts {
  /// Reports each empty text of a document.
  ///
  /// - Returns: the paths of the empty texts.
  @discardableResult
  static func report(in document: Document, into diagnostics: Diagnostics) -> [String] {
    var paths: [String] = []
    func visit(_ node: Node, _ path: String) {
      switch node.content {
      case .scalar(let scalar):
        guard scalar.isQuoted, scalar.text.isEmpty else { return }
        paths.append(path)
        diagnostics.error(
          at: document.place(of: path), "an empty text says nothing",
          help: "delete the key, or give it a value")
      case .sequence(let elements):
        for (index, element) in elements.enumerated() { visit(element, "\(path)[\(index)]") }
      case .mapping(let entries):
        for entry in entries { visit(entry.value, path.isEmpty ? entry.key : "\(path).\(entry.key)") }
      }
    }
    visit(document.root, "")
    return paths
  }
}
