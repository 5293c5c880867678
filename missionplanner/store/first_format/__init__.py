"""The tables of the first format of mission files; never changed once a file was given to anybody."""
