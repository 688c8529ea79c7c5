export const threads = {
  title: "Fil",
  replies_one: "{{count, number}} réponse",
  replies_many: "{{count, number}} de réponses",
  replies_other: "{{count, number}} réponses",
  reply: "Répondre",
  replyBy: "Réponse de {{name}}",
  start: "Le fil commence ici",
  follow: "Suivre le fil",
  unfollow: "Ne plus suivre le fil",
  mute: "Mettre le fil en sourdine",
  unmute: "Rétablir le fil",
  locked: "Ce fil est verrouillé : plus de réponses possibles.",
};
