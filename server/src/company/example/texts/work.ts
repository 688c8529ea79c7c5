import { talks } from "../talk.ts";

export const design = talks(`
New drafts of the late list in {product}: the number first, then the reason, then what you can do about it. Tell me what you don't understand, not what you don't like. #design
~ I didn't understand the grey dot.
~ =Then it goes.
===
Watched {n} dispatchers use {product} this week. Not one of them used the search. All of them used Ctrl+F.
~ That's humbling.
~ So do we make ours better, or get out of the way?
~ Get out of the way first.
===
Can we agree on *one* word? We say "stop", "drop", "visit" and "delivery" for the same thing.
~ Drivers say "drop", everybody else says "stop".
~ =Then "stop", and we translate in Pilot only.
===
Colour question: our orange on white has a contrast of 2.9. It needs 4.5 for text. I made three darker ones, see the file.
~ The second. It still looks like us.
~ Second from me too.
===
The empty state of {product} now says what to do instead of how sorry we are.
~ "Nothing is late. Go and have lunch." is my favourite sentence in the whole product.
===
Usability test on {day} with two people from {customer}. I've room for {n} silent observers. *Silent*.
~ I can be silent.
~ Can you?
===
I redrew all {big} icons on a 20 pixel grid. The truck finally looks like a truck and not like a toaster.
~ I'll miss the toaster.
===
How do you all feel about confirm dialogs? I'd like to replace ours with an undo that lasts ten seconds.
~ Undo. Always undo.
~ Except for invoices, please. #ledger
~ =Except for invoices.
===
Dark mode for Pilot is in the beta. Night drivers in {city2} have asked for it since the beginning of time.
~ First feedback: "my eyes thank you".
===
Type on the driver's screen is now 18 px at least. It costs us one row in the list and nobody in the test missed it.
~ Thank you from everybody over forty.
===
Sketching hour on {day}: bring a problem that you can draw. I bring pens. Remote people point a camera at paper, it works well.
~ In!
~ I'll bring the map legend. It's a mess.
`);

export const customers = talks(`
{customer} signed for another three years! {big} depots, all of {product}. Well done {person} and everyone who answered their questions at odd hours. #win
~ What a week. Congratulations!
~ They said that it was the support that decided it.
~ I'm telling @{officeSlug} about this with a megaphone.
===
Call with {customer}: they'd like to see why a tour was planned the way it was. "Not better, just *why*." I find that fair.
~ We have the reasons in the log, but not in words.
~ Could we try it for the three most frequent ones?
~ =Draft by {day}.
===
{customer} asks whether we can import their tours from a spreadsheet with {big} columns. I've seen it. I have questions.
~ Please tell me the columns have names.
~ =They have colours.
~ …
===
Visit at {customer}'s depot. It starts at 4:30 in the morning, it smells of diesel and oranges, and everybody knows everybody. Three things I noticed:

1. nobody takes gloves off to use a phone
2. the printed list still rules
3. the dog is in charge

~ We need bigger buttons, then.
~ =And a picture of the dog.
===
Anyone with experience of {customer}'s ERP? They want orders in both directions by {day} after next.
~ I connected two of those. Happy to join a call.
~ Watch the decimal commas.
===
Renewal risk: {customer} is unhappy with how slow {service} is on Monday mornings. I need an honest sentence that I can give them by {day}.
~ Honest sentence: we know, it's the weekly import, and it moves to Sunday night on the 1{n}th.
~ That's perfect, thank you.
===
The survey is in: {big} answers, satisfaction 4.{n} of 5. Best: "it just works". Worst: "too many e-mails".
~ Can we send fewer e-mails about the survey, then?
~ Ha.
===
{customer} went live this morning. {big} drivers, one forgotten password, zero late starts.
~ This is lovely. Who held the fort?
~ {person} and the team, since five in the morning.
===
We lost {customer}. They're going with somebody cheaper. I've written down what they told me, the good and the bad. Please read it, it's worth more than a win.
~ Thank you for asking them. "We never knew whom to call" hurts.
~ We can fix that one this month.
===
Does {product} work offline for a whole day? {customer} drives through valleys without any signal.
~ Yes, up to a week. It syncs when it sees a network.
~ Tested it in a tunnel. And in my cellar.
===
{customer} would like a call at a time when Sydney and New York are both awake. Is there one?
~ Hardly. 17:00 in New York is 9:00 tomorrow in Sydney, in our winter.
~ =They'd take it. Who brings the coffee?
===
New tutorial for first-day dispatchers is live, {n} minutes, in English, French and German. Please send it to your customers.
~ Sent to {n} of mine. First answer: "finally".
===
Training week with {customer}: {big} people in {n} sessions. Most asked question: "can I undo that?"
~ See? Undo.
===
Pricing question from {customer}: do seasonal drivers count as full seats? I'd say no, below 90 days.
~ Agreed, that's what the contract template says as well.
~ Legal nods.
===
Does anybody have a good story about {product} saving somebody's day? I need {n} for the autumn newsletter.
~ Ask {person} about the flowers for the wedding in the wrong town.
~ There were *two* towns of the same name!
`);

export const kudos = talks(`
Thank you {person} for staying up for the {service} move. I owe you a breakfast. #kudos
~ Pancakes, please.
===
#kudos to {person}, who answered a question of mine that I'd been carrying around for weeks, in four lines.
~ You asked it well, that's half of it.
===
{person} spent an hour explaining {service} to me, with drawings, and never once sighed. #kudos
===
Big thanks to @{officeSlug} for covering our phones during the team day. You were fantastic with {customer}!
~ ^Any time. They're fun.
===
I'd like to thank {person} for saying "I don't know" in a meeting of {big} people. It made the rest of it much better. #kudos
~ This. We should all do it more.
===
Shout-out to {person}: the {product} release notes are the first that I've ever read to the end. #kudos
~ I laughed at "we removed a button that did nothing, very slowly".
===
#kudos {person}! {customer} wrote: "please give that person a raise". I can't, but I can tell everybody.
~ 👏👏👏
~ I'm framing this.
===
Thanks to {person} and {person2} for the quickest review of my life. Twelve minutes, three good questions.
===
Our new colleagues say that the welcome week was the best they've had anywhere. That's {person}'s work. #kudos
~ It's true. I felt at home by Tuesday.
===
{person}, thank you for turning the incident call from loud to calm with one sentence. #kudos
~ Which sentence?
~ "What do we know, and since when?"
===
I'm leaving a thank you here for the cleaners in our office, who start before any of us. They can't read it, so I told them too. #kudos
~ Lovely.
===
#kudos to {person} for the patience of a saint with {customer}'s certificate. Six calls. *Six.*
~ Seven.
===
The quiet hero of the week is {person}, who fixed {n} broken links in the handbook without being asked. #kudos
===
{person} lent me a bicycle, a raincoat and a very good restaurant tip in {other}. Best visit ever. #kudos
~ ^Come back soon. The bicycle misses you.
===
Thank you, {person}, for reading my draft in your morning so that I had it in mine. Six offices at their best.
`);

export const leads = talks(`
Numbers of the week are in the sheet. {other} is ahead, everyone else is close. Questions here rather than by mail, please.
~ Ours is missing the {customer} renewal. Added it.
~ Thanks. Looks better already.
===
Budget round: first drafts by {day}. Please write a sentence on every line above ten thousand.
~ Can we share a template this year?
~ =It's in the folder, second tab.
===
I'd like two more people for support in the Pacific time zones. Before I ask for it: does anybody have somebody who'd want to move?
~ One of mine might. I'll ask, carefully.
===
Engagement survey: people like each other, and find decisions slow. What's one decision we could hand down this month?
~ Travel below 500.
~ Team days. They know better than we do.
~ =Both. Done by {day}.
===
Before it's announced: the {other} lease is extended by three years. Please keep it here until {day}.
~ Good news. Well negotiated.
===
Who takes the all-hands on {day}? It's {other}'s turn by the list, but they've a holiday.
~ We'll take it.
===
One of my people is having a hard time at home and will work less for a while. No details needed; I only ask for gentle deadlines from all of you.
~ =Of course. Tell us what to move.
===
Salary bands are reviewed. Nobody moves down, {big} people move up. Talks with each of them before the 1{n}th.
~ Thank you. It was time.
`);
