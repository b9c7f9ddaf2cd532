import Documents
import Foundation
import Quantities
import TestSupport
import Testing

@testable import Catalog

@Suite("Device types of the community library")
struct DeviceTypeTests {
  private static let head = "manufacturer: HP\nmodel: X\nslug: hp-x\nis_full_depth: true\n"

  private func complaints(_ text: String) -> [String] {
    let diagnostics = Diagnostics()
    let type = DeviceType(reading: SourceFile(name: "x.yaml", text: text), into: diagnostics)
    #expect((type == nil) == diagnostics.hasErrors)
    return diagnostics.all.map { "\($0.position?.line ?? 0): \($0.message)" }
  }

  @Test(arguments: [
    (
      "u_height: 1\nsubdevice_role: child",
      "5: a child takes the height of its parent, so its 'u_height' is 0, found 1 U"
    ),
    ("u_height: 1\nu_height: 2", "6: the key 'u_height' is already given in line 5"),
    ("u_height: 1\nweight_unit: kg", "6: there is a 'weight_unit' but no 'weight'"),
    ("u_height: 1\nweight: 3", "6: there is a 'weight' but no 'weight_unit'"),
    ("u_height: 1\ndescription: ''", "6: an empty text says nothing"),
    ("u_height: 1\nairflow: ''", "6: an empty text says nothing"),
    ("u_height: 1\ndevice-bays:\n  - name: A", "6: only a parent has device bays"),
    ("u_height: 1.3", "5: 'u_height' is a multiple of 0.5, found 1.3"),
    ("u_height: 1\ncores: 4", "6: unknown key 'cores' in device type"),
    (
      "u_height: 1\nmodule-bays:\n  - name: A\n    maximum_draw: 3",
      "8: unknown key 'maximum_draw' in module-bay"
    ),
    (
      "u_height: 1\npower-ports:\n  - {name: A, type: c14, maximum_draw: 10, allocated_draw: 20}",
      "7: 'allocated_draw' of 20 W exceeds 'maximum_draw' of 10 W"
    ),
    ("u_height: 1\nweight_unit: stone\nweight: 3", "6: 'weight_unit' cannot be 'stone'"),
    ("u_height: 1\nfront_image: maybe", "6: 'front_image' takes true or false, found 'maybe'"),
  ])
  func `what the library's rules refuse is refused at its line`(text: String, message: String) {
    #expect(complaints(Self.head + text + "\n") == [message])
  }

  @Test func `a slug with capitals is refused with the slug to write`() {
    let diagnostics = Diagnostics()
    let text = "manufacturer: Dell\nmodel: X\nslug: dell-FC630\nu_height: 1\n"
    #expect(DeviceType(reading: SourceFile(name: "x.yaml", text: text), into: diagnostics) == nil)
    #expect(diagnostics.all.map(\.help) == ["write 'dell-fc630'"])
  }

  @Test(arguments: [("kg", 10.0), ("g", 0.01), ("lb", 4.5359237), ("oz", 0.28349523125)])
  func `mass is read in the four units of the library`(unit: String, kilograms: Double) throws {
    let text = Self.head + "u_height: 0.5\nweight: 10\nweight_unit: \(unit)\n"
    let type = try #require(DeviceType(reading: SourceFile(name: "x.yaml", text: text), into: Diagnostics()))
    #expect(isClose(try #require(type.weight).value, kilograms))
    #expect(type.height == RackUnits(0.5))
  }

  @Test func `ports, bays and roles are kept`() throws {
    let text =
      Self.head
        + """
        u_height: 10
        subdevice_role: parent
        device-bays: [{name: Bay 1}, {name: Bay 2}]
        module-bays: [{name: PS1, position: '1'}]
        power-ports: [{name: PS1, type: iec-60320-c20, maximum_draw: 2650}]
        interfaces: [{name: OA1, type: 1000base-t, mgmt_only: true}, {name: NIC, type: 10gbase-t}]
        """
    let type = try #require(DeviceType(reading: SourceFile(name: "x.yaml", text: text), into: Diagnostics()))
    #expect(type.deviceBays == ["Bay 1", "Bay 2"] && type.moduleBays == ["PS1"] && type.role == .parent)
    #expect(type.powerPorts.first?.maximumDraw == Watts(2650))
    #expect(type.interfaces.map(\.isManagement) == [true, false])
  }

  // MARK: - The library's own files

  static let libraryFiles: [String] = {
    guard ReferenceData.isAvailable else { return [] }
    let folder = ReferenceData.folder.appendingPathComponent("devicetypes")
    let paths =
      FileManager.default.enumerator(atPath: folder.path)?.allObjects.compactMap { $0 as? String } ?? []
    return paths.filter { $0.hasSuffix(".yaml") && !$0.hasPrefix("_") }.sorted()
  }()

  /// Files of the library that its own schema refuses, with the line and what is wrong there.
  static let broken: [String: [String]] = [
    "Dell/dell-poweredge-m620.yaml": ["7:"],
    "Dell/dell-poweredge-FC630.yaml": [
      "4: the slug", "10: the key 'subdevice_role' is already given in line 9",
    ],
    "Lenovo/modular-enclosure-thinksystem-type-7x22.yaml": ["an empty text"],
    "Lenovo/thinksystem-sd530.yaml": ["an empty text"],
    "Supermicro/supermicro-as-2124bt-htr.yaml": ["unknown key 'maximum_draw' in module-bay"],
    "Supermicro/supermicro-as-3015mr-h8tnr.yaml": ["unknown key 'maximum_draw' in module-bay"],
    "Supermicro/supermicro-sys-6028tr-htr.yaml": ["unknown key 'maximum_draw' in module-bay"],
    "Supermicro/supermicro-sys-530mt-h8tnr.yaml": ["unknown key 'position' in device-bay"],
  ]

  @Test(.enabled(if: ReferenceData.isAvailable), arguments: libraryFiles)
  func `a file of the library is read, or refused for what its own schema refuses`(path: String) throws {
    let text = try ReferenceData.text("devicetypes/" + path)
    let found = complaints(text)
    if let expected = Self.broken[path] {
      for message in expected { #expect(found.contains { $0.contains(message) }, "\(found)") }
    } else {
      #expect(found == [])
    }
  }

  @Test(.enabled(if: ReferenceData.isAvailable))
  func `the library has the 89 device types the tests were written for`() {
    #expect(Self.libraryFiles.count == 89)
  }

  @Test(.enabled(if: ReferenceData.isAvailable), arguments: ["HPE/10642-G2.yaml", "APC/AR3150.yaml"])
  func `rack types of the library are read`(path: String) throws {
    let diagnostics = Diagnostics()
    let file = SourceFile(name: path, text: try ReferenceData.text("devicetypes/_rack-types/" + path))
    let document = try #require(DocumentLoader.yaml(file, into: diagnostics))
    let type = try #require(RackTypeDocument(reading: document, into: diagnostics))
    #expect(diagnostics.isEmpty)
    #expect(type.height == RackUnits(42) && type.weight != nil && type.maximumWeight != nil)
  }
}
