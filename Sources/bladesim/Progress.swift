import Foundation
import Synchronization

/// How far long work is, on standard error: a bar that redraws itself on a terminal, else a line now and then.
///
/// Silent for the first two seconds.
final class Progress: Sendable {
  private struct State {
    var shown = 0.0
    var hasBar = false
  }

  private let title: String
  private let total: Int
  private let pieces: String
  private let start = ProcessInfo.processInfo.systemUptime
  private let state = Mutex(State())
  private let done = Atomic<Int>(0)
  private static let patience = 2.0
  private static let barInterval = 0.1
  private static let lineInterval = 15.0

  /// - Parameter pieces: what is counted.
  init(_ title: String, total: Int, of pieces: String = "runs") {
    self.title = title
    self.total = total
    self.pieces = pieces
  }

  /// Counts one more piece of work.
  func advance() {
    let finished = done.add(1, ordering: .relaxed).newValue
    let elapsed = ProcessInfo.processInfo.systemUptime - start
    guard elapsed > Progress.patience else { return }
    state.withLock { state in
      let interval = Terminal.isInteractive ? Progress.barInterval : Progress.lineInterval
      guard elapsed - state.shown > interval else { return }
      state.shown = elapsed
      let left = elapsed / Double(finished) * Double(total - finished)
      let text = "\(title): \(finished) of \(total) \(pieces), \(Self.words(left)) left"
      if Terminal.isInteractive {
        state.hasBar = true
        let filled = 24 * finished / max(1, total)
        let bar = String(repeating: "=", count: filled) + String(repeating: " ", count: 24 - filled)
        FileHandle.standardError.write(Data("\r\u{1B}[K[\(bar)] \(text)".utf8))
      } else {
        Terminal.message(text)
      }
    }
  }

  /// Removes the bar.
  func finish() {
    state.withLock { state in
      if state.hasBar { FileHandle.standardError.write(Data("\r\u{1B}[K".utf8)) }
      state.hasBar = false
    }
  }

  private static func words(_ seconds: Double) -> String {
    seconds < 90 ? "\(Int(seconds.rounded(.up))) s" : "\(Int((seconds / 60).rounded(.up))) min"
  }
}
