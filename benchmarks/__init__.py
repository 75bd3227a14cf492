"""The benchmark: the same collection built by this project and by its peers, side by side, in turn, in one run."""
