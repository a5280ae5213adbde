"""The bill of materials of a package (CycloneDX 1.6): every part in it, its version and licence."""

import json
import re
import uuid
from collections.abc import Collection, Mapping
from datetime import UTC, datetime

from tools.licences import LOCK, parts

NAMESPACE = uuid.UUID("9d0f7a58-3d2b-4d1c-8a31-0f5a3f9e6f60")  # ours; any would do


def bill(
    name: str, version: str, inside: Mapping[str, str], without: Collection[str], made: int
) -> str:
    """The bill of the package file `name`, made at that time (seconds since 1970).

    `inside` are the versions, by the name in parts.json, of the parts that no lock names; a part
    without one is listed without. The parts `without` are not in this package. The same package
    gives the same text.
    """
    locked = dict(re.findall(r"^([\w.-]+)==(\S+)", LOCK.read_text("utf-8"), re.MULTILINE))
    components = [
        {"type": "library", "name": part["name"], "bom-ref": part["name"]}
        | _version(part["name"], locked, inside)
        | {"licenses": [{"expression": part["licence"]}]}
        for part in parts()
        if part["name"] not in without
    ]
    program = {
        "type": "application",
        "name": "caseplanner",
        "bom-ref": "caseplanner",
        "version": version,
    }
    told = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "timestamp": datetime.fromtimestamp(made, UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
            "component": program | {"properties": [{"name": "package", "value": name}]},
        },
        "components": components,
        "dependencies": [
            {"ref": "caseplanner", "dependsOn": [each["bom-ref"] for each in components]}
        ],
    }
    serial = uuid.uuid5(NAMESPACE, json.dumps(told, sort_keys=True))
    return json.dumps({**told, "serialNumber": f"urn:uuid:{serial}"}, indent=2) + "\n"


def _version(name: str, locked: Mapping[str, str], inside: Mapping[str, str]) -> dict[str, str]:
    if name in locked:
        return {"version": locked[name], "purl": f"pkg:pypi/{name}@{locked[name]}"}
    return {"version": inside[name]} if name in inside else {}
