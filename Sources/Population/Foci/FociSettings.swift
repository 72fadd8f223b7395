public import Settings

/// How large schools are and how many teach there.
public struct SchoolSettings: SettingsSection {
  /// Pupils of a primary school, ages 4 to 10.
  public var pupilsPerPrimarySchool = 275.0
  /// Pupils of a secondary school, ages 11 to 17.
  public var pupilsPerSecondarySchool = 1_060.0
  /// Pupils of a primary class.
  public var pupilsPerPrimaryClass = 26.6
  /// Pupils of a secondary class.
  public var pupilsPerSecondaryClass = 22.4
  /// Pupils for each primary teacher.
  public var pupilsPerPrimaryTeacher = 20.8
  /// Pupils for each secondary teacher.
  public var pupilsPerSecondaryTeacher = 16.8

  /// Makes the default schools.
  public init() {}

  /// One row per key.
  public static let keys: [Key<Self>] = [
    .number(
      "pupils-per-primary-school", \.pupilsPerPrimarySchool, unit: "pupils", in: 20.0...5_000.0,
      source: .published("DfE 2023/24 pupils over remembered school counts", .derived),
      about: "Pupils of a primary school, ages 4 to 10."),
    .number(
      "pupils-per-secondary-school", \.pupilsPerSecondarySchool, unit: "pupils",
      in: 20.0...5_000.0,
      source: .published("DfE 2023/24 pupils over remembered school counts", .derived),
      about: "Pupils of a secondary school, ages 11 to 17."),
    .number(
      "pupils-per-primary-class", \.pupilsPerPrimaryClass, unit: "pupils", in: 5.0...100.0,
      source: .published("DfE 2023/24, infant classes", .foundSecondary),
      about: "Pupils of a primary class."),
    .number(
      "pupils-per-secondary-class", \.pupilsPerSecondaryClass, unit: "pupils", in: 5.0...100.0,
      source: .published("DfE 2023/24", .foundSecondary),
      about: "Pupils of a secondary class."),
    .number(
      "pupils-per-primary-teacher", \.pupilsPerPrimaryTeacher, unit: "pupils", in: 5.0...100.0,
      source: .published("DfE School Workforce 2023", .found),
      about: "Pupils for each primary teacher."),
    .number(
      "pupils-per-secondary-teacher", \.pupilsPerSecondaryTeacher, unit: "pupils",
      in: 5.0...100.0, source: .published("DfE School Workforce 2023", .found),
      about: "Pupils for each secondary teacher."),
  ]
}

/// How many children are in clubs.
public struct ClubSettings: SettingsSection {
  /// Share of children of 6 to 17 who are in a club.
  public var childShare = 0.5
  /// Children in a club.
  public var membersPerClub = 20.0

  /// Makes the default clubs.
  public init() {}

  /// One row per key.
  public static let keys: [Key<Self>] = [
    .number(
      "child-share", \.childShare, unit: "share", in: 0...1,
      source: .sweep("no census of club membership found", over: 0.2...0.8),
      about: "Children of 6 to 17 who are in a club."),
    .number(
      "members-per-club", \.membersPerClub, unit: "children", in: 4.0...200.0,
      source: .sweep("troop-wide contact of scout leaders is 15 to 30 children", over: 15...30),
      about: "Children in a club."),
  ]
}

/// How adults work.
public struct WorkplaceSettings: SettingsSection {
  /// Share of adults of 18 to 66 who work with others.
  public var employedShare = 0.75
  /// The median workplace's number of people.
  public var medianSize = 25.0
  /// Standard deviation of the logarithm of that number.
  public var sizeSigma = 1.2
  /// The longest commute, as a share of all homes passed on the way.
  public var commuteShare = 0.01

  /// Makes the default workplaces.
  public init() {}

  /// One row per key.
  public static let keys: [Key<Self>] = [
    .number(
      "employed-share", \.employedShare, unit: "share", in: 0...1,
      source: .sweep(
        "our choice, near the UK employment rate of working ages; the range is half to all",
        over: 0.375...1),
      about: "Adults of 18 to 66 who work with others."),
    .number(
      "median-size", \.medianSize, unit: "persons", in: 2.0...1_000.0,
      source: .sweep(
        "our choice, no source looked for; the range is half to double", over: 12.5...50),
      about: "The median number of people at a workplace."),
    .number(
      "size-sigma", \.sizeSigma, in: 0.0...2.5,
      source: .sweep(
        "our choice, no source looked for; the range is half to double", over: 0.6...2.4),
      about: "Standard deviation of the logarithm of that number."),
    .number(
      "commute-share", \.commuteShare, unit: "share", in: 0...1,
      source: .sweep("no source looked for", over: 0.005...0.1),
      about: "The longest commute, as a share of all homes passed on the way."),
  ]
}
