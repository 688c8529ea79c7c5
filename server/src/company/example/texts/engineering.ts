import { talks } from "../talk.ts";

export const engineering = talks(`
The {service} deploy is out. {pct} % fewer queries per page, no change for anybody else. Graphs look calm so far. #release
~ Confirmed from here, p95 went down by a third.
~ Nice! Was it the index?
~ =The index and one loop that we should have deleted in 2023.
===
I'm chasing a slow query in {service}. This is the worst one:

\`\`\`sql
SELECT depot_id, count(*)
  FROM stops
 WHERE planned_at >= now() - interval '30 days'
 GROUP BY depot_id
HAVING count(*) > 500;
\`\`\`

Takes {n} s on the replica. Ideas?
~ Is there an index on \`planned_at\`? I only see the one on \`depot_id\`.
~ =There wasn't. With \`(planned_at, depot_id)\` it's 40 ms.
~ There is always one more index.
===
Postmortem of {day}'s incident in {service} is up. Short version:

- a retry without a limit met a slow customer API
- the queue grew to {big} thousand
- we noticed after 11 minutes, which is 9 too many

What we change: limit, jitter, and an alert on the *age* of the oldest message. #incident
~ Thank you for writing it so quickly and without blame.
~ The alert is in. It would have fired after 90 seconds.
~ Should we check the other consumers for the same loop?
~ =Yes. {person} and I take it, list is in the ticket.
===
Who knows why {service} keeps \`maxPoolSize\` at 7? There's no comment and I'm afraid to touch it.
~ That was me, in a week of which I remember little. You can raise it.
~ Measure first. The database has room for about 300 connections in total.
===
Draft of the decision on {service}: do we {split it out|keep it in one process}? I'm for keeping it, until somebody shows a number that says otherwise. Comments until {day}.
~ I was for splitting until I read your third page.
~ One more argument: we'd need two people on call instead of one.
~ =Convinced. Let's write down what would change our mind.
===
Today's small trick: \`git log -S 'retryDelay' --oneline\` finds the commit that brought or removed a word. #til
~ And \`-G\` for a regular expression.
~ How did I live without this.
===
{product} tests are flaky again: \`depot map shows late trucks\` fails once in {n} runs. I've put it in quarantine and opened a ticket.
~ It waits for the network, but not for the map tiles. I'll fix it today.
~ =Merged. 200 runs, 0 failures.
~ Best kind of post.
===
Reminder: freeze for {service} from {day} noon, London time, until Monday. Exceptions by asking me, with a reason and a cake.
~ What kind of cake?
~ =Depends on the reason.
===
We moved the {service} cluster to the new version tonight. No downtime, {n} minutes of read-only. Thanks @{officeSlug} for watching it while we slept!
~ ^Quiet night here. I had tea and looked at flat lines.
~ This is how it should always be.
===
Question about time zones: a stop planned for 02:30 in Berlin on the night of the change, what do we store?
~ UTC and the zone beside it. And 02:30 exists twice in October and not at all in March.
~ =So what does the dispatcher see?
~ "02:30 (first)" and "02:30 (second)". I know. But it's the truth.
~ I'd like that on a mug.
===
I wrote a page about how {service} decides that a truck is late. It's shorter than I feared. Could somebody who has never worked on it read it and tell me where they got lost?
~ I did. Lost at "grace window", fine after the example. Put the example first?
~ =Done, thank you!
===
TypeScript strict mode is on for the whole of {product}. It found {n} real bugs, one of them mine, from 2021.
~ Which one?
~ \`if (user.role = "admin")\`. Let's never speak of it again.
~ …
===
Pairing offer: I have two free hours on {day} and would love to learn more about {service}. Anybody?
~ Me! I've wanted to show somebody the scheduler.
===
Our error budget for {service} this month: {pct} % used. That's the best since spring.
~ Can we spend some of it on the upgrade, then?
~ That's what it is for.
===
Please don't put \`sleep(500)\` into tests. It's slow on a good day and wrong on a bad one. If you need to wait, wait **for** something.
~ I've removed 31 of them. The suite is four minutes faster.
~ > wait **for** something
~ Printing this.
===
RFC: one shape for all our error answers, \`{ code, message, fields }\`. Three services do it three ways today and the mobile team pays for it. #rfc
~ Yes. A thousand times yes. (The mobile team.)
~ What about the old clients?
~ =They keep their version until the end of the year.
===
The map of {city2} was upside down for {n} minutes because of a sign error. I'm sorry to everybody who was looking at it. It's fixed and has a test now.
~ I thought it was a new feature.
~ North is where you make it.
===
We measured cold start of Pilot on a five year old phone: {n}.{n} s before, 1.4 s now. Most of it was parsing a file that nobody needed.
~ Drivers in my group noticed on the first day!
~ That's the nicest review there is.
===
Is anybody using the \`/v1/depots/export\` endpoint? Last call in my logs was in spring. I'd like to remove it at the end of the month.
~ {customer} does, once a quarter. I'll move them over.
~ =Thanks. I'll wait for your word.
===
Upgrade notes: Node is at the current LTS everywhere but in {service}. There it waits for one native module. If you love native modules, see me.
~ Nobody loves native modules.
~ I do.
~ =Of course you do.
===
Backup drill for {service}: restored into an empty cluster in {big} minutes, checksums equal. Next one in three months. #reliability
~ Did you time the DNS switch too?
~ =No. Good point, next time.
===
What do you all read to understand change streams better? The manual is good, but I'd like something about ordering.
~ The part of the docs on resume tokens, twice. Then break it on purpose.
~ Second that. We ran it with a database that we killed every minute and learned more than from any book.
===
I've got a branch where {service} answers in half the time, and I don't fully understand why. I won't merge it until I do.
~ Respect.
~ =Two days later: it was returning stale data. Not merged.
~ And this is why we wait.
===
New rule of thumb from last week's review: if a comment says *what*, delete it; if it says *why*, keep it; if it says *for now*, ask since when.
~ And if it says "don't touch"?
~ Find out who is afraid, and of what.
===
Could one of you in @{officeSlug} look at the review for the {service} limits before your evening? It's small, {big} lines, and it unblocks us in the morning.
~ ^On it.
~ Approved with two small remarks. Good night from here!
~ Handover like a relay race. Thanks!
===
For the curious: the truck box sends one position every {n} seconds, \`lat,lon,speed,heading\`, 18 bytes. A whole year of a truck fits in an e-mail attachment.
~ A big e-mail.
~ Three hundred thousand trucks is a lot of e-mails.
===
Accessibility audit of {product}: {n} findings, two serious (focus lost after closing a dialog, contrast in the late list). Both fixed today. #a11y
~ Thank you. The contrast one has bothered me for a year.
~ Can we have the check in CI?
~ Already there.
===
On call handover to @{officeSlug}: one alert in the night ({service}, healed by itself), nothing open. May your week be dull.
~ ^Taken. May it be so.
===
Rust question: is there an idiomatic way to do this without the clone?

\`\`\`rust
let names: Vec<String> = depots.iter().map(|d| d.name.clone()).collect();
\`\`\`

~ Borrow: \`Vec<&str>\` with \`d.name.as_str()\`, if the depots live long enough.
~ =They do. Thanks, the borrow checker and I are friends again.
===
Load test of {service} with {big} thousand trucks: steady at 1,900 writes a second, memory flat. The wall is at 2,300 and it's the disk.
~ What's our peak today?
~ =310. We have time.
===
Please welcome our new linter rule: no unhandled promises. {big} findings, {n} of which explain things I've wondered about.
~ It explains the ghost e-mails.
~ It explains *everything*.
`);

export const repliesEngineering = `
Approved.
Looks good, one question in the review.
Nice catch.
Do we have a graph for that?
I can reproduce it on staging.
Could be related to what we saw in {other}.
Ticket, please, or I'll forget.
Worth a line in the docs.
Rolled out here as well.
That's been bothering me for ages, thank you.
Before we do that: what happens when it fails half-way?
I'd start with the smallest version of this.
Numbers first, opinions later. But my opinion is yes.
Reviewed. Ship it.
I'll pair with you on this if you like.
`
  .trim()
  .split("\n");
