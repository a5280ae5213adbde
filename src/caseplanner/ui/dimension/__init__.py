"""The parts of the page on which one dimension is talked about and its goals are made."""
