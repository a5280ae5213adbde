"""Lists of the laptop on the screen: found, read, written, and brought in from a file."""
