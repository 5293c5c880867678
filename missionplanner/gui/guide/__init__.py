"""The user guide inside the program: its chapters, the window that shows them, and the tour over the example."""
