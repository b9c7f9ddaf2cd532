import ArgumentParser

/// How the program ends. The numbers are those of `sysexits.h` where it has one.
enum Exit {
  /// A gate failed, or a layout cannot be built.
  static let refused = ExitCode(1)
  /// The scenario or other data is invalid.
  static let invalidData = ExitCode(65)
  /// Input cannot be read.
  static let noInput = ExitCode(66)
  /// The program is at fault.
  static let internalError = ExitCode(70)
  /// Output exists already or cannot be created.
  static let cannotCreate = ExitCode(73)
  /// Reading or writing failed: disk full, database.
  static let inputOutput = ExitCode(74)
  /// Not everything is done; the same command goes on where this one stopped.
  static let incomplete = ExitCode(75)
  /// Interrupted; the same command goes on where this one stopped.
  static let interrupted = ExitCode(130)

  /// The worse of two ends, so that many inputs have one.
  static func worse(_ one: ExitCode, _ other: ExitCode) -> ExitCode {
    // Interruption first, then faults of the program, then of the machine, then of the input, then refusals.
    let order = [130, 70, 74, 73, 66, 65, 1, 0].map { Int32($0) }
    let rank = { (code: ExitCode) in order.firstIndex(of: code.rawValue) ?? 0 }
    return rank(one) <= rank(other) ? one : other
  }
}
