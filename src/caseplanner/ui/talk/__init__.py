"""Parts of the page "Three-way meeting"."""
