"""What a dossier is and what may be done to it. Pure: no Qt, no SQL, no files, no clock."""
