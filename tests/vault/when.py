"""One moment, for tests that need some moment."""

from datetime import UTC, datetime

AT = datetime(2026, 3, 14, 10, 30, tzinfo=UTC)
