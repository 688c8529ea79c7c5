export const reactions = {
  add: "React",
  list: "Reactions",
  label_one: "{{emoji}}: {{count, number}} reaction",
  label_other: "{{emoji}}: {{count, number}} reactions",
  by: "{{names}} reacted with {{emoji}}",
  andOthers_one: "{{names}} and {{count, number}} other",
  andOthers_other: "{{names}} and {{count, number}} others",
  you: "You",
  picker: "Choose an emoji",
  search: "Search emoji",
  none: "No emoji found",
  loading: "Loading emoji…",
} as const;
