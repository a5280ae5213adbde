"""The package for Debian: python3 run.py package deb [--dist DIR]

It holds the program with the Python of this Debian and the locked libraries, and is the same, byte
for byte, each time it is made of the same commit. Beside it come its bill of materials and
SHA256SUMS.
"""

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import run
from installer import release, sbom
from tools.licences import LEFT_OUT, LOCK

ROOT = run.ROOT
HERE = Path(__file__).resolve().parent
BUILD = ROOT / "build" / "deb"
TOOLS = ROOT / "installer" / "requirements.lock"
PYTHON = Path("/usr/bin/python3")  # Debian's, which it keeps safe; not one of the person's own
ELF = b"\x7fELF"
# A command that is needed, and the Debian package that has it.
NEEDS = {
    "strip": "binutils",
    "dpkg-deb": "dpkg",
    "dpkg-shlibdeps": "dpkg-dev",
    "appstreamcli": "appstream",
    "desktop-file-validate": "desktop-file-utils",
    "update-mime-database": "shared-mime-info",
}
# What Debian's tools cannot see from the files that are in the package.
BESIDE = "fontconfig-config, tzdata"
NOT_INSIDE = {"bzip2", "Expat", "tzdata"}  # of Debian, unlike in the package for Windows
INSIDE = """
import json, platform, zlib
import pikepdf, pypdfium2, sqlcipher3
from cryptography.hazmat.backends.openssl import backend
from PySide6.QtCore import qVersion
db = sqlcipher3.dbapi2.connect(":memory:")
(cipher,), (sqlite,) = db.execute("pragma cipher_version"), db.execute("select sqlite_version()")
print(json.dumps({
    "Qt": qVersion(), "CPython": platform.python_version(), "SQLCipher": cipher[0],
    "SQLite": sqlite[0], "OpenSSL": backend.openssl_version_text().split()[1],
    "PDFium": str(pypdfium2.PDFIUM_INFO), "qpdf": pikepdf.__libqpdf_version__,
    "zlib": zlib.ZLIB_RUNTIME_VERSION,
}))
"""


def main(argv: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="run.py package deb")
    parser.add_argument("--dist", type=Path, default=ROOT / "dist", help="folder (dist)")
    dist: Path = parser.parse_args(argv).dist.absolute()
    tools()
    made = _time()
    os.environ.update(SOURCE_DATE_EPOCH=str(made), PYTHONHASHSEED="1", LC_ALL="C.UTF-8", TZ="UTC")
    os.environ.pop("PYTHONPATH", None)  # only what is in the environment goes in
    os.umask(0o022)
    shutil.rmtree(BUILD, ignore_errors=True)
    BUILD.mkdir(parents=True)
    version = program(python := environment())
    bundle = frozen(python)
    tree = BUILD / "tree"
    stage(bundle, tree, version, made)
    check(tree)
    architecture = _ask("dpkg", "--print-architecture")
    control(tree, version, architecture, depends(tree))
    package = f"caseplanner_{version}_{architecture}.deb"
    pack(tree, BUILD / package, made)
    dist.mkdir(parents=True, exist_ok=True)
    shutil.move(BUILD / package, dist / package)  # whole, or not at all
    inside = json.loads(_ask(str(python), "-c", INSIDE))
    bill = sbom.bill(package, version, inside, NOT_INSIDE, made)
    (dist / f"{package}.cdx.json").write_text(bill, "utf-8")
    release.sums(dist)
    run.say(f"{dist / package}: {(dist / package).stat().st_size / 1e6:.1f} MB")
    return 0


def tools() -> None:
    """See that what this needs is there; install it where that is allowed."""
    missing = [package for command, package in NEEDS.items() if not shutil.which(command)]
    if not PYTHON.exists() or subprocess.run([PYTHON, "-c", "import ensurepip"]).returncode:
        missing.append("python3-venv")
    if missing and (problem := run.apt_get(missing)):
        run.stop(problem)
    major, minor = _ask(str(PYTHON), "-c", "import sys; print(*sys.version_info[:2])").split()
    if (int(major), int(minor)) not in run.SUPPORTED:
        run.stop(f"{PYTHON} is Python {major}.{minor}, which caseplanner does not run on.")
    shared = f"libpython{major}.{minor}"
    if not run.loads(f"{shared}.so.1.0") and (problem := run.apt_get([shared])):
        run.stop(problem)


def environment() -> Path:
    """A new environment with the libraries that ship and the tools, by hash; gives its Python."""
    venv, wanted = BUILD / "venv", BUILD / "requirements.txt"
    blocks = re.split(r"\n(?=\S)", LOCK.read_text("utf-8"))
    kept = [block for block in blocks if block.partition("==")[0] not in LEFT_OUT]
    wanted.write_text("\n".join(kept) + "\n", "utf-8")
    run.talk(str(PYTHON), "-m", "venv", str(venv))
    python = venv / "bin" / "python"
    wheels = os.environ.get("CASEPLANNER_WHEELS")
    offline = ["--no-index", "--find-links", wheels] if wheels else []
    checked = ["--require-hashes", "--no-deps", "--only-binary", ":all:", *offline]
    for lock in (wanted, TOOLS):
        pip = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        run.talk(*pip, *checked, "-r", str(lock))
    return python


def program(python: Path) -> str:
    """Put the program in the environment, as its wheel has it; gives its version."""
    run.talk(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(BUILD / "wheel"))
    (wheel,) = (BUILD / "wheel").glob("*.whl")
    site = Path(_ask(str(python), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"))
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)
    name, version = wheel.name.split("-")[:2]
    (site / f"{name}-{version}.dist-info" / "INSTALLER").write_text("deb\n", "utf-8")
    return version


def frozen(python: Path) -> Path:
    """The program in a folder of its own, stripped of what only a debugger reads."""
    folders = ["--distpath", str(BUILD / "bundle"), "--workpath", str(BUILD / "work")]
    quiet = ["--noconfirm", "--clean", "--log-level", "ERROR"]
    spec = str(HERE / "caseplanner.spec")
    run.talk(str(python), "-m", "PyInstaller", *quiet, *folders, spec)
    bundle = BUILD / "bundle" / "caseplanner"
    libraries = [str(file) for file in binaries(bundle) if file.name != "caseplanner"]
    run.talk("strip", "--strip-unneeded", *libraries)
    return bundle


def stage(bundle: Path, tree: Path, version: str, made: int) -> None:
    """Lay everything where it comes to lie on the disk of who installs it."""
    program = tree / "usr" / "lib" / "caseplanner"
    shutil.copytree(bundle, program, symlinks=True)
    (tree / "usr" / "bin").mkdir(parents=True)
    (tree / "usr" / "bin" / "caseplanner").symlink_to("../lib/caseplanner/caseplanner")
    share = tree / "usr" / "share"
    for name, place in {
        HERE / "caseplanner.desktop": "applications/caseplanner.desktop",
        HERE / "caseplanner.metainfo.xml": "metainfo/caseplanner.metainfo.xml",
        HERE / "caseplanner.mime.xml": "mime/packages/caseplanner.xml",
        HERE / "copyright": "doc/caseplanner/copyright",
        ROOT / "CHANGELOG.md": "doc/caseplanner/CHANGELOG.md",
        ROOT / "resources" / "icons" / "app.svg": "icons/hicolor/scalable/apps/caseplanner.svg",
    }.items():
        (share / place).parent.mkdir(parents=True, exist_ok=True)
        _fill(name, share / place, version, made)


def check(tree: Path) -> None:
    """Stop where a part fails, the system would not understand it, or this machine shows."""
    program = str(tree / "usr" / "bin" / "caseplanner")
    run.talk(program, "--language", "en", "self-test")
    share = tree / "usr" / "share"
    run.talk("desktop-file-validate", str(share / "applications" / "caseplanner.desktop"))
    metainfo = share / "metainfo" / "caseplanner.metainfo.xml"
    no_domain = "--override=cid-desktopapp-is-not-rdns=info"  # the program has none to be named for
    run.talk("appstreamcli", "validate", "--no-net", no_domain, str(metainfo))
    for_mime = BUILD / "mime"
    shutil.copytree(share / "mime", for_mime)
    run.talk("update-mime-database", str(for_mime))
    for file in tree.rglob("*"):
        if file.is_file() and str(ROOT).encode() in file.read_bytes():
            run.stop(f"{file.relative_to(tree)} tells where it was built.")


def depends(tree: Path) -> str:
    """The packages of Debian whose libraries ours use, with the least version of each."""
    (BUILD / "shlibdeps" / "debian").mkdir(parents=True)
    source = "Source: caseplanner\n\nPackage: caseplanner\nArchitecture: any\n"
    (BUILD / "shlibdeps" / "debian" / "control").write_text(source, "utf-8")
    found = binaries(tree)
    inside = {f"-l{file.parent}" for file in found}
    command = ["dpkg-shlibdeps", "-O", "--ignore-missing-info", *sorted(inside), *map(str, found)]
    told = subprocess.run(
        command, cwd=BUILD / "shlibdeps", capture_output=True, text=True, check=False
    )
    if told.returncode:
        run.stop(told.stderr)
    return f"{told.stdout.strip().partition('=')[2]}, {BESIDE}"


def control(tree: Path, version: str, architecture: str, needed: str) -> None:
    """What dpkg reads: the name, what it depends on, and what is done before an upgrade."""
    size = sum(file.lstat().st_size for file in tree.rglob("*")) // 1024
    folder = tree / "DEBIAN"
    folder.mkdir()
    text = (HERE / "control").read_text("utf-8")
    for word, value in {
        "@VERSION@": version,
        "@ARCHITECTURE@": architecture,
        "@DEPENDS@": needed,
        "@SIZE@": str(size),
    }.items():
        text = text.replace(word, value)
    (folder / "control").write_text(text, "utf-8")
    _fill(HERE / "preinst", folder / "preinst", version, 0)
    sums = _ask("sh", "-c", "find usr -type f | sort | xargs -d '\\n' md5sum", cwd=tree)
    (folder / "md5sums").write_text(f"{sums}\n", "utf-8")


def pack(tree: Path, package: Path, made: int) -> None:
    """One file, the same each time: fixed times, root as owner, the rights of what it is."""
    runs = {tree / "usr" / "lib" / "caseplanner" / "caseplanner", tree / "DEBIAN" / "preinst"}
    for file in (tree, *tree.rglob("*")):
        if not file.is_symlink():
            file.chmod(0o755 if file.is_dir() or file in runs else 0o644)
        os.utime(file, (made, made), follow_symlinks=False)
    tar = ["--root-owner-group", "-Zxz", "-z9", "--threads-max=1"]
    run.talk("dpkg-deb", *tar, "--build", str(tree), str(package))


def binaries(folder: Path) -> list[Path]:
    """The programs and libraries in a folder, each once."""

    def found() -> Iterator[Path]:
        for file in folder.rglob("*"):
            if file.is_file() and not file.is_symlink():
                with file.open("rb") as opened:
                    if opened.read(4) == ELF:
                        yield file

    return sorted(found())


def _fill(template: Path, target: Path, version: str, made: int) -> None:
    day = _ask("date", "--utc", f"--date=@{made}", "+%Y-%m-%d")
    text = template.read_text("utf-8").replace("@VERSION@", version).replace("@DAY@", day)
    target.write_text(text, "utf-8")


def _time() -> int:
    """Seconds since 1970 of the last commit, or what SOURCE_DATE_EPOCH says."""
    if given := os.environ.get("SOURCE_DATE_EPOCH"):
        return int(given)
    if not (ROOT / ".git").exists():
        run.stop("This is no clone of git: say in SOURCE_DATE_EPOCH from when the source is.")
    return int(_ask("git", "log", "-1", "--format=%ct", cwd=ROOT))


def _ask(*command: str, cwd: Path | None = None) -> str:
    return subprocess.check_output(command, cwd=cwd, text=True).strip()


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except subprocess.CalledProcessError as error:
        run.stop(f"No package was made: {Path(error.cmd[0]).name} failed, as it says above.")
    except OSError as error:
        run.stop(f"No package was made: {error}")
