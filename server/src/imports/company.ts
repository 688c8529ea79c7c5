import { insertCompany } from "../company/firstRun.ts";
import { CompanyModel } from "../company/model.ts";
import { transaction } from "../database/connect.ts";
import { insertOffice } from "../offices/actions.ts";
import { OfficeModel, type StoredOffice } from "../offices/model.ts";
import { AppError } from "@meridian/shared/errors";
import { zoneOf } from "./cities.ts";
import { linesOf } from "./lines.ts";

export interface ImportOptions {
  /** City of those whose position is no city. */
  office?: string | undefined;
  /** The zone of that office when it has to be opened and is in no usual city. */
  officeZone?: string | undefined;
}

const workingHours = { days: [1, 2, 3, 4, 5], from: "09:00", to: "18:00" };

/** The offices that people will belong to; on an empty database the company and its offices are made from the file. */
export async function officesFor(
  path: string,
  options: ImportOptions,
): Promise<{ offices: StoredOffice[]; opened: number; fallback: StoredOffice | undefined }> {
  const founding = !(await CompanyModel.exists({ _id: "company" }));
  if (founding) await foundFrom(path, options);
  const offices = await OfficeModel.find().lean<StoredOffice[]>();
  const wanted = options.office?.toLowerCase();
  const fallback = offices.find((office) => office.city.toLowerCase() === wanted);
  if (wanted && !fallback) {
    const cities = offices.map((office) => office.city).join(", ");
    throw new AppError("bad_request", `There is no office in ${options.office}. The offices: ${cities}.`);
  }
  return { offices, opened: founding ? offices.length : 0, fallback };
}

async function foundFrom(path: string, { office, officeZone }: ImportOptions): Promise<void> {
  const { name, cities } = await lookThrough(path);
  const zones = new Map([...cities].map((city) => [city, zoneOf(city)!]));
  if (office && ![...zones.keys()].some((city) => city.toLowerCase() === office.toLowerCase())) {
    const zone = officeZone ?? zoneOf(office);
    if (!zone) {
      throw new AppError(
        "bad_request",
        `Which zone is ${office} in? Say so with --office-zone, such as Europe/Paris.`,
      );
    }
    zones.set(office, zone);
  }
  if (zones.size === 0) {
    throw new AppError(
      "bad_request",
      "Nobody's position in the file names a city. Name an office with --office CITY.",
    );
  }
  await transaction(async (session) => {
    await insertCompany(name, session);
    for (const [city, zone] of zones) await insertOffice({ city, zone, workingHours, holidays: [] }, session);
  });
}

/** Reads the file for what has to be known before the first person can be taken: the company's name and its cities. */
async function lookThrough(path: string): Promise<{ name: string; cities: Set<string> }> {
  let name = "Company";
  const cities = new Map<string, string>();
  for await (const read of linesOf(path)) {
    // posts are most of a file, and long
    if (read.wrong !== undefined || /^\s*\{\s*"type"\s*:\s*"post"/.test(read.text.slice(0, 80))) continue;
    const line = tryJson(read.text);
    const display = line?.team?.display_name;
    if (typeof display === "string" && display.trim()) name = display.trim().slice(0, 80);
    const position = line?.user?.position;
    if (typeof position === "string" && zoneOf(position)) {
      const city = position.trim();
      if (!cities.has(city.toLowerCase())) cities.set(city.toLowerCase(), city);
    }
  }
  return { name, cities: new Set(cities.values()) };
}

interface Glance {
  team?: { display_name?: unknown };
  user?: { position?: unknown };
}

function tryJson(text: string): Glance | null {
  try {
    return JSON.parse(text) as Glance | null;
  } catch {
    // reported when its turn comes
    return null;
  }
}
