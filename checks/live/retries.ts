import { channelsApi } from "@meridian/shared/channels";
import { type Check, counted } from "../check.ts";
import { inWorld } from "../cluster/world.ts";

export const I1: Check = {
  id: "I1",
  promise: "the same key ten times at once over both nodes, 200 rounds: one post each and ten equal answers",
  run: ({ quick, note }) =>
    inWorld({ mongods: 1 }, async ({ company, nodes, database }) => {
      const rounds = quick ? 20 : 200;
      const { id: channelId } = await company.as(company.admin, channelsApi.create, {
        name: "Keys",
        about: "",
        private: false,
      });
      const counts = { errors: 0, "unequal answers": 0 };
      for (let round = 1; round <= rounds; round += 1) {
        const body = JSON.stringify({
          key: `round-${round}-key`,
          channelIds: [channelId],
          body: `Once ${round}`,
        });
        const headers = {
          Authorization: `Bearer ${company.admin.token}`,
          "Content-Type": "application/json",
        };
        const answers = await Promise.all(
          Array.from({ length: 10 }, async (_, at) => {
            const response = await fetch(`${nodes[at % 2]!.url}/api/posts`, {
              method: "POST",
              headers,
              body,
            });
            if (!response.ok) counts.errors += 1;
            return response.text();
          }),
        );
        counts["unequal answers"] += new Set(answers).size - 1;
        if (round % 50 === 0) note(`${round} of ${rounds} rounds`);
      }
      const stored = await database.collection("posts").countDocuments({ body: /^Once \d+$/ });
      return {
        figure: `${rounds} rounds, ${stored} posts`,
        faults: counted({ ...counts, "posts too many or too few": Math.abs(stored - rounds) }),
      };
    }),
};
