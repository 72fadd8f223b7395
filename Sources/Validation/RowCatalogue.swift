/// Every row of the validation table, in the order tables list them.
public enum RowCatalogue {
  /// Rows on people, accounts and friendships; ids are unique and ascending.
  public static let world: [ValidationRow] = [
    .meanDegree,
    .degreeShape,
    .clustering,
    .degreeAssortativity,
    .largestComponent,
    .friendshipParadox,
    .genderAssortativity,
    .childTies,
    .tieDistance,
    .closedTriangles,
    .ageMix,
    .claimedAges,
    .households,
    .schools,
  ]

  /// Rows on what people do, which take a run of days; ids are unique and ascending.
  public static let activity: [ValidationRow] = [
    .ordinaryRequests,
    .groomersRequests,
    .strangersAccepted,
    .talkWithStrangers,
    .onlineMeetings,
    .olderContacts,
    .activeHours,
    .teenMessages,
    .victims,
    .firstChannels,
    .contactLength,
  ]
}
