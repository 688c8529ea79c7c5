export const times = {
  both: "{{mine}} for you, {{theirs}} in {{city}}",
  bothDays: "{{myDay}} {{mine}} for you, {{theirDay}} {{theirs}} in {{city}}",
  same: "{{mine}}, for you and in {{city}}",
  today: "Today",
  yesterday: "Yesterday",
  tomorrow: "Tomorrow",
  hours_one: "{{count, number}} hour",
  hours_other: "{{count, number}} hours",
  zone: "Times are shown in {{zone}}",
} as const;
