"""What a scenario of the rig found, and how it is told."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Count:
    """`tried` times something was broken; `failures` tell, one line each, what went wrong."""

    name: str
    tried: int = 0
    facts: dict[str, int] = field(default_factory=dict)
    failures: list[str] = field(default_factory=list)

    def add(self, fact: str, many: int = 1) -> None:
        self.facts[fact] = self.facts.get(fact, 0) + many

    def fail(self, what: str) -> None:
        self.failures.append(what)

    def in_words(self) -> str:
        facts = "".join(f", {many:,} {fact}" for fact, many in self.facts.items())
        lost = f"{len(self.failures)} failures"
        return f"{self.name}: {self.tried:,} tried{facts}, {lost}"
