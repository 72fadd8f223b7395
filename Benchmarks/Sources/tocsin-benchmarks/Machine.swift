import Foundation

/// What the measuring machine is, without naming it.
enum Machine {
  /// The number of cores, the processor's model and the system.
  static var description: String {
    let cores = ProcessInfo.processInfo.activeProcessorCount
    return "\(cores) cores of \(processor ?? "an unnamed processor"), \(system)"
  }

  private static var processor: String? {
    let file = FileManager.default.contents(atPath: "/proc/cpuinfo") ?? Data()
    let line = String(decoding: file, as: UTF8.self).split(separator: "\n")
      .first { $0.hasPrefix("model name") }
    return line?.split(separator: ":").last?.trimmingCharacters(in: .whitespaces)
  }

  private static var system: String {
    #if os(Linux)
      "Linux"
    #else
      "macOS"
    #endif
  }
}

extension Machine {
  /// The most memory this process has held, where the system tells.
  static var peakBytes: Int? {
    let file = FileManager.default.contents(atPath: "/proc/self/status") ?? Data()
    let line = String(decoding: file, as: UTF8.self).split(separator: "\n")
      .first { $0.hasPrefix("VmHWM") }
    let kibibytes = line?.split(whereSeparator: \.isWhitespace).dropFirst().first
    return kibibytes.flatMap { Int($0) }.map { $0 * 1_024 }
  }
}
