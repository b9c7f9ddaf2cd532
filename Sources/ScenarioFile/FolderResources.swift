public import Documents

/// Reads named files from disk: relative paths from one folder, `${NAME}` replaced by a variable.
public struct FolderResources: ResourceReader, Sendable {
  /// The folder that relative paths begin in: that of the scenario file.
  public let folder: String
  /// What `${NAME}` stands for, by name.
  public let variables: [String: String]
  /// The most bytes of one file, unpacked.
  public let limit: Int

  /// Creates a reader.
  public init(folder: String, variables: [String: String] = [:], limit: Int = 256 << 20) {
    self.folder = folder
    self.variables = variables
    self.limit = limit
  }

  /// Reads a file.
  public func read(_ path: String) throws(ResourceProblem) -> SourceFile {
    let location = try location(of: path)
    do throws(SourceFile.ReadFailure) {
      return try SourceFile.read(path: location, limit: limit)
    } catch {
      throw ResourceProblem(error.description, help: help(for: error))
    }
  }

  /// Where a path as written leads.
  func location(of path: String) throws(ResourceProblem) -> String {
    let expanded = try expanded(path)
    guard !expanded.hasPrefix("/"), !folder.isEmpty else { return expanded }
    return folder.hasSuffix("/") ? folder + expanded : folder + "/" + expanded
  }

  private func expanded(_ path: String) throws(ResourceProblem) -> String {
    var result = ""
    var rest = path[...]
    while let open = rest.firstRange(of: "${") {
      result += rest[..<open.lowerBound]
      guard let close = rest[open.upperBound...].firstIndex(of: "}") else {
        throw ResourceProblem("'\(path)' has a '${' without '}'", help: "write variables like ${NAME}")
      }
      let name = String(rest[open.upperBound..<close])
      guard let value = variables[name] else {
        throw ResourceProblem(
          "the variable '\(name)' is not set",
          help: "set it for this run, such as '\(name)=/path/to/folder bladesim ...'")
      }
      result += value
      rest = rest[rest.index(after: close)...]
    }
    return result + rest
  }

  private func help(for failure: SourceFile.ReadFailure) -> String? {
    if case .missing = failure, !folder.isEmpty {
      "relative paths begin in the folder of the scenario, '\(folder)'"
    } else {
      nil
    }
  }
}
