import type { StoredPerson } from "../../people/model.ts";

/** A channel of the made-up company, beside those of its offices. */
export interface Theme {
  slug: string;
  name: string;
  about: string;
  kind: "topic" | "announcements";
  private: boolean;
  /** Which share of these people follows it; 1 where it comes with the job. */
  followed: (person: StoredPerson) => number;
}

const anyone = (share: number) => () => share;
const byJob =
  (job: RegExp, others: number): Theme["followed"] =>
  (person) =>
    job.test(person.job) ? 1 : others;

const open = { kind: "topic", private: false } as const;

export const themes: Theme[] = [
  {
    slug: "announcements",
    name: "Announcements",
    about: "What nobody should miss. Leads and admins start threads, everybody answers.",
    kind: "announcements",
    private: false,
    followed: anyone(1),
  },
  {
    ...open,
    slug: "everyone",
    name: "Everyone",
    about: "All six offices at one table.",
    followed: anyone(1),
  },
  {
    ...open,
    slug: "engineering",
    name: "Engineering",
    about: "Releases, incidents, reviews and small victories over machines.",
    followed: byJob(/engineer|ingénieur|entwickler|architect|reliability|scientist|QA|writer/i, 0.2),
  },
  {
    ...open,
    slug: "design",
    name: "Design",
    about: "Drafts, tests and words. Say what you don't understand.",
    followed: byJob(/design|ux|product|produkt|produit|frontend|traduc/i, 0.2),
  },
  {
    ...open,
    slug: "customers",
    name: "Customers",
    about: "What the people who use our software tell us.",
    followed: byJob(/customer|support|account|sales|product|kunden|vertrieb|grands comptes|head|lead/i, 0.35),
  },
  {
    ...open,
    slug: "kudos",
    name: "Kudos",
    about: "Say thank you where others can hear it.",
    followed: anyone(0.85),
  },
  {
    ...open,
    slug: "ask-anything",
    name: "Ask anything",
    about: "There are no odd questions here, and somebody in some office always knows.",
    followed: anyone(0.75),
  },
  { ...open, slug: "kitchen-table", name: "Kitchen table", about: "Food, mostly.", followed: anyone(0.5) },
  { ...open, slug: "books", name: "Books", about: "What we read on trains.", followed: anyone(0.35) },
  { ...open, slug: "running", name: "Running", about: "All speeds.", followed: anyone(0.35) },
  {
    slug: "leads",
    name: "Leads",
    about: "The leads of the six offices and the chief of staff.",
    kind: "topic",
    private: true,
    followed: (person) => (person.role === "admin" || person.leads.length > 0 ? 1 : 0),
  },
];

/** What each office's channel says of itself. */
export const officeAbout: Record<string, string> = {
  London: "Second floor, south bank, usually raining.",
  Paris: "Le canal, le café, et le travail entre les deux.",
  Berlin: "Hinterhof, fünfter Stock, immer ein Fahrrad im Flur.",
  "New York": "Eleventh floor, view of a water tower.",
  Vancouver: "Between the mountains and the sea wall.",
  Sydney: "First awake of all offices.",
};

/** One post that stays on top of each office's channel, and a few more: channel, author, text. */
export const pinned: { slug: string; author: string; body: string }[] = [
  {
    slug: "london",
    author: "harriet.osei",
    body: "**New in London?** Door code from reception, quiet desks are by the river side, and the good biscuits are behind the oats. Anything else: ask here or find me.",
  },
  {
    slug: "paris",
    author: "camille.lefevre",
    body: "**Bienvenue à Paris !**\n\n- badge : à l’accueil, auprès d’@chau.pham\n- salles : Garonne (8), Loire (4), Rance (2)\n- café : à toute heure, mais jamais seul",
  },
  {
    slug: "berlin",
    author: "juergen.kaestner",
    body: "**Neu in Berlin?** Schlüssel gibt es bei mir, Fahrräder in den Hof, Post liegt im Regal links. Und: *Moin* gilt hier den ganzen Tag, dank @doerte.hinrichs.",
  },
  {
    slug: "new-york",
    author: "denise.whitaker",
    body: "**New here?** Bring an ID for the lobby, pick any desk without a plant, and tell us in this channel what you're working on. We're @new-york if you need all of us.",
  },
  {
    slug: "vancouver",
    author: "grace.tanaka",
    body: "**Welcome to Vancouver.** Bikes go downstairs, skis go *anywhere but* the server cupboard. We hand over to @sydney at the end of our day, so write things down.",
  },
  {
    slug: "sydney",
    author: "ruby.thornton",
    body: "**G’day!** We start when everyone else is asleep. What happens here in the morning is what @london reads with breakfast, so make it a good read.",
  },
  {
    slug: "engineering",
    author: "marcus.bell",
    body: 'How we review, in four lines:\n\n1. small changes, one thing each\n2. say *why* in the description\n3. answer within one working day, wherever you are\n4. `nit:` means "only if you like"',
  },
  {
    slug: "announcements",
    author: "alex.morgan",
    body: "This channel is for what **nobody should miss**. Leads and admins start threads; everyone is welcome to ask below. For all the rest there's #everyone.",
  },
];
