"""Parts of the page "On the way"."""
