# Ce qui est pareil sur toutes les plateformes : une coche, dite avec des mots.
channels-ticked = (choisi)
