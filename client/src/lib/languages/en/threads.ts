export const threads = {
  title: "Thread",
  replies_one: "{{count, number}} reply",
  replies_other: "{{count, number}} replies",
  reply: "Reply",
  replyBy: "Reply by {{name}}",
  start: "The thread starts here",
  follow: "Follow the thread",
  unfollow: "Stop following the thread",
  mute: "Mute the thread",
  unmute: "Unmute the thread",
  locked: "This thread is locked: no more replies.",
} as const;
