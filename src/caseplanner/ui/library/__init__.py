"""Parts of the library: its list, a sheet to read, a sheet to change, and what a file brings."""
