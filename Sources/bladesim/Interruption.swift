import Foundation
import Synchronization

/// Whether someone asked the program to stop: Ctrl-C, or a termination signal.
///
/// The first signal lets the runs under way end and keeps whole studies; a second one ends the program at once.
enum Interruption {
  private static let requested = Atomic<Bool>(false)

  /// Whether to stop.
  static var isRequested: Bool { requested.load(ordering: .relaxed) }

  /// Starts to listen.
  static func watch() {
    for number in [SIGINT, SIGTERM] {
      signal(number) { number in
        // Only what is safe in a signal handler: an atomic flag, and the default action for next time.
        Interruption.requested.store(true, ordering: .relaxed)
        signal(number, SIG_DFL)
      }
    }
    // Whoever started the program may have blocked them, as threads of some libraries do.
    var stopping = sigset_t()
    sigemptyset(&stopping)
    sigaddset(&stopping, SIGINT)
    sigaddset(&stopping, SIGTERM)
    pthread_sigmask(SIG_UNBLOCK, &stopping, nil)
    // A reader that goes away (`| head`) is no reason to die in the middle of a file.
    signal(SIGPIPE, SIG_IGN)
  }
}
