"""The only rooms that know SQLite, SQLCipher and keys. No Qt, nothing of the export."""
