export const times = {
  both: "{{mine}} pour vous, {{theirs}} à {{city}}",
  bothDays: "{{myDay}} {{mine}} pour vous, {{theirDay}} {{theirs}} à {{city}}",
  same: "{{mine}}, pour vous comme à {{city}}",
};
