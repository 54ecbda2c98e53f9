# Only what can be said still simpler.
settings-how = Tik op een knop. Dan is het aan of uit. Je antwoorden blijven zoals ze zijn.
settings-paused = Oké. Geen nieuwe vragen tot { $date }. Daarna weer wel. Op wat hier staat, mag je nog antwoorden.
settings-nobody = Ik ken je nog niet. Open eerst de link van je organisatie.
