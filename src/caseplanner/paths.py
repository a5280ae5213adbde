"""Where things are on this machine: the vault's folder and the program's own resources."""

from pathlib import Path

_HERE = Path(__file__).parent


def resource(name: str) -> Path:
    """A file or folder of `resources/`, in an installed program and in a checkout alike."""
    root = _HERE if is_installed() else _HERE.parent.parent
    return root / "resources" / name


def is_installed() -> bool:
    """The program runs from where it was installed, not from a checkout of its source."""
    return (_HERE / "resources").is_dir()


def site_packages() -> Path:
    """The folder that the program's package lies in, with what was noted when it was installed."""
    return _HERE.parent


def data_dir() -> Path:
    """The folder of the vault and the settings, unless the person names another."""
    import platformdirs  # only needed here, and slow for a program that is about to show itself

    return platformdirs.user_data_path("caseplanner", appauthor=False, roaming=False)


def site_dir() -> Path:
    """The folder where IT may place a file for all who use this machine."""
    import platformdirs

    return platformdirs.site_config_path("caseplanner", appauthor=False)


def has_vault(folder: Path) -> bool:
    """Something of a vault lies here. Quick, for the first screen; `desk.exists` knows more."""
    return any((folder / name).exists() for name in ("vault", "vault.new/ready"))
