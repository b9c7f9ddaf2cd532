import ArgumentParser
import Foundation

/// Standard output for data, standard error for everything else.
enum Terminal {
  /// Whether standard error is a terminal that a person looks at.
  static let isInteractive = isatty(STDERR_FILENO) == 1 && !isDumb
  private static let isDumb = ProcessInfo.processInfo.environment["TERM"] == "dumb"

  /// Whether messages on standard error may be coloured: on a terminal, unless `NO_COLOR` is set to anything.
  static let isColored: Bool = {
    let isForbidden = !(ProcessInfo.processInfo.environment["NO_COLOR"] ?? "").isEmpty
    return isInteractive && !isForbidden
  }()

  /// Writes data, and ends the program when it cannot be written: an answer that is cut short is worse than none.
  static func output(_ text: String) {
    let problem = write(text, to: STDOUT_FILENO)
    // A closed pipe (`| head`) is a normal end of reading.
    guard problem != 0, problem != EPIPE else { return }
    message("error: standard output: \(String(cString: strerror(problem)))")
    exit(Exit.inputOutput.rawValue)
  }

  /// Writes a message.
  static func message(_ text: String) {
    _ = write(text.hasSuffix("\n") ? text : text + "\n", to: STDERR_FILENO)
  }

  /// Writes without any mark that is only for terminals.
  ///
  /// - Returns: 0, or the `errno` of what went wrong.
  private static func write(_ text: String, to descriptor: Int32) -> Int32 {
    let bytes = Array(text.utf8)
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        return errno
      }
      written += count
    }
    return 0
  }
}
