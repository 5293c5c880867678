"""Agreements: entered with their parties and signatories, and the papers of their signing."""
