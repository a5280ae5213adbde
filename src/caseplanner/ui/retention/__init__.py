"""The parts of the two pages about how long dossiers are kept."""
