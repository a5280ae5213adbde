"""The parts of the page of notes that only workers see."""
