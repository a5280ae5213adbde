"""The parts of the page about the people who have a passphrase."""
