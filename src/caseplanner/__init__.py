"""caseplanner: a restorative plan, made together, kept in one encrypted vault."""

__version__ = "0.1.0"
