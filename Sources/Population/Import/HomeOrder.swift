extension Persons {
  /// Puts people in the order of their homes, household by household, as `Households` draws them,
  /// and numbers households from 0.
  ///
  /// - Parameters:
  ///   - kept: who stays, ascending; everybody else goes.
  ///   - places: where they live.
  /// - Returns: the new number of each person by the old one; of those who went it says nothing.
  mutating func settleInOrder(_ kept: [UInt32], places: [Place]) -> [UInt32] {
    var firstMember = [Int](repeating: -1, count: 1 + Int(households.max() ?? -1))
    for person in kept.reversed() { firstMember[Int(households[Int(person)])] = Int(person) }
    var rankOfPlace = [Int](repeating: 0, count: places.count)
    for (rank, place) in HomeSampler(places: places).placesInOrder().enumerated() {
      rankOfPlace[place] = rank
    }
    let keys = firstMember.filter { $0 >= 0 }.map { person in
      let position = HilbertCurve.position(
        latitude: Double(latitudes[person]), longitude: Double(longitudes[person]))
      return (rankOfPlace[Int(self.places[person])], position, person)
    }
    var newHousehold = [Int32](repeating: 0, count: firstMember.count)
    for (number, key) in keys.sorted(by: <).enumerated() {
      newHousehold[Int(households[key.2])] = Int32(number)
    }
    households = households.map { newHousehold[Int($0)] }
    let order = kept.sorted { (households[Int($0)], $0) < (households[Int($1)], $1) }
    var newNumber = [UInt32](repeating: 0, count: count)
    for (number, person) in order.enumerated() { newNumber[Int(person)] = UInt32(number) }
    keepOnly(order)
    return newNumber
  }

  /// Keeps some people alone, in an order.
  private mutating func keepOnly(_ order: [UInt32]) {
    func take<Value>(_ column: inout [Value]) { column = order.map { column[Int($0)] } }
    take(&ages)
    take(&sexes)
    take(&roles)
    take(&places)
    take(&latitudes)
    take(&longitudes)
    take(&households)
    take(&schools)
    take(&classes)
    take(&clubs)
    take(&workplaces)
  }
}
