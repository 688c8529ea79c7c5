export const report = {
  titlePost: "Signaler la publication de {{name}}",
  titleProfile: "Signaler le profil de {{name}}",
  text: "Quelle règle est enfreinte\u202f? Un seul geste l’envoie. {{name}} ne saura jamais qui a signalé.",
  note: "Que doivent savoir les modérateurs\u202f?",
  sent: "Signalé",
  sentText: "Les modérateurs l’ont reçu. Vous saurez ce qu’il en est advenu.",
  noRules: "Votre entreprise n’a pas encore de règles\u202f; demandez à un admin.",
};
