import Parallelism
import Randomness
import Vocabulary

/// Draws what accounts say of their owners: ages and places, with error and absence.
struct Declarations {
  let settings: PopulationSettings
  let profiles: GroomerProfiles
  let seed: UInt64
  let threads: Int

  /// Accounts handled together by one thread.
  private static let blockSize = 16_384

  /// Draws what each account declares.
  ///
  /// - Returns: one value per account in every column, ascending id.
  func declare(
    _ accounts: OpenedAccounts, persons: Persons, places: [Place], groomers: [AccountID]
  ) -> DeclaredAccounts {
    let claims = claims(of: accounts, persons: persons)
    let blocks = (accounts.owners.count + Self.blockSize - 1) / Self.blockSize
    let parts = parallelMap(count: blocks, threads: threads) { block in
      var declared = DeclaredAccounts()
      let ids = block * Self.blockSize..<min((block + 1) * Self.blockSize, accounts.owners.count)
      for account in ids {
        declare(
          account, of: accounts, claim: claims[account], persons: persons, places: places,
          in: &declared)
      }
      return declared
    }
    var declared = DeclaredAccounts()
    for part in parts { declared.append(part) }
    for groomer in groomers { deceive(groomer, accounts, places: places, in: &declared) }
    return declared
  }

  private func declare(
    _ account: Int, of accounts: OpenedAccounts, claim: Float, persons: Persons, places: [Place],
    in declared: inout DeclaredAccounts
  ) {
    let person = Int(accounts.owners[account])
    var stream = RandomStream(
      seed: seed, purpose: .declaration, entity: UInt64(person),
      counter: accounts.counter(of: account))
    let age = declaredAge(of: Int(persons.ages[person]), claim: Double(claim), using: &stream)
    let place = declaredPlace(of: persons.places[person], placeCount: places.count, using: &stream)
    let opened = Exponential(rate: 1 / settings.accountAgeDays).sample(using: &stream)
    let isMissing = stream.chance(settings.missingAgeShare)
    let claimed = understatedAge(of: person, on: accounts.platforms[account], persons) ?? age
    declared.ages.append(isMissing ? DeclaredAccounts.unknownAge : UInt8(claimed))
    declared.places.append(place)
    declared.latitudes.append(place < 0 ? .nan : Float(places[Int(place)].latitude))
    declared.longitudes.append(place < 0 ? .nan : Float(places[Int(place)].longitude))
    declared.opened.append(Int32(-min(opened, 7_300) * Double(SimTime.secondsPerDay)) - 1)
  }

  /// How bold each child's account is with its age: even over the accounts of a band of ages, so
  /// that the published shares hold in small worlds too.
  private func claims(of accounts: OpenedAccounts, persons: Persons) -> [Float] {
    let even = (0..<4).map { KroneckerSequence(seed: seed, purpose: .claims, dimension: $0) }
    var seen = [Int](repeating: 0, count: even.count)
    return accounts.owners.map { owner in
      let band =
        switch persons.ages[Int(owner)] {
        case ..<8: 0
        case 8...12: 1
        case 13...15: 2
        default: 3
        }
      defer { seen[band] += 1 }
      return Float(even[band].value(at: seen[band]))
    }
  }

  /// Some groomers claim to be a child, some to be 18 to 25; some claim to live elsewhere.
  private func deceive(
    _ groomer: AccountID, _ accounts: OpenedAccounts, places: [Place],
    in declared: inout DeclaredAccounts
  ) {
    let account = groomer.index
    let person = accounts.owners[account]
    let traits = profiles.traits(of: person)
    var claimsMinor = settings.groomers.claimsMinorShare
    claimsMinor.multiplyOdds(by: traits.minorClaimOdds)
    var deceives = settings.groomers.anyDeceptionShare
    deceives.multiplyOdds(by: traits.deceptionOdds)
    var stream = RandomStream(
      seed: seed, purpose: .groomerClaims, entity: UInt64(person),
      counter: accounts.counter(of: account))
    let draw = stream.uniform()
    if draw < claimsMinor {
      declared.ages[account] = UInt8(13 + stream.below(5))
    } else if draw < deceives {
      declared.ages[account] = UInt8(18 + stream.below(8))
    }
    stream = RandomStream(
      seed: seed, purpose: .groomerPlaces, entity: UInt64(person),
      counter: accounts.counter(of: account))
    guard stream.chance(settings.groomers.falsePlaceShare) else { return }
    // Where many people live there are many children, and one more stranger.
    let place = Categorical(weights: places.map { Double($0.population) })
      .sample(using: &stream)
    declared.places[account] = Int32(place)
    declared.latitudes[account] = Float(places[place].latitude)
    declared.longitudes[account] = Float(places[place].longitude)
  }

  /// The age an account declares, given its owner's.
  ///
  /// A child too young for the platform's own minimum of 13 must claim at least that.
  private func declaredAge(of age: Int, claim: Double, using stream: inout RandomStream) -> Int {
    guard age < 18 else { return age }
    let claims = settings.claimedAges
    let (adult, sixteen) =
      switch age {
      case ..<13: (claims.adultFrom8To12, claims.sixteenFrom8To12)
      case 13...15: (claims.adultFrom13To17, claims.sixteenFrom13To15)
      default: (claims.adultFrom13To17, claims.adultFrom13To17)
      }
    if claim < adult { return 18 + stream.below(8) }
    if claim < sixteen { return 16 + stream.below(2) }
    return age < 13 ? 13 + stream.below(3) : age
  }

  /// The age under 18 that a few adults declare; nothing for the others.
  private func understatedAge(of person: Int, on platform: UInt8, _ persons: Persons) -> Int? {
    guard persons.ages[person] >= 18 else { return nil }
    var stream = RandomStream(
      seed: seed, purpose: .understatedAges, entity: UInt64(person), counter: UInt32(platform))
    return stream.chance(settings.claimedAges.minorFromAdults) ? 13 + stream.below(5) : nil
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

extension DeclaredAccounts {
  /// Adds the accounts that follow.
  fileprivate mutating func append(_ other: DeclaredAccounts) {
    ages += other.ages
    places += other.places
    latitudes += other.latitudes
    longitudes += other.longitudes
    opened += other.opened
  }
}
