"""The parts of the command line that look after a vault; `__main__` knows the rest."""
