# Ce qui revient : le résultat, « vous avez dit, nous faisons », et une seule fois un mot au coach.
# La première ligne est neutre : elle peut s'afficher sur un téléphone verrouillé. A2.
back-result = Il y a une réponse pour toi.
back-result-about = { $activity }, { $date }
back-result-own-both = Toi, au début : { $start }. Toi, à la fin : { $end }.
back-result-own-start = Toi, au début : { $answer }.
back-result-own-end = Toi, à la fin : { $answer }.
back-result-own = { $question } Tu as dit : { $answer }.
back-result-thanks = Merci pour ta participation.
back-result-group = Et ensemble :
back-result-figure = – { $label } : { $count }
back-result-few = Vous étiez trop peu pour montrer des chiffres. Ainsi, personne n'est reconnaissable.
back-result-end = Ceci concerne les jeunes qui ont répondu. Tu ne dois rien faire.
back-feedback = Il y a un message en retour.
back-feedback-said = Vous avez dit : { $text }
back-feedback-doing = Nous faisons : { $text }
back-feedback-cannot = Ceci n'est pas possible maintenant, parce que : { $text }

# Au coach, sans chiffres.
back-nudge = Encore à faire : un mot en retour aux jeunes ({ $activity }, { $date })
back-nudge-how = Avec le bouton, écrivez ce que vous avez entendu et ce que vous en faites. Le message part une seule fois, aux jeunes qui ont participé.
back-nudge-free = C'est permis, pas obligatoire. Les prochaines questions continuent comme prévu.
