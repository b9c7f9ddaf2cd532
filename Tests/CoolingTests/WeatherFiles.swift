import Cooling
import Foundation
import TestSupport

/// The weather files of the reference data, unpacked and read once.
enum WeatherFiles {
  static func text(_ name: String) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/gzip")
    process.arguments = ["-dc", ReferenceData.folder.appendingPathComponent("weather/\(name)").path]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }

  static let chicago = Result { try EPW.parse(text("USA_IL_Chicago-OHare.Intl.AP.725300_TMY3.epw.gz")) }
  static let newYork = Result {
    try EPW.parse(text("USA_NY_New.York-J.F.Kennedy.Intl.AP.744860_TMY3.epw.gz"))
  }
}
