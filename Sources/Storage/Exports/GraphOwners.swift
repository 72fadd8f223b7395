/// The truth of accounts, as exports have it.
extension GraphParts {
  /// What no platform knows of an account, in columns that `AccountColumn` has by the same names.
  static let ownerColumns = [
    GraphColumn("truth_age", .integer, "t.age"), GraphColumn("truth_sex", .text, "t.sex"),
    GraphColumn("truth_role", .text, "t.role"), GraphColumn("truth_groomer", .integer, "t.groomer"),
    GraphColumn("truth_profile", .text, "t.profile"),
    GraphColumn("truth_person", .integer, "t.first_of_person"),
    GraphColumn("truth_place", .text, "t.place"),
    GraphColumn("truth_latitude", .real, "t.home_latitude"),
    GraphColumn("truth_longitude", .real, "t.home_longitude"),
    GraphColumn("truth_household", .integer, "t.first_of_household"),
    GraphColumn("truth_school", .text, "t.school_name"),
    GraphColumn("truth_club", .text, "t.club_name"),
    GraphColumn("truth_workplace", .text, "t.workplace_name"),
  ]

  /// The owners of accounts in SQL.
  ///
  /// What several accounts share (a person, a household, a school) has the lowest of their ids as
  /// its name: numbers of persons and schools are the run's own, and other ones in a world that was
  /// imported. A workplace that is somebody's school has the name of that.
  static let owners = """
    SELECT v.*, p.latitude AS home_latitude, p.longitude AS home_longitude,
      min(v.account) OVER (PARTITION BY v.person) AS first_of_person,
      min(v.account) OVER (PARTITION BY p.household) AS first_of_household,
      iif(p.school IS NULL, NULL,
        'school ' || min(v.account) OVER (PARTITION BY p.school)) AS school_name,
      iif(p.club IS NULL, NULL,
        'club ' || min(v.account) OVER (PARTITION BY p.club)) AS club_name,
      iif(p.workplace IS NULL, NULL, coalesce('school ' || s.account,
        'workplace ' || min(v.account) OVER (PARTITION BY p.workplace))) AS workplace_name
    FROM truth_account_view AS v JOIN truth_person AS p ON p.id = v.person
      LEFT JOIN (SELECT q.school, min(a.account) AS account
        FROM truth_account AS a JOIN truth_person AS q ON q.id = a.person GROUP BY q.school) AS s
      ON s.school = p.workplace
    """
}
