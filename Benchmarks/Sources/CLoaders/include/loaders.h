#ifndef LOADERS_H
#define LOADERS_H

#include <stdint.h>

/// The plain C ways to load rows through SQLite's interface that Tocsin is held against.
enum loader {
  /// One row a step.
  LOADER_ONE_ROW = 0,
  /// 64 rows an INSERT.
  LOADER_64_ROWS = 1,
  /// INSERT ... SELECT from a virtual table over the array.
  LOADER_VIRTUAL_TABLE = 2,
};

/// Stands for NULL among values.
#define LOADER_NULL INT64_MIN

/// Loads rows of whole numbers into a table of a new database, in one transaction.
///
/// - path: the database, which must not exist.
/// - create: the statements that make the table.
/// - table: its name.
/// - columns: how many columns it has, at most 16.
/// - rows: how many rows there are.
/// - values: rows one after the other, each with its columns in order.
/// - Returns the seconds from BEGIN to the end of COMMIT; below zero where SQLite refused.
double loader_seconds(const char *path, const char *create, const char *table, int columns,
                      int64_t rows, const int64_t *values, enum loader how);

/// Writes blobs as rows of a table of chunks in a new database under WAL, in one transaction.
///
/// Each chunk is one of `bytes` bytes cut into six columns, as the stream's are.
/// - Returns the seconds from BEGIN to the end of COMMIT; below zero where SQLite refused.
double loader_chunk_seconds(const char *path, int64_t chunks, int64_t events_per_chunk);

#endif
