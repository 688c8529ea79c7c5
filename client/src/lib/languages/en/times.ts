export const times = {
  both: "{{mine}} for you, {{theirs}} in {{city}}",
  bothDays: "{{myDay}} {{mine}} for you, {{theirDay}} {{theirs}} in {{city}}",
  same: "{{mine}}, for you and in {{city}}",
} as const;
