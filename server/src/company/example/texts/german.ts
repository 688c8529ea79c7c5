import { talks } from "../talk.ts";

export const officeGerman = talks(`
{Moin zusammen|Guten Morgen}, der Aufzug {steht wieder|wird gewartet}, voraussichtlich bis {day}. Fünfter Stock, ihr schafft das.
~ =Ich habe oben Wasser hingestellt.
~ Du bist ein guter Mensch.
===
Mittag im {cafe}, heute halb eins, Tisch für {n}. Wer kommt mit?
~ Ich!
~ Bin dabei, wenn der Termin mit {customer} pünktlich endet.
~ Also nicht.
===
Wem gehört der {rote|karierte|sehr schöne} Schal im kleinen Besprechungsraum? Er liegt jetzt am Empfang.
~ Mir, danke! Ich habe ihn seit Tagen gesucht.
===
Die {transit} fährt heute {nur jede halbe Stunde|gar nicht}. Ich wähle mich von zu Hause ein.
~ Ich auch. Bis nachher auf dem Bildschirm.
===
Brandschutzübung am {day} um elf. Bitte Treppe nehmen, Kaffee stehen lassen, Treffpunkt am Ufer.
~ Letztes Mal waren wir nach vier Minuten draußen.
~ Diesmal drei!
===
Die neue Kaffeemaschine hat {n} Knöpfe und eine Meinung. Erkenntnisse bisher:

1. Knopf oben links: Wasser
2. Blatt-Symbol: **kein** Tee
3. der rote: bitte nicht

~ Der rote ist Entkalken. Fragt nicht, woher ich das weiß.
===
{near} ist heute seit {n} Jahren bei uns. Kuchen um drei in der Küche! #danke
~ Glückwunsch! Ich bringe Gabeln mit.
~ Danke euch, ich bin ganz gerührt.
===
Rückmeldung aus dem Lager von {customer}: Handschuhe, Kälte, eine Hand am Scanner. Unsere Schaltflächen sind zu klein, und zwar deutlich. #forschung
~ Wie groß wären sie richtig?
~ =15 Millimeter, besser 20. Ich habe es mit elf Leuten gemessen.
~ Nehme ich mit in die Planung.
===
Die Suche in {product} ist jetzt {pct} % schneller. Es war ein fehlender Index, wie immer. #release
~ Es ist immer ein fehlender Index.
~ Schön! Merkt man sofort.
===
Wer hat Lust, am {day} nach Feierabend ins Kino zu gehen? Original mit Untertiteln.
~ Gern!
~ Nur wenn es Popcorn gibt.
===
Bitte denkt an die Reisekostenabrechnung bis {day}. Ohne Beleg keine Buchung, ohne Buchung kein Geld, ohne Geld kein Döner.
~ Erledigt. Der Döner ist also sicher.
===
Die Heizung ist bis {day} gedrosselt. Decken liegen im Schrank neben dem Drucker.
~ Ich nehme die mit den Igeln.
~ Zu spät.
===
Besuch aus @{officeSlug} nächste Woche: {n} Leute, drei Tage. Wer zeigt ihnen die Stadt?
~ Ich mache die Radtour.
~ Und ich das Abendessen danach.
===
Datenschutz-Sprechstunde am {day} um zehn. Bringt eure Fragen mit, auch die unangenehmen. Gerade die.
~ Darf ich Positionsdaten für eine Statistik nehmen?
~ =Kommt darauf an. Genau dafür ist die Stunde.
===
Wer hat meinen Becher mit dem Otter gesehen? Er hat einen sentimentalen Wert und einen Sprung.
~ Spülmaschine, oben rechts.
~ =Danke, Otter und ich sind wieder vereint.
===
Rufbereitschaft an Vancouver übergeben: ein Alarm in der Nacht ({service}), von selbst geheilt. Sonst Ruhe.
~ So soll es sein. Schlaf gut!
===
Neues Wort des Tages aus einem Kundengespräch: „Rampenzeitfensterverschiebung“. Passt nicht auf den Knopf.
~ „Später“?
~ =„Später“. Danke.
===
Wir haben {customer} gewonnen! {big} Lager, Start im nächsten Quartal. Danke an {near} für ein Jahr Geduld. #danke
~ Großartig!
~ Ein Jahr und vierzehn Zugfahrten nach Hamburg. Hat sich gelohnt.
===
Am {day} ist der Flur gesperrt, es wird gestrichen. Bitte den Hintereingang nehmen.
~ Welche Farbe?
~ „Kiesel“. Also grau.
===
Hat jemand Erfahrung mit Wurmkisten auf dem Balkon? Frage für eine Freundin, die ich bin.
~ Ja! Nicht zu nass, nicht zu viele Zitronen.
~ Ich bringe dir eine Handvoll mit.
~ =Eine Handvoll was?
~ …
===
Die Tests für {product} laufen wieder grün. Schuld war die Zeitumstellung, nicht wir.
~ Es ist immer die Zeitzone. Oder der Index.
===
Wer nimmt am Firmenlauf teil? Anmeldung bis {day}, T-Shirts sind leider wieder neongelb.
~ Dabei. Trotz der Farbe.
~ Wegen der Farbe!
===
Kurze Bitte: gebuchte Räume, die ihr nicht braucht, wieder freigeben. Gestern standen {n} leer, während wir im Treppenhaus telefoniert haben.
~ Sorry, das war meine Serie. Ist gelöscht.
===
Spieleabend am Donnerstag ab sechs. {near} bringt *Catan*, ich bringe Frieden.
~ Bei Catan gibt es keinen Frieden.
===
Neue Pflanzen sind da. Wer eine adoptiert, gibt ihr bitte einen Namen.
~ Meine heißt Rückstand. Sie wächst und wächst.
===
Am {day} bin ich beim Arzt und ab zwei wieder da. {near} weiß über {customer} Bescheid.
~ Alles klar, gute Besserung!
===
Die Übersetzung von Ledger ist fertig, {big} Texte. Danke an @aurelie.thevenot fürs Gegenlesen über drei Sprachen hinweg. #danke
~ Mit Vergnügen! „Buchungsjournal“ ist jetzt mein Lieblingswort.
===
Frage an alle, die mit {service} arbeiten: Welche Fehlermeldung versteht ihr bis heute nicht?
~ „Vorgang nicht möglich.“ Welcher Vorgang? Warum nicht?
~ „Fehler 17“. Es gibt keinen Fehler 16.
~ =Danke, beides kommt weg.
===
Erster Frost, erste Ausrede: Wer fährt jetzt noch Rad?
~ Ich. Mit zwei Paar Handschuhen.
~ Ich bis zur U-Bahn.
===
Leseempfehlung: *{book}*. Gestern begonnen, heute müde.
~ Das heißt, es ist gut?
~ =Das heißt, es ist sehr gut.
===
Die Putzliste hängt in der Küche. Sie ist kurz. Trotzdem.
~ Ich nehme Mittwoch.
~ Freitag für mich.
`);

export const repliesGerman = `
Danke!
Danke für die Info.
Alles klar.
Gute Idee.
Geht mir genauso.
Schaue ich mir {heute Nachmittag|morgen früh} an.
Sprechen wir {day} darüber?
Sehe ich auch so.
Super.
Mache ich.
Läuft.
Sehr schön!
Bin dabei.
Ich frage nach und melde mich.
Genau das.
Ach, daher kommt das!
Guter Punkt.
Kümmere ich mich drum.
`
  .trim()
  .split("\n");

export const engineeringGerman = talks(`
Kurz auf Deutsch, weil es vor allem uns hier trifft: der Umzug von {service} ist am {day} ab sieben. (In short: {service} moves on {day}, expect some minutes of read-only.)
~ Ich bin ab halb sieben da und passe auf.
~ ^Thanks for the summary, we'll keep an eye on it from {other}.
===
Die Messwerte von gestern Nacht, {n} Stunden Dauerlast:

\`\`\`
p50   12 ms
p95   41 ms
p99  180 ms
\`\`\`

Die Spitzen kommen vom Aufräumen um drei Uhr.
~ Können wir das Aufräumen kleiner schneiden?
~ =Ja, in Stücken zu 500. Kommt diese Woche.
~ ^Nice numbers! What hardware was this on?
~ The small ones, two cores.
`);
