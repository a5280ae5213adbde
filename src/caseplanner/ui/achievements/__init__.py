"""The parts of the page of what was achieved."""
