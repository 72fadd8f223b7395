/// The stream: the source of every edge that the run adds.
extension Table {
  static let eventChunk = Table(
    "event_chunk", "A run of events in order, as columns of little-endian numbers.",
    """
      first_id INTEGER PRIMARY KEY CHECK (first_id >= 0), -- number of the first event in the run
      count INTEGER NOT NULL CHECK (count > 0),
      first_time INTEGER NOT NULL, -- seconds since the start
      last_time INTEGER NOT NULL CHECK (last_time >= first_time),
      numbers BLOB -- 32 bits: an event's number less first_id; NULL where they follow each other
        CHECK (length(numbers) = 4 * count),
      kinds BLOB NOT NULL CHECK (length(kinds) = count), -- 8 bits each, code 'event-kind'
      times BLOB NOT NULL CHECK (length(times) = 4 * count), -- 32 bits, signed
      actors BLOB NOT NULL CHECK (length(actors) = 4 * count), -- 32 bits: account.id
      targets BLOB NOT NULL -- 32 bits: account.id; 4294967295 for none
        CHECK (length(targets) = 4 * count),
      details BLOB NOT NULL -- 16 bits: a message's cue bits, a post's serial
        CHECK (length(details) = 2 * count),
      counts BLOB NOT NULL CHECK (length(counts) = count) -- 8 bits: how many
    """)
}
