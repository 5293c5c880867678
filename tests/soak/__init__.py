"""Long runs, made with `packaging/test.py --soak`; they print figures."""
