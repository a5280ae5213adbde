"""The parts of the page of the special conditions."""
