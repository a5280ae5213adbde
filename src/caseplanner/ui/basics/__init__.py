"""The parts of the page of the basic conditions."""
