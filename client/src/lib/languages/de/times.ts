export const times = {
  both: "{{mine}} bei dir, {{theirs}} in {{city}}",
  bothDays: "{{myDay}} {{mine}} bei dir, {{theirDay}} {{theirs}} in {{city}}",
  same: "{{mine}}, bei dir und in {{city}}",
  today: "Heute",
  yesterday: "Gestern",
  tomorrow: "Morgen",
  hours_one: "{{count, number}} Stunde",
  hours_other: "{{count, number}} Stunden",
  zone: "Zeiten gelten für {{zone}}",
};
