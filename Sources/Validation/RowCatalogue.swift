/// Every row of the validation table, in the order tables list them.
public enum RowCatalogue {
  /// All rows; ids are unique and ascending.
  public static let all: [ValidationRow] = [
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
}
