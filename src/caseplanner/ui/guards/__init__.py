"""Warnings beside fields: what the guards found there, and letting it stand with a reason."""
