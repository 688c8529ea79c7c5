export const report = {
  titlePost: "Report the post of {{name}}",
  titleProfile: "Report the profile of {{name}}",
  text: "Which rule does it break? One press sends it. {{name}} never learns who reported.",
  note: "What should the moderators know?",
  sent: "Reported",
  sentText: "The moderators have it. You will hear what became of it.",
  noRules: "Your company has no rules yet; ask an admin.",
} as const;
