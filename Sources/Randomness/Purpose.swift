/// What a random number is for: one of the coordinates of every stream.
///
/// Two purposes never share a number, so code that starts to draw for a new purpose leaves the
/// draws of all others as they were.
///
/// To add one, write a case with a number that no case has or ever had, and a comment that says
/// what is drawn and what the entity and the counter of its streams are. The order of the cases
/// means nothing. A number is never changed and never given out again: when a case goes, its number
/// stays behind in a comment. The top numbers, from 0xFFF0, are for tests.
public enum Purpose: UInt16, CaseIterable, Sendable {
  /// A household: who is in it and where it lives. Entity: household.
  case household = 1
  /// A sample of parents' ages, the same in every world. Entity: number in the sample.
  case parentAges = 2
  /// Who teaches at a primary school. Entity: person.
  case primaryTeachers = 3
  /// Who teaches at a secondary school. Entity: person.
  case secondaryTeachers = 4
  /// Whether a child is in a club. Entity: person.
  case clubMembers = 5
  /// Who coaches a club. Entity: person.
  case coaches = 6
  /// Whether an adult works, and how far away. Entity: person.
  case employment = 7
  /// How large a workplace is. Entity: workplace.
  case workplaceSizes = 8
  /// What an adult is to children. Entity: person.
  case roles = 9
  /// Who has an account. Entity: person.
  case adoption = 10
  /// What an account declares. Entity: person; counter: platform.
  case declaration = 11
  /// What a groomer's account claims instead. Entity: person; counter: platform.
  case groomerClaims = 12
  /// Who grooms. Entity: person.
  case groomers = 13
  /// How many friends a person wants. Entity: person.
  case degree = 14
  /// How sociable a focus is. Entity: kind and number of the focus.
  case focusSociability = 15
  /// Which households are one extended family. Entity: household.
  case kin = 16
  /// How many friends a person looks for in each layer. Entity: person.
  case stubs = 17
  /// Whom a person befriends. Entity: person; counter: layer.
  case ties = 18
  /// Which friends' friends a person befriends. Entity: person; counter: pass.
  case closure = 19
  /// Which children an adult befriends by occupation. Entity: person.
  case roleTies = 20
  /// The number of an account. Entity: person; counter: platform.
  case accountOrder = 21
  /// Where a household lives. Entity: household, before they are put in order.
  case homes = 29
  /// Evenly spread composition of households. Dimension: what is drawn.
  case composition = 30
  /// Which circles a circle of friends turns to. Entity: circle; counter: layer.
  case circles = 31
  /// Evenly spread claims of children to be older. Dimension: band of age.
  case claims = 42
  /// Which ties of two people are friendships on a platform. Entity: pair; counter: platform.
  case platformTies = 43
  /// Where on the line of interests a person stands. Entity: person.
  case interests = 44
  /// Which platforms a person is on. Entity: person; counter: platform.
  case platforms = 45
  /// Where somebody lives whose place a file gives. Entity: position of the person in the file.
  case importedHomes = 25
  /// Whom a person changes places with when people are laid on a graph. Entity: vertex; counter:
  /// sweep.
  case layingSwaps = 26
  /// The order in which vertices look for a community. Entity: level.
  case communities = 27
  /// Posts of an account before the run. Entity: account.
  case postHistory = 41
  /// An account's own level of activity. Entity: account.
  case dailyHabits = 32
  /// Posts of a day. Entity: day and account.
  case posts = 33
  /// Views of a day. Entity: day and account.
  case views = 34
  /// Message bursts of a day. Entity: day and account.
  case messages = 35
  /// Requests and follows of a day. Entity: day and account.
  case requests = 36
  /// The answer to a request. Entity: pair of accounts; counter: day asked.
  case answers = 37
  /// Unfriending, blocks and reports of a day. Entity: day and account.
  case endings = 38
  /// How open a child is to strangers. Entity: account.
  case openness = 39
  /// Whether a warned child accepts a stranger after all. Entity: pair of accounts; counter: day
  /// asked.
  case warnedAnswers = 46
  /// Which strangers a warned child keeps as friends. Entity: pair; counter: day warned.
  case warnedContacts = 47
  /// A groomer's reach and style. Entity: account.
  case campaigns = 48
  /// Whom a groomer approaches on a day. Entity: day and account.
  case approaches = 49
  /// How a contact goes on. Entity: pair of groomer and child; counter: day asked.
  case caseCourse = 50
  /// Talk of a contact on a day, and how it ends. Entity: pair; counter: day.
  case caseDays = 51
  /// Which campaign profile a groomer has. Entity: person.
  case groomerProfiles = 60
  /// A request of a campaign, on its day. Entity: groomer's account and whom it asks; counter: day.
  case approachSteps = 61
  /// Whether another account asks after a block. Entity: pair; counter: day.
  case recontacts = 62
  /// Who holds a second account on a platform. Entity: person; counter: platform.
  case secondAccounts = 63
  /// Which ties are friendships of a further account. Entity: pair of accounts.
  case furtherAccountTies = 64
  /// What place a groomer's account claims instead. Entity: person; counter: account of the person
  /// and platform.
  case groomerPlaces = 65
  /// Whether an event arrives late or twice. Entity: number of the event.
  case delivery = 66
  /// Which accounts stand in for groomers, for what chance alone would tell apart. Entity: group of
  /// accounts; counter: draw.
  case standIns = 68
  /// How much an adult has to do with children, and at what hours an adult is online. Entity:
  /// account; counter: 0 and 1.
  case elderLevels = 53
  /// What an adult has to do with children on a day. Entity: day and account.
  case elders = 54
  /// How children and somebody known online alone go on. Entity: pair; counter: day asked.
  case acquaintances = 55
  /// What these say on a day. Entity: pair; counter: day.
  case acquaintanceDays = 56
  /// Who is a prankster. Entity: account.
  case pranksters = 57
  /// Whom a prankster asks on a day. Entity: day and account.
  case pranks = 58
  /// Which adults' accounts say under 18. Entity: person; counter: platform.
  case understatedAges = 59
  /// Which rows of a feature change places, to tell what it is worth. Entity: feature; counter: fold.
  case permutedFeatures = 90
  /// Which innocent accounts a model is trained on. Entity: account.
  case trainedAccounts = 91
  /// Whom the detector that goes by chance blames, and when. Entity: account; counter: week.
  case chanceAlerts = 69
  /// Who is drawn again to tell how much the areas of a ranking vary. Entity: draw.
  case resampledScores = 95
  /// How far groups of one rate are apart by chance. Entity: draw.
  case groupsByChance = 96
  /// The order of a Latin hypercube, and the place of a point within its interval. Entity: dimension,
  /// twice, and one more for places; counter: point.
  case latinHypercube = 100
  /// The digital shift of a Sobol sequence. Entity: dimension.
  case sobolShift = 101
  /// A way through the grid of a Morris screening. Entity: way.
  case morrisTrajectories = 102
  /// Which rows of a design a bootstrap of a sensitivity draws. Entity: key and draw.
  case sensitivityResamples = 103
  /// Which clusters a resample of results draws. Entity: number of the resample.
  case resampledClusters = 110
  /// What comes true if probabilities of alerts are true. Entity: draw.
  case trueProbabilities = 111
  /// For tests.
  case test = 0xFFFF
  /// For tests that need a second purpose beside `test`.
  case otherTest = 0xFFFE
}
