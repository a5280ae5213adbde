"""The sealed room of a driegesprek: one case, one page at a time, three people at one screen."""
