export const times = {
  both: "{{mine}} pour vous, {{theirs}} à {{city}}",
  bothDays: "{{myDay}} {{mine}} pour vous, {{theirDay}} {{theirs}} à {{city}}",
  same: "{{mine}}, pour vous comme à {{city}}",
  today: "Aujourd’hui",
  yesterday: "Hier",
  tomorrow: "Demain",
  hours_one: "{{count, number}} heure",
  hours_many: "{{count, number}} d’heures",
  hours_other: "{{count, number}} heures",
  zone: "Heures affichées pour {{zone}}",
};
