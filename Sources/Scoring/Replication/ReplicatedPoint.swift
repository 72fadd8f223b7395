public import Vocabulary

/// Worlds that differ in their seeds alone: one point of an experiment, with every metric over them.
public struct ReplicatedPoint: Sendable, Equatable, Codable {
  /// What is special about the point: keys with their values.
  public var settings: [Setting]
  /// How many worlds were measured.
  public var worlds: Int
  /// How many could not be.
  public var failed: Int
  /// The detectors, and all together.
  public var detectors: [Detector]

  /// A key with its value at a point.
  public struct Setting: Sendable, Equatable, Codable {
    /// The key, such as `population.accounts`.
    public var key: String
    /// Its value, as it would stand in a scenario.
    public var value: String

    /// Makes a setting.
    public init(key: String, value: String) {
      self.key = key
      self.value = value
    }
  }

  /// What one detector did at the point.
  public struct Detector: Sendable, Equatable, Codable {
    /// Its name, or `any`.
    public var name: String
    /// The metrics asked for, in the order of the catalogue.
    public var metrics: [Replicates]

    /// One metric; nil if it was not asked for.
    public subscript(metric: Metric) -> Replicates? { metrics.first { $0.metric == metric.name } }
  }

  /// Gathers the worlds of a point, one after the other, in the memory of a few numbers for each.
  public struct Gatherer {
    private let settings: [Setting]
    private let wanted: [Metric]
    private var worlds = 0
    private var failed = 0
    private var detectors: [(name: String, metrics: [String: Replicates.Gathered])] = []

    /// Begins a point.
    ///
    /// - Parameters:
    ///   - settings: what is special about it.
    ///   - wanted: the metrics that are summed up.
    public init(settings: [Setting], wanted: [Metric]) {
      self.settings = settings
      self.wanted = wanted
    }

    /// Adds a world.
    ///
    /// - Parameters:
    ///   - metrics: its rows, detector by detector.
    ///   - meetings: how many meetings there were to be alerted before.
    public mutating func add(_ metrics: [MetricRow], meetings: Int) {
      worlds += 1
      var place = 0
      for row in metrics {
        if !detectors.indices.contains(place) || detectors[place].name != row.detector {
          place = self.place(of: row.detector)
        }
        detectors[place].metrics[row.name]?.add(row, meetings: meetings)
      }
    }

    private mutating func place(of detector: String) -> Int {
      if let place = detectors.firstIndex(where: { $0.name == detector }) { return place }
      let empty = wanted.map { ($0.name, Replicates.Gathered(of: $0)) }
      detectors.append((detector, Dictionary(uniqueKeysWithValues: empty)))
      return detectors.count - 1
    }

    /// Counts a world that could not be measured.
    public mutating func addFailure() { failed += 1 }

    /// The worlds so far, summed up.
    public var point: ReplicatedPoint {
      ReplicatedPoint(
        settings: settings, worlds: worlds, failed: failed,
        detectors: detectors.map { detector in
          Detector(
            name: detector.name,
            metrics: wanted.compactMap { detector.metrics[$0.name].map(Replicates.init) })
        })
    }
  }
}
