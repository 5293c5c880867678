"""Real faults: processes killed, disks full, folders that cannot be written; they print how many were survived."""
