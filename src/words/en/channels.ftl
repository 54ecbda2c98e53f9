# What is the same on every chat platform: a tick, said in words.
channels-ticked = (chosen)
