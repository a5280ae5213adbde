"""The fault rig: what breaks laptops, done to real vaults on purpose, and counted."""
