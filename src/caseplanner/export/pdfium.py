"""One at a time: pdfium knows no threads, and both the screens and slow work ask for pages."""

from threading import RLock

ONE = RLock()  # held around every call of pypdfium2
