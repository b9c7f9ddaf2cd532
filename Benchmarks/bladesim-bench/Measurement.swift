import Foundation

/// One line of the benchmark: a speed, what it is measured against, and whether the target is met.
struct Measurement {
  /// What was done.
  let name: String
  /// The speed or time, with its unit.
  let value: Double
  let unit: String
  /// What the target is about, such as `x the C queue`; nil where there is none.
  var ratio: Double?
  var ratioUnit: String?
  /// The target in words.
  var target: String?
  /// Whether the target is met.
  var isMet: Bool?
  /// Anything a reader must know.
  var note: String?

  /// The line as JSON.
  var json: [String: Any] {
    var object: [String: Any] = ["name": name, "value": value, "unit": unit]
    object["ratio"] = ratio
    object["ratioUnit"] = ratioUnit
    object["target"] = target
    object["met"] = isMet
    object["note"] = note
    return object
  }

  /// The line as text.
  var line: String {
    var text = name.padding(toLength: 54, withPad: " ", startingAt: 0)
    text += Self.number(value).leftPadded(10) + " " + unit.padding(toLength: 18, withPad: " ", startingAt: 0)
    if let ratio { text += Self.number(ratio).leftPadded(8) + " " + (ratioUnit ?? "") }
    if let target { text += "   target \(target): \(isMet == true ? "met" : "MISSED")" }
    if let note { text += "   (\(note))" }
    return text
  }

  private static func number(_ value: Double) -> String {
    let size = abs(value)
    return String(format: size >= 1000 ? "%.0f" : size >= 10 ? "%.1f" : "%.3f", value)
  }
}

extension String {
  fileprivate func leftPadded(_ width: Int) -> String {
    String(repeating: " ", count: max(0, width - count)) + self
  }
}

/// Processor time.
enum ProcessorClock {
  /// Seconds of processor time of the calling process.
  static var own: Double {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return seconds(usage)
  }

  /// Seconds of processor time, the system's included.
  static func seconds(_ usage: rusage) -> Double {
    func time(_ value: timeval) -> Double { Double(value.tv_sec) + Double(value.tv_usec) / 1e6 }
    return time(usage.ru_utime) + time(usage.ru_stime)
  }

  /// The least processor time of some passes of a piece of work.
  static func least(of passes: Int, _ work: () -> Void) -> Double {
    var best = Double.infinity
    for _ in 0..<passes {
      let start = own
      work()
      best = min(best, own - start)
    }
    return best
  }
}
