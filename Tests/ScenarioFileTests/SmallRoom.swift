import Documents
import ScenarioFile

/// A small scenario that tests change in one place, and files that it may name.
enum SmallRoom {
  static let text = """
    bladesim: 1
    title: A small room
    horizon: {start: 2006-01-01, duration: 1 y, sample: 15 min}
    site:
      climate: chicago-ohare
      electricity: {energy: 0.072 USD/kWh, carbon: 0.60 kg/kWh}
      floor: {price: 250 USD/m2-year}
      racks: {model: generic-42u, power: 5 kW}
      power: {era: 2005, design: 60 kW}
      cooling: {plant: perimeter-dx-2005}
    workload:
      measured on: hp-dl380-g4
      guests:
        - name: web
          count: 20
          os: linux-2.6
          memory: 512 MiB
          demand: {pattern: office-hours, mean: 6 %, peak: 25 %}
    layouts:
      - name: today
        servers: {model: hp-dl380-g4}
        technique: bare-metal
      - name: blades
        servers: {model: hp-bl460c-g1, enclosure: hp-c7000}
        technique: vmware-esx-3
    assert:
      - savings(blades).energy >= 10 %

    """

  static let files = [
    "day.csv": "a,5,10,15,20\nb,1,2,3,4\n",
    "unnamed.csv": "5,10,15,20\n",
    "broken.csv": "a,5,10\nb,5,101\n",
    "ragged.csv": "a,5,10\nb,5\n",
    "empty.csv": "",
    "./lonely.yaml": """
    manufacturer: HP
    model: Lonely
    slug: hp-lonely
    u_height: 1
    """,
  ]

  /// The scenario with one piece of text replaced by another, which must occur.
  static func changed(_ old: String, to new: String) -> String {
    precondition(text.contains(old), "the scenario has no '\(old)'")
    return text.replacing(old, with: new, maxReplacements: 1)
  }

  static func load(_ text: String) -> ScenarioFile.Outcome {
    ScenarioFile.load(
      SourceFile(name: "room.yaml", bytes: Array(text.utf8)), resources: MemoryResources(files: files))
  }

  /// All messages about a text as they are shown.
  static func messages(_ text: String) -> String {
    DiagnosticRendering.text(load(text).diagnostics)
  }
}

/// Files that exist only in a table.
struct MemoryResources: ResourceReader {
  let files: [String: String]

  func read(_ path: String) throws(ResourceProblem) -> SourceFile {
    if path.contains("${") {
      throw ResourceProblem("the variable 'TRACES' is not set", help: "set it for this run")
    }
    guard let text = files[path] else { throw ResourceProblem("\(path): there is no such file") }
    return SourceFile(name: path, bytes: Array(text.utf8))
  }
}
