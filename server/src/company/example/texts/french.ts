import { talks } from "../talk.ts";

export const officeFrench = talks(`
{Bonjour à tous|Bonjour tout le monde}, l’ascenseur est {en panne|en maintenance} jusqu’à {day}. Courage pour le quatrième.
~ Mes mollets vous remercient.
~ Si quelqu’un a besoin d’aide pour du matériel, je suis là toute la journée.
===
Déjeuner chez {cafe} {ce midi|demain midi}, j’ai réservé pour {n}. Qui vient ?
~ Moi !
~ Avec plaisir, j’arrive à 12 h 45.
~ Gardez-moi une place, ma réunion avec {customer} déborde toujours.
===
Rappel : les notes de frais du mois sont à rendre avant {day}. Un justificatif par ligne, merci de tout cœur.
~ Les miennes sont parties. Même le ticket de péage.
~ Surtout le ticket de péage.
===
Le {transit} est {très perturbé|à l’arrêt} ce matin. Je prends la réunion de dix heures depuis le train.
~ Pareil ici, on commence par le point {customer} en t’attendant ?
~ =Parfait, merci.
===
{near} fête ses cinq ans chez nous aujourd’hui ! Gâteau à 16 h dans la cuisine. #bravo
~ Cinq ans déjà ? Bravo !
~ Je prévois deux parts, au cas où.
===
La nouvelle machine à café fait enfin un vrai expresso. Mode d’emploi :

1. remplir l’eau
2. ne pas toucher au bouton rouge
3. savourer

~ Qui a touché au bouton rouge ?
~ …
===
Je cherche deux volontaires pour relire la traduction de {product} avant {day}. Une heure, café offert.
~ Volontaire.
~ Moi aussi, si on peut le faire l’après-midi.
===
Visite de {customer} {day} matin : la grande salle est prise jusqu’à midi. Merci de laisser le tableau propre !
~ Je peux leur montrer la démo de {product} si besoin.
~ =Oui, volontiers, vingt minutes vers onze heures.
===
Question de vocabulaire : on dit « tournée » ou « itinéraire » dans {product} ? Les deux apparaissent.
~ « Tournée », c’est le mot des clients.
~ =D’accord pour « tournée ». Je corrige les {big} occurrences.
===
Quelqu’un a laissé un parapluie {bleu|rouge|à pois} dans la salle Garonne.
~ C’est le mien ! J’arrive.
===
La climatisation a choisi l’hiver. Un technicien passe {day}. En attendant, j’ai un pull en trop.
~ Je prends le pull.
===
Retour de chez {customer} : l’équipe du dépôt est adorable, le quai est glacial, et personne n’enlève ses gants pour toucher l’écran. Il nous faut des boutons plus grands.
~ Ça confirme ce qu’on voit à Berlin. @berlin, vous aviez des chiffres ?
~ Je mets ça sur la table de la revue de {day}.
===
Les plantes vertes ont soif. Qui veut rejoindre la brigade d’arrosage ?
~ Présent. Le ficus et moi avons un accord.
===
Bienvenue à notre nouvelle stagiaire, qui commence {day} dans l’équipe de {near}. Venez lui dire bonjour !
~ Bienvenue ! Le bon café est à gauche.
~ Bienvenue, et bon courage avec le badge.
===
Mise en production de {service} terminée. Rien à signaler, {n} minutes de lecture seule. #release
~ Bravo à toute l’équipe.
~ Les temps de réponse ont baissé d’un tiers, c’est net.
===
Petit bug rigolo dans {product} : « Aucun camion ne sont en retard ». Je corrige l’accord.
~ Les camions te remercient.
===
Le ménage du frigo a lieu vendredi à 17 h. Tout ce qui n’a pas de nom deviendra anonyme pour toujours.
~ Mon houmous s’appelle désormais Gérard.
===
Atelier fromage jeudi à partir de 18 h : chacun apporte le sien, {near} apporte le pain.
~ J’apporte un maroilles. Ouvrez les fenêtres.
~ Le comté est de mon côté.
===
Je serai à {other} la semaine prochaine. Si vous avez quelque chose à faire passer, c’est le moment.
~ Un paquet de vrai café pour eux ?
~ Et rapporte du thé !
===
Pour info, la salle du fond est réservée aux appels jusqu’à {day} : travaux au deuxième.
~ Merci de prévenir, on se serrera.
===
Bonne nouvelle : {customer} prolonge pour deux ans, {big} dépôts. Merci à {near} pour la patience. #bravo
~ Magnifique !
~ Merci à vous, c’était un travail d’équipe, support compris.
===
Exercice d’évacuation {day} à 11 h. On se retrouve devant le canal, sans ordinateur et sans discuter.
~ Avec manteau ?
~ =Avec manteau.
===
Qui aurait un adaptateur USB-C à me prêter jusqu’à {day} ?
~ Tiroir du haut, près de l’imprimante. Pense à noter ton nom.
===
J’ai testé l’application Pilot dans un parking au quatrième sous-sol : tout s’est synchronisé en remontant. Je suis fier de nous.
~ C’est le plus beau message de la semaine.
===
Course à pied le midi, {day}, le long du canal. Allure « on peut parler ».
~ J’en suis.
~ Allure « on peut se plaindre » acceptée ?
~ =Encouragée.
===
Quelqu’un sait pourquoi l’imprimante agrafe tout, même une page ?
~ Elle est passionnée.
===
La formation aux premiers secours a encore {n} places. Une demi-journée, franchement utile.
~ Inscrite, merci.
===
Point télétravail : pensez à mettre à jour votre calendrier, surtout le vendredi. On était {n} au bureau et {big} personnes attendues au déjeuner.
~ Il y avait du rab, personne ne s’est plaint.
===
Merci à {near} d’avoir tout expliqué à @{officeSlug} hier soir, en anglais, avec des dessins. #bravo
~ Les dessins étaient très bons.
~ Le camion ressemblait à une vache, mais on a compris.
===
Conseil lecture : *{book}*. Je l’ai fini dans le train, et j’ai raté Lyon.
~ Le meilleur compliment pour un livre.
===
Je prépare la revue du trimestre. Une phrase chacun, s’il vous plaît : de quoi êtes-vous fiers ?
~ D’avoir dit non à une fonctionnalité.
~ Du temps de démarrage de Pilot.
~ D’avoir survécu à la clôture.
`);

export const repliesFrench = `
Merci !
Merci pour l’info.
Bien reçu.
Très bonne idée.
Pareil pour moi.
Je regarde ça {cet après-midi|demain matin}.
On en parle {day} ?
D’accord avec toi.
Bravo !
Génial.
Je m’en occupe.
Ça marche.
Oui, tout à fait.
Je passe te voir.
Tu peux compter sur moi.
Bonne question, je me renseigne.
Excellent, merci beaucoup.
Ah, c’est donc ça !
`
  .trim()
  .split("\n");

export const engineeringFrench = talks(`
Pour l’équipe mobile : la synchronisation hors ligne est sur la branche \`sync-v2\`. Elle tient une semaine sans réseau. Essayez de la casser, s’il vous plaît. (English below: please try to break it.)
~ Challenge accepted. Airplane mode all weekend.
~ J’ai réussi : changer l’heure du téléphone pendant la synchro.
~ =Corrigé, avec un test. Merci !
===
J’ai noté comment on choisit les index pour {service} :

- d’abord l’égalité
- puis le tri
- puis les intervalles

Rien de neuf, mais ça évite d’en reparler tous les mois.
~ Merci, c’est clair. Je le traduis pour le wiki.
~ Three lines, and it explains half of our slow queries.
`);
