import type { Company, FirstRun } from "@meridian/shared/company";
import { AppError } from "@meridian/shared/errors";
import { audit } from "../audit/audit.ts";
import type { ClientSession } from "mongoose";
import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { insertChannel } from "../channels/actions.ts";
import { clock } from "../clock.ts";
import type { SigningKey } from "../config.ts";
import { isDuplicate, transaction } from "../database/connect.ts";
import { insertOffice } from "../offices/actions.ts";
import { insertPerson } from "../people/insert.ts";
import type { StoredPerson } from "../people/model.ts";
import { hashPassword } from "../people/passwords.ts";
import { insertDefaultRules } from "../rules/defaults.ts";
import { followFirstChannels } from "./arrive.ts";
import { CompanyModel } from "./model.ts";

export async function showCompany(): Promise<Company> {
  const company = await CompanyModel.findById("company").lean();
  return { name: company?.name ?? "", ready: company !== null };
}

/**
 * The word that opens the first run: only whoever reads a server's terminal has it, and it is the same on all servers, since a
 * balancer leads to any of them. Good until it is used.
 */
export class SetupLink {
  readonly token: string;

  constructor({ secret }: SigningKey) {
    this.token = createHmac("sha256", secret).update("the first run").digest("base64url");
  }

  /** Throws `forbidden` unless the word is right and the company is not there yet. */
  async check(token: string): Promise<void> {
    if ((await showCompany()).ready) throw alreadySetUp();
    const [given, kept] = [token, this.token].map((word) => createHash("sha256").update(word).digest());
    if (!timingSafeEqual(given!, kept!)) {
      throw new AppError("forbidden", "This link is no longer good. The terminal shows the one that is.", {
        setupToken: "is not right",
      });
    }
  }
}

export const alreadySetUp = () => new AppError("conflict", "The company has been set up already.");

/** A company with its channels for all and its rules, before it has an office. */
export async function insertCompany(name: string, session: ClientSession): Promise<void> {
  await CompanyModel.insertMany([{ _id: "company", name, createdAt: clock.now() }], { session });
  await insertChannel({ name: "Announcements", about: "", kind: "announcements", private: false }, session);
  await insertChannel({ name: "Everyone", about: "", kind: "topic", private: false }, session);
  await insertDefaultRules(session);
}

/**
 * Name, offices with their channels, channels for all, and the first admin: all of it or nothing. Throws `conflict` when a company
 * is there already.
 */
export async function foundCompany(input: Omit<FirstRun, "setupToken">): Promise<StoredPerson> {
  const passwordHash = await hashPassword(input.admin.password);
  const cities = input.offices.map((office) => office.city.toLowerCase());
  if (new Set(cities).size < cities.length) {
    throw new AppError("bad_request", "Two offices have the same city.", {
      offices: "must be in different cities",
    });
  }
  const founding = transaction(async (session) => {
    await insertCompany(input.companyName, session);
    const offices = [];
    for (const office of input.offices) offices.push(await insertOffice(office, session));
    const home = offices.find((office) => office.city.toLowerCase() === input.admin.city.toLowerCase());
    if (!home) {
      throw new AppError("bad_request", "The admin's office is not one of the offices.", {
        "admin.city": "must be one of the offices",
      });
    }
    const { name, handle, email } = input.admin;
    const admin = await insertPerson(
      { name, handle, email, passwordHash, officeId: home._id, role: "admin" },
      session,
    );
    await followFirstChannels(admin, session);
    await audit(session, {
      by: { id: String(admin._id), name },
      action: "company:founded",
      target: { kind: "company", id: "company", name: input.companyName },
      after: { offices: offices.map((office) => office.city) },
    });
    return admin;
  });
  // somebody else was faster
  return founding.catch((error: unknown) => {
    throw isDuplicate(error) ? alreadySetUp() : error;
  });
}
