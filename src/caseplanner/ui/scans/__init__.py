"""Signed paper: choosing a scan, looking at it before and after, keeping it with a version."""
