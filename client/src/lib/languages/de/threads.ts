export const threads = {
  title: "Thread",
  replies_one: "{{count, number}} Antwort",
  replies_other: "{{count, number}} Antworten",
  reply: "Antworten",
  replyBy: "Antwort von {{name}}",
  start: "Hier beginnt der Thread",
  follow: "Dem Thread folgen",
  unfollow: "Dem Thread nicht mehr folgen",
  mute: "Thread stummschalten",
  unmute: "Stummschaltung des Threads aufheben",
  locked: "Dieser Thread ist geschlossen: Antworten sind nicht mehr möglich.",
};
