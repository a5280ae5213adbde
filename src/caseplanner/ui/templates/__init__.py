"""Text templates on the screen: written on their page, put in the fields of a dossier."""
