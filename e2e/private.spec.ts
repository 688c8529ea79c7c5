import { channelsApi } from "@meridian/shared/channels";
import { expect, test } from "./stories.ts";

test("a private channel's post is never sent to a stranger's browser", async ({ company, open }) => {
  const owner = await company.hire("Olga Owner", "Berlin");
  const member = await company.hire("Mia Member", "Paris");
  const stranger = await company.hire("Stan Stranger", "London");
  const channel = await company.as(owner, channelsApi.create, {
    name: "Canary Secret",
    about: "",
    private: true,
  });
  await company.as(owner, channelsApi.addMember, { id: channel.id, personId: member.id });

  const s = await open(stranger, { path: "/saved" });
  const received: string[] = [];
  s.page.on("websocket", (socket) => {
    socket.on("framereceived", ({ payload }) => received.push(String(payload)));
  });
  s.page.on("response", (response) => {
    void response.text().then(
      (text) => received.push(text),
      () => {},
    );
  });
  await s.goto("/");
  const [o, m] = [await open(owner), await open(member)];
  await o.gotoChannel(channel.slug);
  await m.gotoChannel(channel.slug);
  await o.write("canary in the mine @stan.stranger #canarytag");
  await m.readOn("canary in the mine");

  // the stranger goes everywhere that might tell
  for (const path of [
    "/mentions",
    "/hashtags/canarytag",
    "/people/olga.owner",
    "/channels",
    `/channels/${channel.slug}`,
  ]) {
    await s.goto(path);
    await s.settled();
  }
  await o.gotoChannel("everyone");
  await o.write("in the open again");
  await s.gotoChannel("everyone");
  await expect(s.post("in the open again")).toBeVisible();
  expect(received.join("\n")).toContain("in the open again");
  expect(received.join("\n").toLowerCase()).not.toContain("canary");
});
