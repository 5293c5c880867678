"""The carriers of a shared mission: they carry what others lack, and understand nothing of it."""
