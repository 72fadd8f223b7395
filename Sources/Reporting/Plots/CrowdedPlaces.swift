import Foundation
import Population
import Validation

/// Places so near to each other that a map of all cannot show them, and needs a larger one beside it.
enum CrowdedPlaces {
  /// How many places make a crowd: our choice.
  private static let fewest = 8
  /// How wide a crowd is at most, as a share of the whole map: our choice.
  private static let reach = 0.2

  /// The places of the largest crowd, ascending; nil if there is none, or if it is all.
  static func largest(of towns: [PlaceFriendships.Town]) -> [Int]? {
    let latitudes = towns.map(\.place.latitude)
    let shrink = cos((latitudes.reduce(0, +) / Double(max(towns.count, 1))) * .pi / 180)
    let x = towns.map { $0.place.longitude * shrink }
    guard let south = latitudes.min(), let north = latitudes.max(), let west = x.min(),
      let east = x.max()
    else { return nil }
    let half = max(north - south, east - west) * reach / 2
    let crowds = towns.indices.map { middle in
      towns.indices.filter {
        abs(latitudes[$0] - latitudes[middle]) <= half && abs(x[$0] - x[middle]) <= half
      }
    }
    // The first of the largest.
    let most = crowds.map(\.count).max() ?? 0
    guard most >= fewest, most < towns.count else { return nil }
    return crowds.first { $0.count == most }
  }
}
