"""What goes with a package: its hashes, its bill of materials, and what stands in for HTTP."""

import json
import subprocess
import sys
import xml.etree.ElementTree as ET
from hashlib import sha256
from pathlib import Path

from caseplanner.export.pdf import finish
from installer import release, sbom
from tools import licences

ROOT = Path(__file__).parent.parent
LINUX = ROOT / "installer" / "linux"


def test_the_hashes_are_those_of_every_file_beside_them(tmp_path: Path) -> None:
    (tmp_path / "b.deb").write_bytes(b"two")
    (tmp_path / "a.msi").write_bytes(b"one")
    release.sums(tmp_path)
    release.sums(tmp_path)  # its own file of a time before is not among them
    told = [f"{sha256(b'one').hexdigest()}  a.msi", f"{sha256(b'two').hexdigest()}  b.deb"]
    assert (tmp_path / release.SUMS).read_text("utf-8").splitlines() == told


def test_the_bill_names_every_part_with_its_version_and_licence() -> None:
    told = sbom.bill("x.deb", "1.2", {"Qt": "6.11.3"}, {"bzip2"}, 1_700_000_000)
    assert told == sbom.bill("x.deb", "1.2", {"Qt": "6.11.3"}, {"bzip2"}, 1_700_000_000)
    bill = json.loads(told)
    parts = {each["name"]: each for each in bill["components"]}
    assert set(parts) == {part["name"] for part in licences.parts()} - {"bzip2"}
    assert set(licences.shipped()) <= {name for name, each in parts.items() if "version" in each}
    assert parts["Qt"]["version"] == "6.11.3"
    assert parts["Qt"]["licenses"] == [{"expression": "LGPL-3.0-only"}]
    assert parts["pikepdf"]["purl"].startswith("pkg:pypi/pikepdf@")
    assert bill["metadata"]["timestamp"] == "2023-11-14T22:13:20Z"


def test_without_an_http_client_a_plan_is_sealed_and_verified_all_the_same() -> None:
    stand_in = ROOT / "installer" / "no_http"
    code = """
import sys
sys.path.insert(0, sys.argv[1])
import aiohttp
from caseplanner import selftest
code = selftest.run(print)
assert aiohttp.__file__.startswith(sys.argv[1])
try:
    aiohttp.ClientSession()
except aiohttp.ClientError:
    sys.exit(code)
"""
    command = [sys.executable, "-c", code, str(stand_in)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_system_knows_the_file_that_lies_in_a_plan() -> None:
    known = ET.parse(LINUX / "caseplanner.mime.xml")
    globs = known.iterfind(".//{*}glob")
    assert [glob.get("pattern") for glob in globs] == [finish.ATTACHMENT]


def test_a_package_that_there_is_not_is_wrong_use() -> None:
    command = [sys.executable, str(ROOT / "run.py"), "package", "rpm"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "There are: deb" in done.stderr
