"""What an editor must know before release: each rule has a code and says what is wrong and how to mend it."""
