import Foundation
import TestSupport
import Testing

/// The built program, run as a user runs it.
struct Program {
  /// What a run came to.
  struct Outcome {
    let status: Int32
    let output: String
    let messages: String
  }

  /// The program beside the test bundle.
  static let path: String = {
    var folder = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    // Depending on how tests are started, the first argument is the bundle or a helper of the toolchain.
    for candidate in [folder, Bundle.main.bundleURL, Bundle.main.bundleURL.deletingLastPathComponent()] {
      folder = candidate
      let program = folder.appendingPathComponent("bladesim").path
      if FileManager.default.isExecutableFile(atPath: program) { return program }
    }
    let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return repository.appendingPathComponent(".build/debug/bladesim").path
  }()

  /// The root of the project.
  static let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// A new folder that is removed with the value.
  final class Folder {
    let url: URL

    init() throws {
      url = FileManager.default.temporaryDirectory.appendingPathComponent("bladesim-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    /// Writes a file and gives its path.
    @discardableResult
    func write(_ text: String, to name: String) throws -> String {
      let file = url.appendingPathComponent(name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
      return name
    }

    func data(_ name: String) -> Data? {
      FileManager.default.contents(atPath: url.appendingPathComponent(name).path)
    }
    func exists(_ name: String) -> Bool { data(name) != nil }
  }

  /// Runs the program in a folder.
  ///
  /// - Parameters:
  ///   - killAfter: seconds after which a signal is sent, and which.
  ///   - device: where standard output goes, if not to the outcome.
  static func run(
    _ arguments: [String], in folder: Folder, killAfter: (seconds: Double, signal: Int32)? = nil,
    outputTo device: String? = nil
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.currentDirectoryURL = folder.url
    process.environment = ProcessInfo.processInfo.environment.merging(
      ["BLADESIM_REFERENCE_DATA": ReferenceData.folder.path]
    ) { _, new in new }
    let output = folder.url.appendingPathComponent(".stdout-\(UUID().uuidString)")
    let messages = folder.url.appendingPathComponent(".stderr-\(UUID().uuidString)")
    for file in [output, messages] { _ = FileManager.default.createFile(atPath: file.path, contents: nil) }
    process.standardOutput = try FileHandle(forWritingTo: device.map { URL(fileURLWithPath: $0) } ?? output)
    process.standardError = try FileHandle(forWritingTo: messages)
    process.standardInput = FileHandle.nullDevice
    try process.run()
    if let killAfter {
      Thread.sleep(forTimeInterval: killAfter.seconds)
      kill(process.processIdentifier, killAfter.signal)
    }
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus,
      output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
      messages: String(decoding: try Data(contentsOf: messages), as: UTF8.self))
  }
}

/// A scenario that takes a moment.
enum SmallScenario {
  static func text(
    title: String = "A small study", gate: String = "savings(virtualized).energy >= 10 %",
    replications: Int = 2,
    days: Int = 14
  ) -> String {
    """
    bladesim: 1
    title: \(title)
    horizon: {start: 2006-01-02, duration: \(days) d, sample: 15 min}
    seed: 3
    replications: \(replications)
    site:
      climate: chicago-ohare
      electricity: {energy: 0.08 USD/kWh, demand: 10 USD/kW-month, carbon: 0.60 kg/kWh}
      floor: {price: 250 USD/m2-year}
      racks: {model: generic-42u, usable: 40 U, power: 5 kW, power rule: room average}
      power: {era: 2005, topology: n+1, design: 10 kW}
      cooling: {plant: perimeter-dx-2005, unit: 10 kW}
    workload:
      measured on: hp-dl380-g4
      guests:
        - {name: web, count: 20, os: linux-2.6, class: web, memory: 512 MiB, demand: {pattern: office-hours, mean: 6 %, peak: 25 %}}
    layouts:
      - {name: today, servers: {model: hp-dl380-g4}, technique: bare-metal}
      - name: virtualized
        servers: {model: hp-dl380-g5, memory: 16 GiB}
        technique: vmware-esx-3
        hosts: {cpu: 60 %, memory: 90 %}
        placement: {policy: first-fit-decreasing, spare: one host}
    assert:
      - \(gate)

    """
  }
}
