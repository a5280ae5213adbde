"""Plans to print: the three cases, set and signed or as a concept, and the far ends of both."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from math import cos, pi, sin
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from caseplanner import guides
from caseplanner.dossier import agreements, answers, document, ink, people
from caseplanner.dossier.guide import Guide
from caseplanner.dossier.ink import Ink, Point
from caseplanner.dossier.model import (
    ClientAnswer,
    Decides,
    Dimension,
    Dossier,
    Goal,
    GoalState,
    HowSigned,
    Moment,
    Person,
    Role,
    ScoredBy,
    Signature,
    Step,
    StepState,
    VersionReason,
)
from caseplanner.export import package, signature
from caseplanner.export.pdf import Edition

AT = datetime(2026, 3, 11, 10, 6, tzinfo=UTC)
ALL_WAYS = (HowSigned.INK, HowSigned.PAPER, HowSigned.NOT_NOW)
VAULT = "caseplanner zegel 1a2b3c4d"
REASON = "Eerst overleg met de advocaat."


def case(name: str) -> Dossier:
    folder = Path(__file__).parent.parent / "cases"
    return package.load((folder / f"{name}.json").read_bytes()).dossier


@cache
def dutch() -> Guide:
    return guides.load("nl")


def seal_of(name: str = VAULT) -> tuple[bytes, bytes]:
    """The key and the certificate of the vault with this name: the same ones each time."""
    return _kept(name)


@cache
def _kept(name: str) -> tuple[bytes, bytes]:
    return new_seal(name)


def new_seal(name: str) -> tuple[bytes, bytes]:
    """A P-256 key and its certificate, both PEM, as a vault makes them."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])
    certificate = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(AT - timedelta(days=1))
        .not_valid_after(AT + timedelta(days=3652))
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(
            x509.KeyUsage(True, True, False, False, False, False, False, False, False),
            critical=True,
        )
        .sign(key, SHA256())
    )
    pem = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    return pem, certificate.public_bytes(Encoding.PEM)


def sealed(pdf: bytes, name: str = VAULT) -> bytes:
    return signature.seal(pdf, *seal_of(name), AT, "Verzegeld bij het verlaten van caseplanner")


def concept(dossier: Dossier, inks: Mapping[str, bytes] | None = None) -> Edition:
    print_of_seal = signature.fingerprint(seal_of()[1])
    return Edition(dossier, inks or {}, dutch(), AT, print_of_seal, "nl")


def signed(dossier: Dossier, ways: tuple[HowSigned, ...] = ALL_WAYS) -> Edition:
    """The dossier set as version 1, signed by client, mentor and supervisor in these ways."""
    after = agreements.freeze(dossier, VersionReason.FIRST, AT)
    inks: dict[str, bytes] = {}
    for turn, (role, how) in enumerate(zip(Role, ways, strict=False)):
        drawn = ink.dump(scribble(turn)) if how is HowSigned.INK else b""
        digest = document.digest(drawn) if drawn else ""
        inks |= {digest: drawn} if drawn else {}
        name = people.name_of(dossier, role) or "Wie er was"
        reason = REASON if how is HowSigned.NOT_NOW else ""
        deed = Signature(role, name, how, AT + timedelta(minutes=turn), reason, digest)
        after = agreements.sign(after, after.versions[-1].id, deed)
    return concept(after, inks)


def scribble(turn: int, aspect: float = 2.1) -> Ink:
    steps = 120
    return Ink(
        aspect,
        (
            tuple(
                Point(
                    0.15 + 0.7 * i / steps + 0.06 * sin(2 * pi * (3 + turn) * i / steps),
                    0.5 - 0.2 * cos(2 * pi * (3 + turn) * i / steps) * (1 - 0.6 * i / steps),
                    12 * i,
                )
                for i in range(steps + 1)
            ),
        ),
    )


def bare() -> Dossier:
    """Nothing but a name: every list empty."""
    return Dossier(person=Person(called="Mo"), id="bare")


def crowded(count: int = 14) -> Dossier:
    """Fourteen goals in every state there is, with steps in every state there is."""
    states, decides = list(GoalState), list(Decides)
    said = [*ClientAnswer, None]
    goals = tuple(
        Goal(
            list(Dimension)[n % 4],
            f"Ik wil doel nummer {n + 1} halen.",
            state := states[n // 4 % 4],
            decides[n % 3],
            reason="Het past nu niet." if state is GoalState.STOPPED else "",
            remind_on=date(2026, 5, 7) if state is GoalState.LATER else None,
            helpers="Mirjam",
            after_who="Tactus" if n % 2 else "",
            after_from=date(2026, 8, 3),
            answer=said[n % 5],
            answer_reason="Dat zeg ik niet." if said[n % 5] in (ClientAnswer.NO, None) else "",
            steps=tuple(
                Step(
                    f"Stap {s + 1} van doel {n + 1}.",
                    "Dennis" if s % 2 else "",
                    date(2026, 4, 1 + s) if s % 3 else None,
                    list(StepState)[s % 5],
                    f"step-{n}-{s}",
                )
                for s in range(5)
            ),
            id=f"goal-{n}",
        )
        for n in range(count)
    )
    return replace(bare(), goals=goals, id="crowded", person=Person("Çağlayan Łuczak-Őry"))


def lengthy() -> Dossier:
    """Long texts everywhere, a word that is longer than a line, and lines of its own making."""
    long = " ".join(f"woord{n}" for n in range(400))
    dossier = answers.give(case("dennis"), "self.words", long)
    dossier = answers.give(dossier, "self.going_well", long)
    dossier = answers.give(dossier, "self.proud", "Eerste regel\nTweede regel\r\nDerde\tregel")
    dossier = answers.give(dossier, "self.unknown_question", "Een vraag van later.")
    first, *others = dossier.goals
    steps = (replace(first.steps[0], text=long, actor="x" * 90), *first.steps[1:])
    goal = replace(first, text=long, helpers=long, steps=steps)
    return replace(
        dossier, goals=(goal, *others), person=replace(dossier.person, called="Jan " * 30)
    )


def scored(value: int | None) -> Dossier:
    dossier = bare()
    for dimension in Dimension:
        for by in ScoredBy:
            for moment in Moment:
                dossier = answers.score(dossier, dimension, by, moment, value)
    return dossier
