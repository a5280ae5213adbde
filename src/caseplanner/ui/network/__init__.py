"""The parts of the page about the people around the client."""
