/// Accounts: whose each is and where.
struct OpenedAccounts {
  /// The person behind each account, by account id.
  let owners: [UInt32]
  /// The platform of each account.
  let platforms: [UInt8]
  /// Which of the person's accounts on the platform each is, from 0.
  let ordinals: [UInt8]

  /// Makes accounts of columns; without the last, nobody has two accounts on a platform.
  init(owners: [UInt32], platforms: [UInt8], ordinals: [UInt8]? = nil) {
    self.owners = owners
    self.platforms = platforms
    self.ordinals = ordinals ?? [UInt8](repeating: 0, count: owners.count)
  }

  /// What tells the accounts of one person apart, for random streams: the platform, and which one
  /// it is there.
  func counter(of account: Int) -> UInt32 {
    Self.counter(platform: platforms[account], ordinal: ordinals[account])
  }

  /// The same, of an account that is about to be opened.
  static func counter(platform: UInt8, ordinal: UInt8) -> UInt32 {
    UInt32(ordinal) << 8 | UInt32(platform)
  }
}
