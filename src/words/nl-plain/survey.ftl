# Dutch in simpler words: only the sentences that can be said more simply. The rest is said in Dutch.
