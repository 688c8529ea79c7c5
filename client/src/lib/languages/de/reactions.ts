export const reactions = {
  add: "Reagieren",
  list: "Reaktionen",
  label_one: "{{emoji}}: {{count, number}} Reaktion",
  label_other: "{{emoji}}: {{count, number}} Reaktionen",
  by: "Reaktionen {{emoji}} von {{names}}",
  andOthers_one: "{{names}} und {{count, number}} weitere Person",
  andOthers_other: "{{names}} und {{count, number}} weitere",
  you: "Du",
  picker: "Emoji auswählen",
  search: "Emoji suchen",
  none: "Kein Emoji gefunden",
  loading: "Emojis werden geladen …",
};
