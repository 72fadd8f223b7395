import GRDB

/// What every database can be asked: pages, schema, references.
extension Check {
  /// SQLite's own check of pages, indexes and the constraints of the schema.
  static let pages = Check(
    name: "pages", about: "pages and rules of the schema, by SQLite"
  ) { file, findings in
    try file.compare { database in
      let verdict = try String.fetchAll(database, sql: "PRAGMA checked.integrity_check")
      for line in verdict where line != "ok" { findings.add(nil, nil, line) }
      let pages = try Int.fetchOne(database, sql: "PRAGMA checked.page_count") ?? 0
      let size = try Int.fetchOne(database, sql: "PRAGMA checked.page_size") ?? 0
      if case .file(let bytes) = FileSystem.entry(at: file.file.path), bytes > pages * size {
        findings.add(nil, nil, "\(bytes - pages * size) bytes follow the last page")
      }
      return [.init("page", pages)]
    }
  }

  /// Every table, view and index of this version, and every name that a number stands for.
  static let schema = Check(
    name: "schema", about: "tables, views and codes of this version"
  ) { file, findings in
    try file.compare { database in
      let objects = try Row.fetchAll(
        database,
        sql: """
          SELECT own.type, own.name, own.sql, found.sql
          FROM main.sqlite_schema AS own
            LEFT JOIN checked.sqlite_schema AS found ON found.type = own.type AND found.name = own.name
          WHERE own.sql IS NOT NULL AND own.name <> 'grdb_migrations'
          """)
      for row in objects where row[2] as String != row[3] as String? {
        let detail = row[3] as String? == nil ? "is missing" : "is not as this version makes it"
        findings.add(row[1], nil, "the \(row[0] as String) \(detail)")
      }
      let triggers = try String.fetchAll(
        database, sql: "SELECT name FROM checked.sqlite_schema WHERE type = 'trigger'")
      for name in triggers {
        findings.add(name, nil, "a trigger, which would change what is written into the file")
      }
      let codes = try Row.fetchAll(
        database,
        sql: """
          SELECT printf('%s %s', domain, value), printf('''%s'' is missing', name) FROM
            (SELECT * FROM main.code EXCEPT SELECT * FROM checked.code)
          UNION ALL
          SELECT printf('%s %s', domain, value), printf('''%s'' is none of this version', name) FROM
            (SELECT * FROM checked.code EXCEPT SELECT * FROM main.code)
          """)
      for row in codes { findings.add("code", row[0], row[1]) }
      return [.init("object", objects.count)]
    }
  }

  /// Every id leads to a row.
  static let references = Check(
    name: "references", about: "every id leads to a row"
  ) { file, findings in
    var count = 0
    for table in file.tables {
      try file.compare { database in
        let keys = try Row.fetchAll(
          database,
          sql: """
            SELECT id, "table" AS parent, "from" AS child_column, "to" AS parent_column
            FROM pragma_foreign_key_list('\(table.name)') ORDER BY id, seq
            """)
        for (_, columns) in Dictionary(grouping: keys, by: { $0["id"] as Int })
          .sorted(by: { $0.key < $1.key })
        {
          count += 1
          try database.findStrays(of: table, by: columns, into: &findings)
        }
      }
    }
    return [.init("foreign key", count)]
  }
}

extension Database {
  /// Puts down the rows of a table that refer to a row that is not there.
  fileprivate func findStrays(
    of table: Table, by columns: [Row], into findings: inout Findings
  ) throws {
    guard let parent = columns.first?["parent"] as String? else { return }
    let parentKey = try primaryKey(parent).columns
    let pairs = columns.enumerated().map { place, column in
      (
        child: column["child_column"] as String,
        parent: column["parent_column"] as String? ?? parentKey[place]
      )
    }
    let key = try primaryKey(table.name).columns
    let given = pairs.map { "child.\($0.child) IS NOT NULL" }.joined(separator: " AND ")
    let match = pairs.map { "parent.\($0.parent) = child.\($0.child)" }.joined(separator: " AND ")
    let strays = try Row.fetchCursor(
      self,
      sql: """
        SELECT \((key + pairs.map(\.child)).map { "child.\($0)" }.joined(separator: ", "))
        FROM checked.\(table.name) AS child
        WHERE \(given) AND NOT EXISTS (SELECT 1 FROM checked.\(parent) AS parent WHERE \(match))
        """)
    while let row = try strays.next() {
      let values = pairs.enumerated().map { place, pair in
        "\(pair.child) \(row[key.count + place] as DatabaseValue)"
      }
      findings.add(
        table.name, row.named(key),
        "refers to \(values.joined(separator: ", ")), which \(parent) does not have")
    }
  }
}

extension Row {
  /// The first cells of the row with the names of their columns.
  func named(_ columns: [String]) -> String {
    columns.enumerated().map { "\($1) \(self[$0] as DatabaseValue)" }.joined(separator: ", ")
  }
}
