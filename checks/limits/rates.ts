import { password } from "../../e2e/company.ts";
import { type Check, counted } from "../check.ts";
import { inWorld } from "../cluster/world.ts";
import { type Answer, exchange, type Sending } from "./sending.ts";

/** Whom a limit counts for: what they send the nth time, and from where. */
interface Caller {
  id: string;
  token: string;
  email: string;
  from: string;
}

interface Limit {
  what: string;
  points: number;
  seconds: number;
  sending: (who: Caller, n: number) => Sending;
}

const nobody = "0".repeat(24);
const json = (method: Sending["method"], path: string, fields: object): Sending => ({
  method,
  path,
  headers: { "Content-Type": "application/json" },
  body: () => Buffer.from(JSON.stringify(fields)),
});
const signIn = (email: string, given: string) => json("POST", "/sessions", { email, password: given });

/** As in server/src/http/limits.ts, from outside. Most of what is sent is refused for another reason, which counts too. */
const limits: Limit[] = [
  {
    what: "wrong passwords",
    points: 10,
    seconds: 300,
    sending: ({ email }) => signIn(email, "wrong password"),
  },
  {
    what: "posts",
    points: 60,
    seconds: 60,
    sending: (_who, n) =>
      json("POST", "/posts", { key: `limited-post-${n}`, channelIds: [nobody], body: "Often" }),
  },
  {
    what: "changes",
    points: 240,
    seconds: 60,
    sending: () => json("PUT", `/channels/${nobody}/membership`, {}),
  },
  {
    what: "reports",
    points: 60,
    seconds: 3_600,
    sending: () =>
      json("POST", "/reports", { target: { kind: "post", id: nobody }, ruleId: nobody, note: "Often" }),
  },
  { what: "searches", points: 240, seconds: 60, sending: () => ({ method: "GET", path: "/people" }) },
  {
    what: "pictures",
    points: 20,
    seconds: 300,
    sending: ({ id }) => ({
      method: "PUT",
      path: `/people/${id}/avatar`,
      headers: { "Content-Type": "image/png" },
      body: () => Buffer.from("none"),
    }),
  },
  {
    what: "invitations",
    points: 100,
    seconds: 3_600,
    sending: (_who, n) =>
      json("POST", "/invitations", { email: `n${n}@example.com`, officeId: nobody, role: "staff" }),
  },
];
/** Those that count a network address. */
const ofAddresses: Limit[] = [
  {
    what: "sign-ins from one address",
    points: 300,
    seconds: 60,
    sending: (_who, n) => signIn(`n${n}@example.com`, "wrong password"),
  },
  {
    what: "invitations opened from one address",
    points: 300,
    seconds: 60,
    sending: () => json("POST", "/invitations/open", { token: "x".repeat(43) }),
  },
  {
    what: "refreshes from one address",
    points: 1_200,
    seconds: 60,
    sending: () => json("POST", "/sessions/refresh", {}),
  },
];

export const O3: Check = {
  id: "O3",
  promise:
    "too often over two nodes: within a tenth of each limit, 429 with Retry-After whatever X-Forwarded-For says, and nobody else is refused",
  run: ({ quick, note }) =>
    inWorld({ mongods: 1, limits: "on" }, async ({ company, nodes, crashes }) => {
      const faults: string[] = [];
      const figures: string[] = [];
      const caller = async (name: string, from: string) => ({ ...(await company.hire(name, "Paris")), from });
      const often = await caller("Otto Often", "127.0.0.2");
      const seldom = await caller("Sara Seldom", "127.0.0.3");

      let sent = 0;
      const ask = (node: number, who: Caller, { headers, ...sending }: Sending) => {
        sent += 1;
        const forged = `198.51.100.${sent % 250}`;
        return exchange(nodes[node]!.url, {
          token: who.token,
          from: who.from,
          headers: { ...headers, "X-Forwarded-For": forged, "X-Real-IP": forged, Forwarded: `for=${forged}` },
          ...sending,
        });
      };
      for (const { what, points, seconds, sending } of quick ? limits : [...limits, ...ofAddresses]) {
        const answers: Answer[] = [];
        const each = Math.ceil(points * 0.65);
        // both nodes at once
        await Promise.all(
          [0, 1].map(async (node) => {
            for (let n = 0; n < each; n += 1)
              answers.push(await ask(node, often, sending(often, node * each + n)));
          }),
        );
        const refused = answers.filter(({ status }) => status === 429);
        const allowed = answers.length - refused.length;
        figures.push(`${allowed} ${what}`);
        note(`${allowed} of ${answers.length} ${what}, ${points} are allowed`);
        if (Math.abs(allowed - points) > points / 10) faults.push(`${allowed} ${what} instead of ${points}`);
        const vague = refused.filter(({ retryAfter }) => !(retryAfter > 0 && retryAfter <= seconds));
        if (vague.length > 0) faults.push(`${vague.length} refused ${what} without a sound Retry-After`);
        for (const node of [0, 1])
          if ((await ask(node, seldom, sending(seldom, 9_000 + node))).status === 429)
            faults.push(`somebody else's ${what} are refused`);
      }

      // who guessed at the password sits somewhere else than the person whose it is
      for (const [from, status] of [
        [often.from, 429],
        ["127.0.0.4", 200],
      ] as const)
        for (const node of [0, 1]) {
          const answer = await ask(node, { ...often, from }, signIn(often.email, password));
          if (answer.status !== status)
            faults.push(`the right password from ${from} is answered ${answer.status}`);
        }
      return { figure: figures.join(", "), faults: [...faults, ...counted({ crashes })] };
    }),
};
