export const times = {
  both: "{{mine}} bei dir, {{theirs}} in {{city}}",
  bothDays: "{{myDay}} {{mine}} bei dir, {{theirDay}} {{theirs}} in {{city}}",
  same: "{{mine}}, bei dir und in {{city}}",
};
