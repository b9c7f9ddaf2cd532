import Documents

extension DeviceType {
  /// The keys of the community library's device-type schema; anything else is refused, as the library does.
  ///
  /// `default_platform` and a few keys of ports are not in the library's schema but in NetBox's own import form, and
  /// files in use have them.
  static let schema = BlockSchema(
    "device type", "A device in the schema of the NetBox community device-type library.",
    keys: [
      .required("manufacturer", .text, "Who makes it."),
      .required("model", .text, "The model as its maker names it."),
      .required("slug", .text, "The name in catalogues: small letters, digits, '-' and '_'."),
      .optional("part_number", .text, "The maker's order number."),
      .required("u_height", .number(0...100), "Height in rack units, in steps of a half; 0 for a child."),
      .optional("is_full_depth", .boolean, default: "true", "Whether it takes the full depth of a rack."),
      .optional("airflow", .choice(airflows), "The way of the air through it."),
      .optional("weight", .number(0...10_000), "Its mass, in the unit of 'weight_unit'."),
      .optional("weight_unit", .choice(weightUnits.map(\.symbol)), "The unit of 'weight'."),
      .optional(
        "subdevice_role", .choice(Role.allCases.map(\.rawValue)), "Whether it has bays or sits in one."),
      .optional("is_powered", .boolean, default: "true", "Whether it takes power itself."),
      .optional("front_image", .boolean, "Whether the library has a picture of its front."),
      .optional("rear_image", .boolean, "Whether the library has a picture of its rear."),
      .optional("description", .text, "What it is."),
      .optional("comments", .text, "Remarks and links."),
      .optional("default_platform", .text, "The operating software it comes with."),
      components("console-ports", "type", "poe"),
      components("console-server-ports", "type"),
      .optional("power-ports", .list(of: .block(powerPort)), "Inlets of power."),
      components("power-outlets", "type", "power_port", "feed_leg"),
      .optional("interfaces", .list(of: .block(interface)), "Network interfaces."),
      components("front-ports", "type", "color", "rear_port", "rear_port_position"),
      components("rear-ports", "type", "color", "positions", "poe"),
      components("module-bays", "position"),
      components("device-bays"),
      components("inventory-items", "manufacturer", "part_id"),
    ])

  static let airflows = [
    "front-to-rear", "rear-to-front", "left-to-right", "right-to-left", "side-to-rear", "rear-to-side",
    "bottom-to-top", "top-to-bottom", "passive", "mixed",
  ]

  /// Units of mass and how many kilograms one is.
  static let weightUnits: [(symbol: String, kilograms: Double)] = [
    ("kg", 1), ("g", 1e-3), ("lb", 0.45359237), ("oz", 0.028349523125),
  ]

  static let powerPort = component(
    "power port",
    adding: [
      .required("type", .text, "The inlet, such as 'iec-60320-c14'."),
      .optional("maximum_draw", .integer(1...1_000_000), "The most it takes, in watts."),
      .optional("allocated_draw", .integer(1...1_000_000), "What is budgeted for it, in watts."),
    ])

  static let interface = component(
    "interface",
    adding: [
      .required("type", .text, "The medium, such as '1000base-t'."),
      .optional("mgmt_only", .boolean, default: "false", "Whether it serves management only."),
    ] + ["poe_mode", "poe_type", "enabled", "bridge", "rf_role", "comments"].map(remark))

  private static func components(_ name: String, _ keys: String...) -> KeyDeclaration {
    .optional(
      name, .list(of: .block(component(String(name.dropLast()), adding: keys.map(remark)))),
      "Its \(name.replacing("-", with: " ")).")
  }

  private static func component(_ name: String, adding keys: [KeyDeclaration]) -> BlockSchema {
    BlockSchema(
      name, "One of the device's \(name)s.",
      keys: [.required("name", .text, "The label on the device.")] + ["label", "description"].map(remark)
        + keys)
  }

  /// A key that the library allows and that nothing here depends on.
  private static func remark(_ key: String) -> KeyDeclaration { .optional(key, .text, "As in the library.") }
}
