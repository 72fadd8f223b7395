public import Validation

/// A picture of a world that stands on its own, as an SVG file.
///
/// A new picture is a new file here and a line in `PlotCatalogue`; what it draws is worked out in
/// `ValidationCurves`.
public struct Plot: Sendable {
  /// The name of the file.
  public let fileName: String
  /// The numbers that are drawn.
  let numbers: @Sendable (ValidationCurves) -> TextTable
  /// Lays the picture out: words, and what is drawn in the room they leave.
  let draw: @Sendable (ValidationCurves, ValidationReport) -> Drawing

  /// A picture in parts: its words and its chart.
  struct Drawing {
    var sheet: Sheet
    var chart: [Markup]
  }

  init(
    fileName: String, numbers: @escaping @Sendable (ValidationCurves) -> TextTable,
    drawing: @escaping @Sendable (ValidationCurves, ValidationReport) -> Drawing
  ) {
    self.fileName = fileName
    self.numbers = numbers
    draw = drawing
  }

  /// The name of the file without its ending.
  var name: String { String(fileName.prefix { $0 != "." }) }

  /// The picture of a world as the text of an SVG file, the same bytes for the same world.
  ///
  /// - Parameters:
  ///   - curves: what is drawn.
  ///   - report: whose world it is.
  /// - Returns: an XML document with a line break at its end.
  public func svg(of curves: ValidationCurves, in report: ValidationReport) -> String {
    let drawing = draw(curves, report)
    return drawing.sheet.document(drawing.chart)
  }
}

/// Every picture of a world, in the order of their files.
public enum PlotCatalogue {
  /// All pictures; names of files are unique.
  public static let all: [Plot] = [
    .degrees,
    .clustering,
    .distances,
    .ages,
    .places,
  ]
}

extension ValidationReport {
  /// What every picture says of the world it shows.
  var plotFooter: String {
    "Invented world, no real person or account: \(scenario.shortened(to: 60)), seed \(seed); platform "
      + "\(result.platform.shortened(to: 30)), \(Numerals.count(result.accounts)) accounts, "
      + "\(Numerals.count(result.friendships)) friendships; Tocsin \(version)."
  }
}

extension Sheet {
  /// The part of the room that a chart with axes may fill, its ticks and titles left out.
  var chartArea: Box {
    Box(
      left: room.left + 76, top: room.top, width: room.width - 76 - 20, height: room.height - 48)
  }

  /// Says in place of a chart that there is none, and why.
  func nothing(because reason: String) -> [Markup] {
    [
      .rectangle(room, fill: .paper, Stroke(colour: .grid)),
      Lettering(size: 16, colour: .softInk, anchor: .middle).element(
        "Nothing to draw: \(reason).", at: room.middle),
    ]
  }
}
