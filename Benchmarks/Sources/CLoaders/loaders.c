// Yardsticks: rows of whole numbers loaded through SQLite's C interface and nothing else.

#include "loaders.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static const char *const PRAGMAS = "PRAGMA synchronous = OFF;";

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

// Without SQLite's mutexes, as one thread alone works on it: half as fast again.
static int open_database(const char *path, sqlite3 **db) {
  return sqlite3_open_v2(
      path, db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, NULL);
}

struct rows {
  const int64_t *values;
  int64_t count;
  int columns;
};

static int bind_row(sqlite3_stmt *statement, int first, const int64_t *row, int columns) {
  for (int c = 0; c < columns; c++) {
    int code = row[c] == LOADER_NULL ? sqlite3_bind_null(statement, first + c)
                                     : sqlite3_bind_int64(statement, first + c, row[c]);
    if (code != SQLITE_OK) return code;
  }
  return SQLITE_OK;
}

// INSERT with so many rows a step, from `from` on as long as whole groups are left.
static int insert_groups(sqlite3 *db, const char *table, struct rows rows, int group,
                         int64_t *from) {
  size_t room = 64 + strlen(table) + (size_t)group * ((size_t)rows.columns * 2 + 3);
  char *sql = malloc(room);
  if (!sql) return SQLITE_NOMEM;
  char *end = sql + sprintf(sql, "INSERT INTO %s VALUES ", table);
  for (int r = 0; r < group; r++) {
    *end++ = r ? ',' : ' ';
    for (int c = 0; c < rows.columns; c++) {
      *end++ = c ? ',' : '(';
      *end++ = '?';
    }
    *end++ = ')';
  }
  *end = 0;
  sqlite3_stmt *statement;
  int code = sqlite3_prepare_v2(db, sql, -1, &statement, NULL);
  free(sql);
  while (code == SQLITE_OK && rows.count - *from >= group) {
    for (int r = 0; r < group && code == SQLITE_OK; r++) {
      code = bind_row(statement, 1 + r * rows.columns, rows.values + (*from + r) * rows.columns,
                      rows.columns);
    }
    if (code == SQLITE_OK && sqlite3_step(statement) != SQLITE_DONE) code = SQLITE_ERROR;
    sqlite3_reset(statement);
    *from += group;
  }
  sqlite3_finalize(statement);
  return code;
}

// The virtual table: rows of an array.

struct array_table {
  sqlite3_vtab base;
  const struct rows *rows;
};

struct array_cursor {
  sqlite3_vtab_cursor base;
  const struct rows *rows;
  int64_t row;
};

static int array_connect(sqlite3 *db, void *own, int argc, const char *const *argv,
                         sqlite3_vtab **table, char **error) {
  (void)argc, (void)argv, (void)error;
  const struct rows *rows = own;
  char sql[512];
  char *end = sql + sprintf(sql, "CREATE TABLE x (c0");
  for (int c = 1; c < rows->columns; c++) end += sprintf(end, ", c%d", c);
  strcpy(end, ")");
  int code = sqlite3_declare_vtab(db, sql);
  struct array_table *made = calloc(1, sizeof *made);
  if (!made) return SQLITE_NOMEM;
  made->rows = rows;
  *table = &made->base;
  return code;
}

static int array_disconnect(sqlite3_vtab *table) {
  free(table);
  return SQLITE_OK;
}

static int array_best_index(sqlite3_vtab *table, sqlite3_index_info *plan) {
  plan->estimatedRows = ((struct array_table *)table)->rows->count;
  return SQLITE_OK;
}

static int array_open(sqlite3_vtab *table, sqlite3_vtab_cursor **cursor) {
  struct array_cursor *made = calloc(1, sizeof *made);
  if (!made) return SQLITE_NOMEM;
  made->rows = ((struct array_table *)table)->rows;
  *cursor = &made->base;
  return SQLITE_OK;
}

static int array_close(sqlite3_vtab_cursor *cursor) {
  free(cursor);
  return SQLITE_OK;
}

static int array_filter(sqlite3_vtab_cursor *cursor, int plan, const char *name, int argc,
                        sqlite3_value **argv) {
  (void)plan, (void)name, (void)argc, (void)argv;
  ((struct array_cursor *)cursor)->row = 0;
  return SQLITE_OK;
}

static int array_next(sqlite3_vtab_cursor *cursor) {
  ((struct array_cursor *)cursor)->row++;
  return SQLITE_OK;
}

static int array_eof(sqlite3_vtab_cursor *cursor) {
  const struct array_cursor *at = (struct array_cursor *)cursor;
  return at->row >= at->rows->count;
}

static int array_column(sqlite3_vtab_cursor *cursor, sqlite3_context *context, int column) {
  const struct array_cursor *at = (struct array_cursor *)cursor;
  int64_t value = at->rows->values[at->row * at->rows->columns + column];
  if (value != LOADER_NULL) sqlite3_result_int64(context, value);
  return SQLITE_OK;
}

static int array_rowid(sqlite3_vtab_cursor *cursor, sqlite3_int64 *row) {
  *row = ((struct array_cursor *)cursor)->row;
  return SQLITE_OK;
}

static const sqlite3_module ARRAY = {
    .xConnect = array_connect,
    .xDisconnect = array_disconnect,
    .xBestIndex = array_best_index,
    .xOpen = array_open,
    .xClose = array_close,
    .xFilter = array_filter,
    .xNext = array_next,
    .xEof = array_eof,
    .xColumn = array_column,
    .xRowid = array_rowid,
};

static int insert_from_array(sqlite3 *db, const char *table, struct rows *rows) {
  int code = sqlite3_create_module_v2(db, "array", &ARRAY, rows, NULL);
  if (code != SQLITE_OK) return code;
  char sql[256];
  snprintf(sql, sizeof sql, "INSERT INTO %s SELECT * FROM array", table);
  return sqlite3_exec(db, sql, NULL, NULL, NULL);
}

double loader_seconds(const char *path, const char *create, const char *table, int columns,
                      int64_t count, const int64_t *values, enum loader how) {
  sqlite3 *db;
  int code = columns <= 16 ? open_database(path, &db) : SQLITE_RANGE;
  if (code != SQLITE_OK) return -1;
  code = sqlite3_exec(db, PRAGMAS, NULL, NULL, NULL);
  if (code == SQLITE_OK) code = sqlite3_exec(db, create, NULL, NULL, NULL);
  struct rows rows = {values, count, columns};
  double start = now();
  int64_t done = 0;
  if (code == SQLITE_OK) code = sqlite3_exec(db, "BEGIN", NULL, NULL, NULL);
  if (code == SQLITE_OK && how == LOADER_VIRTUAL_TABLE) {
    code = insert_from_array(db, table, &rows);
  } else if (code == SQLITE_OK) {
    if (how == LOADER_64_ROWS) code = insert_groups(db, table, rows, 64, &done);
    if (code == SQLITE_OK) code = insert_groups(db, table, rows, 1, &done);
  }
  if (code == SQLITE_OK) code = sqlite3_exec(db, "COMMIT", NULL, NULL, NULL);
  double seconds = now() - start;
  sqlite3_close(db);
  return code == SQLITE_OK ? seconds : -1;
}

double loader_chunk_seconds(const char *path, int64_t chunks, int64_t events) {
  static const int WIDTHS[] = {1, 4, 4, 4, 2, 1};
  sqlite3 *db;
  if (open_database(path, &db) != SQLITE_OK) return -1;
  char *bytes = malloc((size_t)events * 4);
  if (!bytes) return -1;
  memset(bytes, 7, (size_t)events * 4);
  int code = sqlite3_exec(db, PRAGMAS, NULL, NULL, NULL);
  if (code == SQLITE_OK) {
    code = sqlite3_exec(db,
                        "CREATE TABLE chunk (first INTEGER PRIMARY KEY, count INTEGER, kinds BLOB, "
                        "times BLOB, actors BLOB, targets BLOB, details BLOB, counts BLOB) STRICT",
                        NULL, NULL, NULL);
  }
  double start = now();
  sqlite3_stmt *insert = NULL;
  if (code == SQLITE_OK) code = sqlite3_exec(db, "BEGIN", NULL, NULL, NULL);
  if (code == SQLITE_OK) {
    code = sqlite3_prepare_v2(db, "INSERT INTO chunk VALUES (?,?,?,?,?,?,?,?)", -1, &insert, NULL);
  }
  for (int64_t chunk = 0; chunk < chunks && code == SQLITE_OK; chunk++) {
    sqlite3_bind_int64(insert, 1, chunk * events);
    sqlite3_bind_int64(insert, 2, events);
    for (int c = 0; c < 6; c++) {
      sqlite3_bind_blob64(insert, 3 + c, bytes, (sqlite3_uint64)(events * WIDTHS[c]),
                          SQLITE_STATIC);
    }
    if (sqlite3_step(insert) != SQLITE_DONE) code = SQLITE_ERROR;
    sqlite3_reset(insert);
  }
  sqlite3_finalize(insert);
  if (code == SQLITE_OK) code = sqlite3_exec(db, "COMMIT", NULL, NULL, NULL);
  double seconds = now() - start;
  sqlite3_close(db);
  free(bytes);
  return code == SQLITE_OK ? seconds : -1;
}
