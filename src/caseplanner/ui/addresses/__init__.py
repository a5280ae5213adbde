"""Addresses on the screen: organisations and professionals."""
