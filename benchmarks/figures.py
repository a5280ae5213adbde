"""How a benchmark tells what it measured: one line per figure, and whether the bar was kept."""

failed: list[str] = []  # names of the figures that did not keep their bar, for the exit code


def figure(name: str, value: float, baseline: float, bar: float, unit: str) -> bool:
    """Print name, value, baseline, ratio, bar and ok or FAIL; `bar` is the most `value` may be."""
    ok = value <= bar
    if not ok:
        failed.append(name)
    print(
        f"{name:<44} {value:>9.2f} {unit:<4} baseline {baseline:>8.2f}  "
        f"ratio {value / baseline:>5.2f}  bar {bar:>8.2f}  {'ok' if ok else 'FAIL'}"
    )
    return ok
