"""The two parts of the page that looks back: the history of a dossier, and its log."""
