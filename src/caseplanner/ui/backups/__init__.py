"""Parts of the page of the backups, and of putting one back when the vault is locked or broken."""
