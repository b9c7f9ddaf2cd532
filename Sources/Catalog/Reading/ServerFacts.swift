import Documents
import Facility
import Power
import Quantities
import Scenario
import Virtualization
import Workload

/// The sidecar of a rack server or blade: what the device-type schema has no place for.
enum ServerFacts {
  static let schema = BlockSchema(
    "server", "A rack server or blade in one tested configuration.",
    keys: [
      .required("kind", .choice(["server"]), "What the entry is."),
      .required("title", .text, "The name for people."),
      Figures.figure("year", .integer(1960...2100), "When this configuration could be bought."),
      Figures.evidenceKey,
      .optional(
        "device-type", .block(deviceType), "Where the figures of the device-type document come from."),
      Figures.optionalFigure(
        "weight", .quantity(Kilograms.self), default: "that of the device type", "Its mass, fitted."),
      .optional("blade", .block(blade), "For a blade: where it fits."),
      .required("processor", .block(processor), "Its processors, all of one model."),
      .required("memory", .block(memory), "Its memory."),
      .optional("load-curve", .block(loadCurve), "What it computes and draws, as measured."),
      .optional("build", .block(BuiltCurve.schema), "The same of a server that nobody has measured."),
      .required("start-up", .block(startUp), "What starting it costs."),
      .optional(
        "cables", .block(Cabling.schema), default: "one for each port of the device type",
        "Its cables as usually installed."),
      Figures.figure("price", .money, "What it costs."),
      Figures.figure("embodied-carbon", .quantity(KilogramsCO2e.self), "Greenhouse gas of making it."),
    ])

  static let deviceType = BlockSchema(
    "device-type facts", "Evidence for the device-type document.",
    keys: [.required("evidence", .block(Evidence.schema), "Where its figures come from.")])

  static let blade = BlockSchema(
    "blade", "Which enclosures take a blade, and the bays it covers.",
    keys: [
      .required("families", .list(of: .identifier), "Families of enclosures that take it."),
      Figures.figure("columns", .integer(1...16), "Bays it covers side by side."),
      Figures.figure("rows", .integer(1...16), "Bays it covers one below the other."),
      Figures.optionalFigure("blades-per-bay", .integer(1...4), default: "1", "How many share one bay."),
      Figures.evidenceKey,
    ])

  static let processor = BlockSchema(
    "processor", "Processors, all of one model.",
    keys: [
      Figures.figure("model", .text, "The model as its maker names it."),
      .required("vendor", .choice(ProcessorVendor.allCases.map(\.rawValue)), "Who makes it."),
      .required("architecture", .choice(InstructionSet.allCases.map(\.rawValue)), "The instruction set."),
      Figures.figure("sockets", .integer(1...64), "How many are fitted."),
      Figures.figure("cores", .integer(1...4096), "Cores of all of them together."),
      Figures.figure("clock", .quantity(Hertz.self), "Nominal clock of a core."),
      Figures.figure(
        "extensions", .list(of: .choice(Processor.Extension.allCases.map(\.rawValue))),
        "What it does to help a hypervisor."),
      Figures.evidenceKey,
    ])

  static let memory = BlockSchema(
    "memory", "Memory of a server.",
    keys: [
      Figures.figure("installed", .quantity(Bytes.self), "Fitted in the tested configuration."),
      Figures.figure("maximum", .quantity(Bytes.self), "The most it takes."),
      Figures.figure("slots", .integer(1...256), "Modules it takes."),
      Figures.evidenceKey,
    ])

  static let loadCurve = BlockSchema(
    "load-curve", "Work at full load and power against the share of it.",
    keys: [
      .required(
        "plane", .choice(MeasuringPlane.allCases.map(\.rawValue)),
        "Where the watts are measured: at the wall, or behind the supplies."),
      Figures.figure("throughput", .quantity(WorkPerSecond.self), "Work at full load."),
      Figures.optionalFigure(
        "throughput-by-level", .list(of: .quantity(WorkPerSecond.self)),
        "Work as it was measured at 10 %, 20 %, ... 100 %, where it was published."),
      Figures.figure(
        "draw", .list(of: .quantity(Watts.self)),
        "Power at active idle, 10 %, 20 %, ... 100 % of the throughput."),
      .optional(
        "supplies", .block(SupplyBank.schema), "The supplies it was measured with, for a curve at the wall."),
      .optional(
        "measured-in", .choice(["case", "enclosure"]), default: "case",
        "Whether the curve of a blade comes from results of a whole enclosure, whose fans follow its load."),
      Figures.evidenceKey,
    ])

  static let startUp = BlockSchema(
    "start-up", "What starting a server costs, and what it draws when off.",
    keys: [
      Figures.figure("time", .quantity(Seconds.self), "From power-on until work can start."),
      Figures.figure("share-of-peak", .quantity(Fraction.self), "Power meanwhile, as a share of the peak."),
      Figures.figure(
        "standby", .quantity(Watts.self), "Power while switched off, on the plane of the curve."),
      Figures.evidenceKey,
    ])

  /// Makes the model; nil, after complaints, when something is missing or does not fit.
  static func model(of type: DeviceType, _ block: BlockReader) -> ServerModel? {
    let sheet = FactSheet()
    let entry = Figures(block, sheet: sheet)
    let title = block.text("title")
    let year = entry.integer("year", "year")
    let weight = Mounting.weight(of: type, entry)
    let form = weight.flatMap { Mounting.form(of: type, entry, title: title ?? type.slug, weight: $0) }
    let processor = entry.nested("processor").flatMap(processor(reading:))
    let memory = entry.nested("memory").flatMap(memory(reading:))
    let load = LoadCurve(reading: entry, sockets: processor?.sockets, isBlade: type.role == .child)
    let cables = Cabling.cables(of: type, entry)
    let price = entry.money("price", "price")
    let carbon = entry.quantity("embodied-carbon", "embodied carbon", as: KilogramsCO2e.self)
    guard let title, let year, let weight, let form, let processor, let memory, let load, let cables,
      let price,
      let carbon
    else { return nil }
    return ServerModel(
      slug: type.slug, title: title, year: year, form: form, weight: weight, processor: processor,
      memory: memory.installed, maximumMemory: memory.maximum, throughput: load.throughput,
      throughputByLevel: load.throughputByLevel, power: load.power,
      isMeasuredInEnclosure: load.isMeasuredInEnclosure, cables: cables, price: price, embodiedCarbon: carbon,
      facts: sheet.facts)
  }

  private static func processor(reading figures: Figures) -> Processor? {
    let block = figures.block
    let name = figures.text("model", "processor")
    let vendor = block.choice("vendor", as: ProcessorVendor.self)
    let instructionSet = block.choice("architecture", as: InstructionSet.self)
    let sockets = figures.integer("sockets", "sockets")
    let cores = figures.integer("cores", "cores")
    let clock = figures.quantity("clock", "clock", as: Hertz.self)
    let extensions = figures.value(
      "extensions", "help for hypervisors",
      text: { $0.isEmpty ? "none" : $0.map(\.rawValue).joined(separator: ", ") },
      read: { $0.elements().compactMap { $0.choice(as: Processor.Extension.self) } })
    guard let name, let vendor, let instructionSet, let sockets, let cores, let clock, let extensions else {
      return nil
    }
    guard cores >= sockets else {
      block.error(
        "cores", "\(cores) cores in \(sockets) sockets leave a socket empty",
        help: "give the cores of all processors together")
      return nil
    }
    return Processor(
      name: name, vendor: vendor, instructionSet: instructionSet, extensions: extensions, sockets: sockets,
      cores: cores, clock: clock)
  }

  private static func memory(reading figures: Figures) -> (installed: Bytes, maximum: Bytes)? {
    let installed = figures.quantity("installed", "memory", as: Bytes.self)
    let maximum = figures.quantity("maximum", "maximum memory", as: Bytes.self)
    let slots = figures.integer("slots", "memory slots")
    guard let installed, let maximum, slots != nil else { return nil }
    guard installed <= maximum else {
      figures.block.error(
        "installed", "\(installed) of memory are installed, but \(maximum) are the most it takes")
      return nil
    }
    return (installed, maximum)
  }
}
