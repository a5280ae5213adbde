"""How client and worker work together: where it goes, and changes of worker."""
