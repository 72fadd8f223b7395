extension Persons {
  /// What two people have in common: the closest focus they share, or living near.
  func tie(_ a: Int, _ b: Int) -> Friendships.Tie {
    func share(_ focus: [Int32]) -> Bool { focus[a] >= 0 && focus[a] == focus[b] }
    if share(households) { return .family }
    if share(schools) { return .school }
    if share(clubs) { return .club }
    if share(workplaces) { return .work }
    return places[a] == places[b] ? .nearby : .online
  }
}
