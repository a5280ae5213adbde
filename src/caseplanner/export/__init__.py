"""Pure: a dossier in, bytes out. No vault, no Qt, no clock: time and keys are passed in."""
