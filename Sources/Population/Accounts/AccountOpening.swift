import Randomness
import Vocabulary

/// Decides who has an account and what the account says of its owner.
struct AccountOpening {
  let settings: PopulationSettings
  let seed: UInt64

  /// Picks the owners of exactly the wanted number of accounts, or of as many as may have one.
  ///
  /// Each person waits an exponential time at a rate equal to the adoption at that age; those with
  /// the shortest waits have an account. For a population of the right size this is a draw by
  /// adoption that hits the wanted number exactly.
  ///
  /// - Returns: the owner of each account, in an order that says nothing of the owner: neighbouring
  ///   numbers are no family.
  func owners(among persons: Persons) -> [UInt32] {
    var waits: [(wait: Double, person: UInt32)] = []
    for person in 0..<persons.count {
      let adoption = settings.adoption.share(atAge: Int(persons.ages[person]))
      guard adoption > 0 else { continue }
      var stream = RandomStream(seed: seed, purpose: .adoption, entity: UInt64(person))
      waits.append((Exponential(rate: adoption).sample(using: &stream), UInt32(person)))
    }
    waits.sort { ($0.wait, $0.person) < ($1.wait, $1.person) }
    return waits.prefix(settings.accounts).map { entry in
      let draw = RandomStream.word(
        seed: seed, purpose: .accountOrder, entity: UInt64(entry.person))
      return UInt64(draw) << 32 | UInt64(entry.person)
    }
    .sorted().map { UInt32(truncatingIfNeeded: $0) }
  }

  /// Draws what each account declares.
  ///
  /// - Returns: one value per account in every column, ascending id.
  func declare(
    owners: [UInt32], persons: Persons, places: [Place], groomers: [AccountID]
  ) -> DeclaredAccounts {
    var declared = DeclaredAccounts()
    for (account, owner) in owners.enumerated() {
      let person = Int(owner)
      var stream = RandomStream(seed: seed, purpose: .declaration, entity: UInt64(account))
      let age = declaredAge(of: Int(persons.ages[person]), using: &stream)
      let place = declaredPlace(
        of: persons.places[person], placeCount: places.count, using: &stream)
      let opened = Exponential(rate: 1 / settings.accountAgeDays).sample(using: &stream)
      declared.ages.append(UInt8(age))
      declared.places.append(place)
      declared.latitudes.append(place < 0 ? .nan : Float(places[Int(place)].latitude))
      declared.longitudes.append(place < 0 ? .nan : Float(places[Int(place)].longitude))
      declared.opened.append(Int32(-min(opened, 7_300) * Double(SimTime.secondsPerDay)) - 1)
    }
    for groomer in groomers { deceive(groomer, in: &declared) }
    return declared
  }

  /// Some groomers claim to be a child, some to be 18 to 25.
  private func deceive(_ groomer: AccountID, in declared: inout DeclaredAccounts) {
    var stream = RandomStream(
      seed: seed, purpose: .groomerClaims, entity: UInt64(groomer.rawValue))
    let draw = stream.uniform()
    if draw < settings.groomers.claimsMinorShare {
      declared.ages[groomer.index] = UInt8(13 + stream.below(5))
    } else if draw < settings.groomers.anyDeceptionShare {
      declared.ages[groomer.index] = UInt8(18 + stream.below(8))
    }
  }

  /// The age an account declares, given its owner's.
  ///
  /// A child too young for the platform's own minimum of 13 must claim at least that.
  private func declaredAge(of age: Int, using stream: inout RandomStream) -> Int {
    guard age < 18 else { return age }
    let claims = settings.claimedAges
    let draw = stream.uniform()
    let (adult, sixteen) =
      switch age {
      case ..<13: (claims.adultFrom8To12, claims.sixteenFrom8To12)
      case 13...15: (claims.adultFrom13To17, claims.sixteenFrom13To15)
      default: (claims.adultFrom13To17, claims.adultFrom13To17)
      }
    if draw < adult { return 18 + stream.below(8) }
    if draw < sixteen { return 16 + stream.below(2) }
    return age < 13 ? 13 + stream.below(3) : age
  }

  private func declaredPlace(
    of home: Int32, placeCount: Int, using stream: inout RandomStream
  ) -> Int32 {
    let draw = stream.uniform()
    if draw < settings.missingPlaceShare { return -1 }
    let isFalse = draw < settings.missingPlaceShare + settings.falsePlaceShare
    return isFalse ? Int32(stream.below(placeCount)) : home
  }
}
