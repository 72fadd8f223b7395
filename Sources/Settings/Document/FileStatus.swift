import Foundation

/// What lies at a path.
enum FileStatus {
  case absent
  case folder
  case file(bytes: Int)
  /// Something that is read in another way, such as a device or a pipe.
  case other

  /// Looks at a path, through symbolic links.
  init(of path: String) {
    let target = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    guard let attributes = try? FileManager.default.attributesOfItem(atPath: target) else {
      self = .absent
      return
    }
    switch attributes[.type] as? FileAttributeType {
    case .typeDirectory: self = .folder
    case .typeRegular: self = .file(bytes: attributes[.size] as? Int ?? 0)
    default: self = .other
    }
  }
}

/// Reads a whole file; nil if it cannot be read.
func contents(ofFile path: String) -> [UInt8]? {
  FileManager.default.contents(atPath: path).map { Array($0) }
}
