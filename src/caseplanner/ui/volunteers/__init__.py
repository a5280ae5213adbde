"""The parts of the page of who does what that are about volunteers."""
