"""Qt: shows a dossier and reports edits. No vault, no SQL."""
