import type { StoredPerson } from "../../people/model.ts";
import type { Random } from "./random.ts";
import type { Tongue } from "./streams.ts";

const places: Record<string, { cafe: string[]; park: string; transit: string }> = {
  London: { cafe: ["Marlow’s", "The Copper Kettle", "Noor"], park: "the river", transit: "Northern line" },
  Paris: { cafe: ["Le Petit Quai", "Chez Odette", "La Cantine"], park: "the canal", transit: "RER B" },
  Berlin: { cafe: ["Café Lerche", "Imbiss Anatolia", "Zur Ecke"], park: "the river bank", transit: "U8" },
  "New York": { cafe: ["Golden Wok", "Lou’s Deli", "Bluebird"], park: "the High Line", transit: "F train" },
  Vancouver: { cafe: ["Pine & Pear", "Umi", "The Anchor"], park: "the sea wall", transit: "SkyTrain" },
  Sydney: { cafe: ["Banksia", "Two Pelicans", "Saigon Lane"], park: "the harbour", transit: "light rail" },
};

const days: Record<Tongue, string[]> = {
  en: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"],
  fr: ["lundi", "mardi", "mercredi", "jeudi", "vendredi"],
  de: ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag"],
};

const products = ["Routebook", "Dockside", "Pilot", "Ledger"];
const servicesIn: Record<Tongue, string[]> = {
  en: ["search", "billing", "routing", "geocoding", "tracking", "sync", "reporting", "sign-in", "pricing"],
  fr: ["geocoder", "search", "billing", "sync", "tracking", "reporting"],
  de: ["Geocoder", "Search", "Billing", "Sync", "Tracking", "Reporting"],
};
const customers = [
  "Bramble & Co",
  "Tidewater Ferries",
  "Okafor Logistics",
  "Kestrel Foods",
  "Maison Lavigne",
  "Hafenkontor Nord",
  "Blue Gum Freight",
  "Cedar Transit",
  "Fjellvei",
  "Lantern Flowers",
  "Primavera Fruits",
  "Dragomir & Söhne",
];
const cities = ["Lisbon", "Hamburg", "Toronto", "Perth", "Lyon", "Bristol", "Chicago", "Kobe", "Malmö"];
// titles of our own making
const books = [
  "The Salt Calendar",
  "A Short History of Bridges",
  "Letters to a Lighthouse",
  "Seven Harbours",
  "The Clockmaker’s Atlas",
  "Minor Winds",
  "What the Ferryman Knew",
  "Northbound, Slowly",
];

/** What the words in braces stand for in one thread, chosen for its author. */
export function slotsFor(
  author: StoredPerson,
  city: string,
  tongue: Tongue,
  company: { people: StoredPerson[]; cities: string[]; slugs: ReadonlyMap<string, string> },
  random: Random,
): Map<string, string> {
  const others = company.people.filter((person) => person !== author);
  const near = others.filter((person) => person.officeId.equals(author.officeId));
  const [first, second] = [random.pick(others), random.pick(others)];
  const other = random.pick(company.cities.filter((name) => name !== city));
  const place = places[city] ?? { cafe: ["the corner"], park: "the park", transit: "bus" };
  return new Map([
    ["person", `@${first.handle}`],
    ["person2", `@${(second === first ? random.pick(near) : second).handle}`],
    ["near", `@${random.pick(near).handle}`],
    ["here", city],
    ["other", other],
    ["officeSlug", company.slugs.get(other) ?? ""],
    ["cafe", random.pick(place.cafe)],
    ["park", place.park],
    ["transit", place.transit],
    ["day", random.pick(days[tongue])],
    ["product", random.pick(products)],
    ["service", random.pick(servicesIn[tongue])],
    ["customer", random.pick(customers)],
    ["city2", random.pick(cities)],
    ["book", random.pick(books)],
    ["n", String(random.int(2, 9))],
    ["big", String(random.int(12, 340))],
    ["pct", String(random.int(8, 64))],
  ]);
}
