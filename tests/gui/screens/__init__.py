"""Every screen and dialog at every size, in every language and theme: what is wrong with it, and pictures to look at."""
