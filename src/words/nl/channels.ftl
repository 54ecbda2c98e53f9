# Wat op elk chatplatform hetzelfde is: een vinkje, gezegd in woorden.
channels-ticked = (gekozen)
