## The timeline of a working year.

# What `pols check` says about the timeline in a file
check-plan-title = Het moment “{ $name }” heeft geen titel. Zet er “title” bij: wat er dan gebeurt.
check-plan-when = Het moment “{ $name }” moet één dag hebben: zet er “on” bij met een datum, of “after” met een ander moment, niet allebei.
check-plan-unknown = “{ $name }” komt na “{ $moment }”, maar dat moment ken ik niet. Kies uit: { $known }.
check-plan-loop = Deze momenten wachten op elkaar in een kring: { $way }. Geef er één een datum met “on”.
check-plan-outside = Het moment “{ $name }” valt op { $date }. Dat is buiten het werkjaar, van { $first } tot { $last }. Kies een dag daartussen, of kijk “year” na.
check-plan-twice = Het vaste moment { $kind } staat hier nog eens, bij “{ $name }”. Houd er één per werkjaar.
