/** Somebody of the made-up company, before they have an id. */
export interface Character {
  city: string;
  name: string;
  handle: string;
  job: string;
  skills: string[];
  about: string;
}

/** Signs in after "look around first". */
export const adminHandle = "alex.morgan";

/** Ten people an office, the lead first: name, handle, job, skills, about. */
const table: Record<string, string> = {
  London: `
Harriet Osei | harriet.osei | Head of London, Operations | planning, negotiation, public speaking | Keeps the London office standing. Ask me about the lease, the lifts or the leaving drinks.
Alex Morgan | alex.morgan | Chief of Staff | planning, writing, facilitation | If you don't know whom to ask, ask me.
Priya Raman | priya.raman | Staff Engineer | typescript, postgres, distributed systems | Twenty years of databases and still surprised.
Tom Ashworth | tom.ashworth | Backend Engineer | go, kafka, observability | Cyclist when it's dry, which is to say occasionally.
Niamh Byrne | niamh.byrne | Product Manager, Routebook | roadmaps, interviews, sql | I talk to dispatchers so that you don't have to guess.
Owen Llewellyn | owen.llewellyn | Customer Success | onboarding, training, welsh | Croeso! Ferries, vans and lorries.
Zara Siddiqui | zara.siddiqui | Data Scientist | python, forecasting, maps | Arrival times, mostly late ones.
Callum Fraser | callum.fraser | Account Executive | contracts, negotiation | Based in Leeds on Thursdays and Fridays.
Beatrice Adeyemi | bea.adeyemi | People Partner | hiring, coaching, mediation | My door is open, and if it isn't, knock.
Ελένη Παπαδοπούλου | eleni.p | Security Engineer | threat modelling, cryptography, incident response | Eleni to most. Please forward me the strange e-mails.`,
  Paris: `
Camille Lefèvre | camille.lefevre | Directrice du bureau de Paris | négociation, planification, finance | Toujours partante pour un café, rarement disponible le mardi.
Étienne Rousseau | etienne.rousseau | Ingénieur mobile | kotlin, swift, accessibilité | L’application Pilot, c’est (un peu) ma faute.
Maëlle Guégan | maelle.guegan | Designer produit | figma, prototypage, typographie | Bretonne. Oui, le beurre est salé.
Youssef Benali | youssef.benali | Ingénieur de données | python, spark, cartographie | Je fais parler les camions.
Inès Caron | ines.caron | Responsable grands comptes | négociation, contrats, italien | Lyon le lundi, Paris le reste du temps.
Baptiste Noël | baptiste.noel | Support technique | sql, diagnostic, pédagogie | Redémarrez d’abord, on discute ensuite.
Anne Dieng | anne.dieng | Cheffe de produit, Dockside | entretiens, feuilles de route | Je pose beaucoup de questions.
Léo Marchetti | leo.marchetti | Ingénieur plateforme | kubernetes, terraform, réseau | Si ça marche, on ne me voit pas.
Aurélie Thévenot | aurelie.thevenot | Traductrice | français, anglais, espagnol, ux writing | « Ça dépend du contexte » est ma réponse préférée.
Phạm Minh Châu | chau.pham | Contrôleuse de gestion | finance, tableurs, audit | Vos notes de frais avant le 25, merci.`,
  Berlin: `
Jürgen Kästner | juergen.kaestner | Leiter Büro Berlin | Planung, Verhandlung, Arbeitsrecht | Seit dem ersten Tag dabei. Der Schlüssel zum Keller ist bei mir.
Anneliese Groß | anneliese.gross | Backend-Entwicklerin | rust, postgres, suche | Ich mag langsame Sonntage und schnelle Abfragen.
Mehmet Yıldız | mehmet.yildiz | Entwickler Frontend | react, typescript, barrierefreiheit | Tastatur statt Maus.
Svenja Petersen | svenja.petersen | UX-Forscherin | Interviews, Statistik, Workshops | Zwei Wochen im Monat in Lagerhallen unterwegs.
Lukas Brandl | lukas.brandl | Site Reliability Engineer | linux, monitoring, incident response | Der mit dem Pager.
Dörte Hinrichs | doerte.hinrichs | Kundenbetreuung | Schulung, Support, Plattdeutsch | Moin. Auch nachmittags.
Kateryna Shevchenko | kateryna.s | QA-Ingenieurin | Playwright, Testdesign, Ukrainisch | Ich finde es. Versprochen.
Felix Obermüller | felix.obermueller | Produktmanager, Ledger | Buchhaltung, SQL, Roadmaps | Ja, Rechnungen können spannend sein.
Thảo Nguyễn | thao.nguyen | Rechtsanwältin | Datenschutz, Verträge | Erst fragen, dann unterschreiben.
Ismail Kaya | ismail.kaya | Vertrieb DACH | Verhandlung, Messen | Meistens im Zug nach Hamburg.`,
  "New York": `
Denise Whitaker | denise.whitaker | Head of New York, Sales | negotiation, forecasting, public speaking | Brooklyn. Two kids, one dog, no lawn.
Marcus Bell | marcus.bell | Engineering Manager | coaching, java, incident response | I read every postmortem. Twice.
Rosa Delgado | rosa.delgado | Customer Success Lead | onboarding, spanish, training | ¡Hola! Ask me about Cedar Transit.
王晓明 Wang Xiaoming | xiaoming.wang | Machine Learning Engineer | python, optimisation, mandarin | Vehicle routing is NP-hard, lunch is not.
Aaron Feldstein | aaron.feldstein | Solutions Architect | integration, sap, diagrams | Boxes and arrows since 2004.
Latoya Jenkins | latoya.jenkins | Marketing Manager | copywriting, events, analytics | If it has a lanyard, I've organised it.
Siobhán Kelly | siobhan.kelly | Frontend Engineer | react, css, accessibility | Yes, it's pronounced shi-VAWN.
Raj Patel | raj.patel | Finance Director | finance, audit, excel | Quarter end is not a surprise party.
Yael Abramov | yael.abramov | Technical Writer | writing, api design, hebrew | Short sentences. Like this.
Dmitri Volkov | dmitri.volkov | Database Engineer | mongodb, postgres, performance | There is always one more index.`,
  Vancouver: `
Grace Tanaka | grace.tanaka | Head of Vancouver, Engineering | coaching, architecture, japanese | On the mountain by six, at my desk by nine.
Liam Redsky | liam.redsky | Embedded Engineer | c, telematics, gps | The little box in the truck? That one.
Amrit Gill | amrit.gill | Backend Engineer | typescript, node, mongodb | Chai over coffee. Always.
Chloé Tremblay | chloe.tremblay | Designer, Pilot | figma, motion, french | Montréalaise in rain exile.
Hiroshi Nakamura | hiroshi.nakamura | Maps Engineer | gis, rust, japanese | I notice when north isn't up.
Jenna Okonkwo | jenna.okonkwo | Recruiter | hiring, interviews, events | Know someone good? Tell me before breakfast.
Pavel Dvořák | pavel.dvorak | Site Reliability Engineer | kubernetes, networking, observability | My shift ends when Sydney's begins.
Mei-Ling Chow | meiling.chow | Support Engineer | sql, diagnosis, cantonese | 你好! I answer faster than I type.
Noah Friesen | noah.friesen | Product Manager, Pilot | roadmaps, field research | Ride-alongs with drivers every month.
Sienna Castellano | sienna.castellano | Legal Counsel | contracts, privacy | Reads the terms so that you can skip them.`,
  Sydney: `
Ruby Thornton | ruby.thornton | Head of Sydney, Customer Success | planning, training, negotiation | First office awake. Somebody has to be.
Jarrah Williams | jarrah.williams | Backend Engineer | go, postgres, search | Gadigal Country. Surf first.
Sunita Iyer | sunita.iyer | QA Engineer | test design, automation, hindi | I read the acceptance criteria out loud.
Ben Kowalski | ben.kowalski | Mobile Engineer | swift, kotlin, offline sync | Airplane mode is my test lab.
Anh Trần | anh.tran | Data Analyst | sql, dashboards, vietnamese | One more chart and we'll know.
Georgia Papas | georgia.papas | Implementation Consultant | onboarding, integration, greek | 14 depots and counting.
Hemi Ngata | hemi.ngata | Support Lead | incident response, diagnosis, te reo | Kia ora. On call while you sleep.
Isla McPherson | isla.mcpherson | Designer | figma, illustration, user research | Draws on everything, apologises later.
林美玲 Lin Meiling | meiling.lin | Account Manager | negotiation, mandarin, contracts | Ports and the people who run them.
Oscar Delacroix | oscar.delacroix | Platform Engineer | kubernetes, terraform, french | Parisian by birth, barefoot by choice.`,
};

export const characters: Character[] = Object.entries(table).flatMap(([city, lines]) =>
  lines
    .trim()
    .split("\n")
    .map((line) => {
      const [name = "", handle = "", job = "", skills = "", about = ""] = line.split(" | ");
      return { city, name, handle, job, skills: skills.split(", "), about };
    }),
);
