export const report = {
  titlePost: "Beitrag von {{name}} melden",
  titleProfile: "Profil von {{name}} melden",
  text: "Welche Regel verletzt das? Ein Druck schickt es ab. {{name}} erfährt nie, wer gemeldet hat.",
  note: "Was sollte die Moderation wissen?",
  sent: "Gemeldet",
  sentText: "Die Moderation hat es bekommen. Du erfährst, was daraus wird.",
  noRules: "Dein Unternehmen hat noch keine Regeln; frag einen Admin.",
};
