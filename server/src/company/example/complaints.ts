import type { CaseAction } from "@meridian/shared/caseHistory";
import type { CaseState } from "@meridian/shared/caseStates";

/** Something that colleagues took offence at, and how far moderators have come with it. */
export interface Complaint {
  slug: string;
  author: string;
  body: string;
  /** Who reported it, with what they said. */
  reports: { by: string; note: string }[];
  /** Its place among the rules. */
  rule: number;
  state: CaseState;
  /** Reported so many hours before now; decided ones soon after they were written. */
  hoursAgo?: number;
  by?: string;
  actions?: CaseAction[];
  reason?: string;
  note?: string;
  appeal?: string;
  judged?: { by: string; reason: string };
}

const admin = "alex.morgan";
const second = "bea.adeyemi";

export const complaints: Complaint[] = [
  {
    slug: "berlin",
    author: "ismail.kaya",
    body: "Wer diesen Sprint geplant hat, kann offenbar nicht bis drei zählen. Manche sollten sich einen anderen Beruf suchen.",
    reports: [
      { by: "doerte.hinrichs", note: "Das geht gegen eine Person, die nicht einmal genannt wird." },
      { by: "kateryna.s", note: "" },
    ],
    rule: 0,
    state: "open",
    hoursAgo: 3,
  },
  {
    slug: "customers",
    author: "callum.fraser",
    body: "For the curious: the Halden renewal went through at 1.4 million a year. Not public yet, so enjoy it quietly.",
    reports: [{ by: "chau.pham", note: "These figures are under embargo until Thursday." }],
    rule: 2,
    state: "claimed",
    hoursAgo: 6,
    by: admin,
    actions: ["hold"],
    reason: "Held until Finance says what may be public.",
    note: "Asked Raj in Finance, he answers when New York opens.",
  },
  {
    slug: "sydney",
    author: "ben.kowalski",
    body: "Lost the quiz because half of the table was staring at their phones again. You know who you are.",
    reports: [{ by: "isla.mcpherson", note: "It wasn't meant badly, I think, but it stung." }],
    rule: 0,
    state: "open",
    hoursAgo: 14,
  },
  {
    slug: "everyone",
    author: "xiaoming.wang",
    body: "Selling my road bike, 58 cm, hardly used, 900 or best offer. I'll post it once more tomorrow.",
    reports: [{ by: "tom.ashworth", note: "Third time this week." }],
    rule: 3,
    state: "dismissed",
    by: second,
    actions: ["dismiss"],
    reason: "Once or twice is fine among colleagues; we asked for it to go to Kitchen table next time.",
  },
  {
    slug: "engineering",
    author: "pavel.dvorak",
    body: "If you use tabs in our code I assume you also put the milk in first. Some people just can't be helped.",
    reports: [{ by: "yael.abramov", note: "" }],
    rule: 0,
    state: "appealed",
    by: admin,
    actions: ["hide", "warn"],
    reason: "Jokes at the expense of colleagues are not what this channel is for.",
    appeal: "It was about myself: I am the one with the tabs. Everybody in the thread knew that.",
  },
  {
    slug: "vancouver",
    author: "liam.redsky",
    body: "Cheap standing desks, 20 per cent off with my code WORK20, ask me for the link!",
    reports: [
      { by: "jenna.okonkwo", note: "" },
      { by: "meiling.chow", note: "He gets something for each sale." },
    ],
    rule: 3,
    state: "upheld",
    by: "grace.tanaka",
    actions: ["remove", "warn"],
    reason: "Selling with a code of one's own is advertising.",
  },
  {
    slug: "ask-anything",
    author: "baptiste.noel",
    body: "Quelqu’un sait-il qui a redémarré le serveur de production sans prévenir ? Je ne cite personne, mais tout le monde a deviné.",
    reports: [{ by: "leo.marchetti", note: "Je me sens visé." }],
    rule: 0,
    state: "overturned",
    by: second,
    actions: ["hide"],
    reason: "Pas de mise en cause devant toute l’entreprise.",
    appeal: "C’était une vraie question, et la réponse a évité une deuxième panne.",
    judged: { by: admin, reason: "La question était légitime, et personne n’était nommé." },
  },
];
