"""Write the three cases again as files, and that of Sam as the practice dossier."""

from tests.whole import CASES, NAMES, PRACTICE, written

for name in NAMES:
    (CASES / f"{name}.json").write_bytes(written(name))
PRACTICE.write_bytes(written("sam"))
