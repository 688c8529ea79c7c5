import { talks } from "../talk.ts";

/** What is said in the channel of an office that speaks English. */
export const officeEnglish = talks(`
{Heads up|For those coming in}: {the lift is out again|two of the lifts are being serviced} until {day}. The stairs are excellent exercise, I'm told.
~ By whom, exactly?
~ I've done it twice with a pram. Ask for help at reception, they're lovely about it.
===
Who left a {green|grey|very nice blue} umbrella in the {big|small} meeting room? It's at reception.
~ Mine, thank you! I'd already said goodbye to it.
===
Lunch at {cafe} {today|tomorrow} at half past twelve, {n} seats booked. First come, first served.
~ In.
~ Me too, if there's one left.
~ Save me the seat by the window and I'll buy the coffee.
===
The {transit} is {a mess|badly delayed} this morning, so I'll take the {10:00|stand-up} from my phone. Sorry in advance for the wind.
~ Same here. See you all around eleven.
~ Take your time, we can start with the {customer} points.
===
{Desks|The quiet room} {by the window|on our floor} will be repainted on {day}. If yours is one of them, please clear it the evening before.
~ Which colour? Please not the green.
~ =White. I fought for it.
===
Welcome to {near}'s first week back! {We kept your plant alive|Your plant had company}, more or less.
~ It has never looked better, which says something about me.
===
Reminder: the fire drill is on {day} around eleven. When it rings, leave the coffee and take the stairs. We meet at {park}.
~ Last time we were out in 4 minutes. Let's beat that.
~ Do we take laptops?
~ =No. Only yourselves.
===
{Friday|Thursday} evening: board games in the kitchen from half past five. {near} brings *Azul*, I bring crisps.
~ Can partners come?
~ =Of course.
~ I'm still not over how the last round ended.
===
The new coffee machine is here. It has {14|nine} buttons and one of them makes coffee. So far:

1. top left is hot water
2. the one with the leaf is **not** tea
3. do not touch the last one

~ The last one is descaling. Ask me how I know.
~ There's a video of {near} finding out.
===
If you book a room and don't need it after all, please give it back. I counted {n} empty rooms with bookings at the same time yesterday.
~ Guilty. Cancelled my series just now.
~ Could the booking tool free it after ten minutes?
~ =It can. I'll ask {person} to switch it on.
===
{We have visitors from {customer}|Our friends from {customer} are here} on {day}. Please be kind to their questions and keep the big screen free between ten and twelve.
~ Should we show them the {product} demo?
~ =Yes, {near} is preparing it.
===
I'm collecting for {near}'s leaving present. Envelope is on my desk, card is going around, and no, {near} can't see this channel today. (I hope.)
~ I can see it. You're all very sweet.
~ Well. That's that, then.
===
Who else is cycling in now that the weather has turned? The rack by the back door has room for {n} more.
~ Me, from {day} on.
~ Only until the first frost.
===
Delivery for {near} at reception: {a box the size of a fridge|three boxes, one of them is humming}.
~ It's the test rig for {product}. Nobody panic.
===
{Post from the landlord|Note from the building}: water will be off on {day} between seven and nine in the morning. Coffee might start late.
~ I'll fill the kettles the evening before.
~ You are the reason this office works.
===
I'm at the office until late today and happy to take calls with @{officeSlug}. Which of you needs me?
~ Me please, ten minutes about {customer}.
~ If you have a moment: the {service} numbers look strange to me.
===
Small poll: for our next team day, would you rather

- walk along {park}
- cook together
- something with fewer knives

~ Walk!
~ Cook. I promise to leave my knives at home.
~ Walk, then eat. Why choose?
===
Thank you to whoever tidied the kitchen on {day}. It looked like a photograph.
~ It was {near}. I saw it and said nothing.
===
The heating {is stuck at 26 degrees|thinks that it's January}. Someone is coming {this afternoon|tomorrow}. Until then: T-shirts.
~ My plants are delighted.
~ I've moved to the server cupboard. It's the coolest place we have.
===
Here's our view for those of you in {other}: sun on {park}, ferries on time, {near} with three monitors and a blanket.
~ ^Show-offs. It's dark here.
~ ^And raining. Enjoy it for us.
===
{Interview day|We have two candidates in} on {day}. If you're asked to give a tour of the office, please include the good coffee.
~ And leave out the cupboard of cables.
~ The cupboard of cables is a *feature*.
===
Does anyone have a spare {USB-C charger|HDMI adapter|laptop stand} that I can borrow until {day}?
~ Top drawer of the cabinet beside the printer. Sign the list, please.
~ There's a list?
===
We finished the quarter with {big} new depots on {product} from this office alone. Cake at three, in the kitchen. #kudos
~ I'll be there at two fifty-nine.
~ Fantastic. Well done everyone, especially {near}.
===
{Doctor's appointment|School concert} on {day}, so I'm away between one and three and will catch up in the evening.
~ Go, we've got it.
===
Reminder that expenses for last month are due by the {day} of this week. {near} will not chase you. {near} will just *look* at you.
~ I felt that.
~ Done. Please stop looking.
===
I found a very good place for lunch: {cafe}. Quiet, quick, and they have {soup|proper dumplings|something for everyone}.
~ Don't tell everyone, we'll never get a table again.
~ Going today. Who's coming?
===
From next week on we try **no meetings on Wednesday afternoons** here. If you're in another office and need one of us then: post it in a channel and we'll answer in writing.
~ Yes please.
~ Could we do that everywhere? @{officeSlug}, what do you think?
~ ^We'd be in.
===
Printer update: it prints. It also staples, whether you asked for it or not.
~ Mine came out as a booklet. I quite liked it.
===
Volunteers for first aid training? We need {n} more people, half a day, certificate at the end.
~ Count me in.
~ Me as well, my last one has expired.
===
New plants arrived! Please adopt one, give it a name, and write the name on the pot.
~ Mine is called Backlog. It only grows.
~ Mine's Ferny Sanders.
===
Is anybody else's wifi {slow|dropping calls} on the {second|fourth} floor? The corner near the printer seems to be the worst.
~ Yes, since {day}.
~ Restarted the access point. Better?
~ Much. Thanks, {near}!
===
{near} and I are driving to {customer}'s depot on {day}. There's room for two more in the car if you'd like to see {product} in the wild.
~ I'd love to! I've never been to one.
~ Bring warm shoes. Depots are cold before seven.
===
Lost: one {black|silver} earbud, left ear. Last heard playing a podcast about bridges.
~ Found it in the sofa. It's still talking about bridges.
===
For anyone visiting us from another office: the door code changed, ask {near} or me. We also keep three desks free for guests, with screens.
~ ^Coming over from {other} in two weeks. See you then!
~ Looking forward to it.
===
It's {near}'s tenth anniversary with us this week. Ten! Say something nice.
~ Taught me everything I know about {service}, and half of what I know about patience.
~ Congratulations! Here's to the next ten.
~ Blushing. Thank you, all of you.
===
Choir rehearsal in the big room at lunch on {day}. You don't need to be able to sing. None of us can.
~ I can confirm that.
~ I'll bring the keyboard.
===
Somebody's lunch has been in the fridge since {last month|the dawn of time}. On Friday at four it goes, box and all.
~ If it's the blue box, it has become a colleague by now.
===
Our floor takes part in the {pct} % less paper challenge. So far this month: {big} pages. That's down by half!
~ The half was me. I've discovered dark mode for contracts.
===
Today I learned that {near} once {drove a lorry across Norway|won a pie contest|was on a quiz show}. What else don't we know about each other?
~ I've a licence for steam engines.
~ I ran a marathon dressed as a lighthouse.
~ You what?
`);

/** Short answers that fit almost anything, in English. */
export const repliesEnglish = `
Thanks for this!
Good to know, thank you.
+1
Same here.
I'll have a look {today|tomorrow morning}.
Thanks, {that helps|exactly what I needed}.
Reading this with my first coffee. Great.
Can we talk about it on {day}?
Agreed.
That makes sense to me.
I wasn't sure at first, but yes.
@{officeSlug} might know more about this.
Noted. I'll bring it up in our stand-up.
Nice!
I like it.
Late to this, but: yes.
We had the same in {other} last month.
Good morning from {here}! Catching up, this is useful.
Sorry for the slow answer, it was night here. Sounds good.
Let me check and come back to you.
Is there anything we can do from our side?
Happy to help, just say when.
Love this.
Could you write that down somewhere we'll find it again?
Done.
Works for me.
I have a slightly different view, but nothing that should hold this up.
{near} and I talked about it as well, we're in.
Well put.
Ha! Yes.
`
  .trim()
  .split("\n");
