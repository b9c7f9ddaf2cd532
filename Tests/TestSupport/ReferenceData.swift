public import Foundation

/// The reference data folder that some tests compare with: `BLADESIM_REFERENCE_DATA`, or `../shared/data`
/// beside the checkout. Tests that need it are `.enabled(if: ReferenceData.isAvailable)` and say so.
public enum ReferenceData {
  /// The folder, whether or not it exists.
  public static let folder: URL = {
    if let path = ProcessInfo.processInfo.environment["BLADESIM_REFERENCE_DATA"] {
      return URL(fileURLWithPath: path, isDirectory: true)
    }
    return URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("shared/data", isDirectory: true)
  }()

  /// Whether the folder is there.
  public static var isAvailable: Bool {
    FileManager.default.fileExists(atPath: folder.appendingPathComponent("README.md").path)
  }

  /// A file of the folder, read whole.
  public static func data(_ path: String) throws -> Data {
    try Data(contentsOf: folder.appendingPathComponent(path))
  }

  /// A text file of the folder.
  public static func text(_ path: String) throws -> String {
    String(decoding: try data(path), as: UTF8.self)
  }

  /// A compressed archive of the folder, unpacked into a new temporary folder; needs `tar`.
  public static func unpacked(_ archive: String) throws -> URL {
    let target = FileManager.default.temporaryDirectory.appendingPathComponent("bladesim-\(UUID())")
    try FileManager.default.createDirectory(at: target, withIntermediateDirectories: true)
    let tar = Process()
    tar.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    tar.arguments = ["tar", "-xzf", folder.appendingPathComponent(archive).path, "-C", target.path]
    try tar.run()
    tar.waitUntilExit()
    return target
  }
}
