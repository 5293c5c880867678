"""How people come, sleep and ride: imported, entered, assigned."""
