import { talks } from "../talk.ts";

export const askAnything = talks(`
How many days per year can I work from another country? The handbook says "some".
~ 30, if it's one with a tax treaty. Ask before you book, please.
~ I'll make the handbook say so.
===
Where do I find the logo with a transparent background? I've found {n} logos and every one is slightly different.
~ Brand folder, "use these". Everything else is archaeology.
===
Who decides what goes into {product} next? Honest question, I'm new.
~ I do, with customers, engineers and a fair amount of doubt. Come to the open hour on {day}.
===
Can I get a second screen for home?
~ Yes, one per person, form is on the intranet page "equipment".
~ Arrives within {n} days here in {city2}.
===
Why is the staging server called "walrus"?
~ The one before was called "carpenter".
~ Nobody has ever explained it better.
===
What does the time beside people's names mean?
~ Their local time, so that you know whether it's a good moment.
~ And whether they're asleep. Write anyway, it'll be there in the morning.
===
Is there a list of who speaks which languages? I need somebody with Italian for {customer}.
~ Search the people page by skill. @ines.caron comes up.
~ Volentieri!
===
Do we give to charities, or time off for volunteering?
~ Two days a year for volunteering. Last year most of us planted trees.
===
Are we allowed to bring dogs to the office?
~ London: Fridays. Berlin: immer. Sydney: if they surf.
~ Paris : si le chien est bien élevé.
===
What's the difference between an office channel and #everyone?
~ Office channels are for what happens in that city. Everyone is for everyone.
~ And announcements is for what you must not miss.
===
How do you say "out for delivery" in German so that it fits on a button?
~ "Unterwegs".
~ =Thank you. My attempt had 31 letters.
===
What is the oldest line of code that we still run?
~ I found one that is nine years old. It computes Easter.
~ Please don't touch it.
===
Can I read the notes of the customer council somewhere?
~ In the customers channel, pinned.
===
Who is the contact for parental leave in {city2}? Asking for, well, me.
~ Congratulations!! Write to @bea.adeyemi, she'll sort out everything.
~ Congratulations from {here} as well!
`);

export const kitchen = talks(`
What's everybody cooking this weekend? I've {n} kilos of tomatoes and no plan.
~ Passata. Then you have a plan for the winter.
~ Shakshuka!
~ Or leave them outside my door.
===
My sourdough has collapsed for the third time. Is it the flour, the weather or me?
~ It's always the temperature. What does your kitchen have?
~ =17 degrees.
~ There you are. Put it in the oven with only the light on.
===
Dumpling lesson by {person} was a triumph. Mine looked like small hats, but they tasted right.
~ Hats are traditional somewhere, I'm sure.
===
Recipe, because {n} people asked. **Lentil soup of last {day}:**

- 2 onions, slowly
- a thumb of ginger, 3 cloves of garlic
- 300 g red lentils, 1 l stock
- lemon, more than you think

~ How much lemon do you think I think?
~ =Two.
===
Hot take: breakfast tastes better at eleven.
~ That's called lunch.
~ In Berlin we call it Sonntag.
===
Best coffee near each office? I'm making a map. For {here} it's {cafe}, no discussion.
~ There will be discussion.
===
Made my grandmother's {pierogi|spanakopita|bánh xèo|arepas} for the first time. She'd have had remarks, but she'd have eaten them.
~ Photo or it didn't happen.
~ That's what love is.
===
I've grown a single chilli. One. I'm very proud.
~ Name?
~ =Gerald.
===
Cheese delivered to the Paris office by {customer}. There's a lot. If you're visiting this week, come hungry.
~ Looking at trains.
===
What do you eat at your desk when there's no time? I need better ideas than crackers.
~ Rice, egg, soy sauce, whatever's green.
~ Cold soba. Five minutes.
~ Crackers, but with hummus.
===
Tea drinkers: is it acceptable to microwave the water?
~ No.
~ No.
~ =It's just heat.
~ NO.
`);

export const books = talks(`
Finished *{book}*. Slow for a hundred pages and then I missed my stop. Twice. #books
~ Adding it to my pile. The pile has its own postcode by now.
~ I gave up after page 60, should I try again?
~ =Yes. From 61.
===
Book club picks *{book}* for next month. We talk about it in writing, all month long, so that nobody has to get up at five.
~ The best kind of book club.
~ Ordered.
===
Looking for something light for a long flight to {other}. No trains, no logistics.
~ *{book}*. There's a ferry in it, sorry.
~ Anything by Pratchett.
===
What did you read as a child and still think about?
~ The Moomins. All of them.
~ An atlas.
~ Explains a lot.
===
There's a shelf in our kitchen now: take one, leave one. Someone has left {n} copies of *{book}*.
~ It was the book club. We're sorry.
===
Audiobooks count. That's it, that's the post.
~ They count.
~ They count double when you're ironing.
`);

export const running = talks(`
{n} km before breakfast, along {park}. Cold, quiet, one heron. #running
~ The heron is the important part.
===
Who's in for the relay across all offices? Each runs when it's their morning, so that somebody's always running for 24 hours. #running
~ Yes! We take the first leg.
~ We'd take the one in the dark, we're used to it.
~ =Sign up sheet is in the channel.
===
My knee says no, my calendar says Sunday. Experienced people, what do I do?
~ Listen to the knee.
~ The knee. Always the knee.
===
Half marathon in {other}: 1:5{n}, sun, terrible music at kilometre 15. Would do it again.
~ Wow! Congratulations.
===
New here, slow, and looking for company at lunch on {day}s. Say hello!
~ Hello! We're all slow at lunch.
~ Meet at the back door at ten past twelve.
===
Monthly count: together we've run {big} km, that's further than from {here} to the next depot of {customer}.
~ And we didn't lose a single parcel.
`);

export const everyone = talks(`
Good morning and good night, depending. A small reminder that you don't have to answer at night. Whoever wrote at your 3 a.m. was just at their desk. #sixoffices
~ Framed.
~ My favourite rule.
===
The photo wall is up! Send me one picture of what you see from your window. No people, no screens.
~ Mine is a brick wall with ambitions.
~ Sent: bridge, fog, one gull.
===
It's clock-change season again: the hours between our offices shift over the next weeks, and not all at once. Look at the times at the top before you invite.
~ Twice a year I learn this anew.
~ Sydney goes the other way, just to keep it interesting.
===
Our step challenge: {other} leads, {here} is catching up, and somebody in Berlin has clearly put their phone on the dog.
~ No comment. Wuff.
===
What's one thing that your office does better than all others? Be honest, be proud.
~ Lunch. (Paris)
~ Being awake first. (Sydney)
~ Asking whether we should. (Berlin)
~ Weather as an excuse. (Vancouver)
===
Playlist of the month is open, one song each. Last month's ran from Bach to ABBA via throat singing.
~ The throat singing stays.
===
Remember the cat that walks through {person}'s calls? It has had kittens. Four.
~ Names please!
~ =Monday, Tuesday, Wednesday and Gary.
===
To everyone who's celebrating this week: a happy one, wherever you are. 🎉
~ Thank you! Sweets are in the kitchen.
`);

export const announcements = talks(`
**All-hands on {day}.** One talk, twice: 08:00 and 17:00 London time, so that nobody has to get up at night. It's recorded, and questions can be posted below beforehand.
~ Will there be something on the roadmap of {product}?
~ =Yes, ten minutes, and I'll take the hard questions.
===
**{product} is out in a new version.** What changes for customers stands in the release notes; what changes for us: support answers in the channel, not by mail.
~ Congratulations to everyone who worked on it!
~ {big} depots have switched already.
===
**Office closed:** {other} is closed on {day} for a public holiday. Urgent things go to the people on call as always.
===
We're {big} thousand vehicles on our platform as of this morning. It took six years to the first half and one year to the second. Thank you, all of you.
~ 🎉
~ I remember when it was eleven. Vehicles, not thousand.
===
**Security:** there's a wave of e-mails that pretend to be from our finance team and ask for gift cards. We never ask for gift cards. Forward them to @eleni.p, don't click.
~ Got two of those. Forwarded.
~ =Thank you! Eleven so far, all from the same sender.
===
**New in the handbook:** travel, equipment and working from abroad, each on one page. If a rule isn't there, use your judgement and tell us afterwards.
~ One page! I could cry.
===
Please welcome {n} new colleagues this month, in {other} and elsewhere. They'll introduce themselves in their office's channel. Say hello!
~ Hello and welcome!
~ Bienvenue !
~ Herzlich willkommen!
===
**Planned maintenance** of {service} on {day}, 21:00–22:00 UTC. Read only for about ten minutes. Status page is up to date.
===
The results of the quarter are good: revenue up by {pct} %, churn at its lowest, and we hired fewer people than planned because you keep asking whether we need them.
~ Thanks for sharing the numbers so openly.
===
**Customer council** is coming to {other}: {n} customers, two days. If you want to meet the people who use what you build, tell your lead until {day}.
~ I'd love to.
~ Me too, if there's room.
===
From next month everyone gets one **quiet day** a month: no meetings, no expectation of answers. Your office lead sets the date.
~ This is wonderful.
~ Ours is the first Friday.
`);
