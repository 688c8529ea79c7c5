import { type Endpoint, pathParameters } from "@meridian/shared/endpoint";
import { channelsApi } from "@meridian/shared/channels";
import { companyApi } from "@meridian/shared/company";
import { invitationsApi } from "@meridian/shared/invitations";
import { officesApi } from "@meridian/shared/offices";
import { sessionsApi } from "@meridian/shared/sessions";
import type * as z from "zod/mini";
import type { Server } from "./server.ts";

const workingHours = { days: [1, 2, 3, 4, 5], from: "09:00", to: "18:00" };

const zones = {
  London: "Europe/London",
  Paris: "Europe/Paris",
  Berlin: "Europe/Berlin",
  "New York": "America/New_York",
  Vancouver: "America/Vancouver",
  Sydney: "Australia/Sydney",
} as const;
export type City = keyof typeof zones;

export const password = "correct horse battery";

export interface Colleague {
  id: string;
  token: string;
  email: string;
  handle: string;
  name: string;
  city: City;
  zone: string;
}

/** Where people reach a server, and the token that sets up its company. */
export type Place = Pick<Server, "url" | "setupToken">;

/** A company of six offices, made over the public interface as its admin would. */
export class Company<At extends Place = Server> {
  private readonly handles = new Set<string>();

  private constructor(
    readonly server: At,
    readonly admin: Colleague,
    private readonly officeIds: Map<string, string>,
  ) {}

  static async found<At extends Place>(server: At): Promise<Company<At>> {
    const admin = {
      name: "Ada Admin",
      handle: "ada",
      email: "ada@example.com",
      password,
      city: "London" as const,
    };
    const offices = Object.entries(zones).map(([city, zone]) => ({ city, zone, workingHours, holidays: [] }));
    const { accessToken, me } = await callAs(server, null, companyApi.setUp, {
      setupToken: server.setupToken,
      companyName: "Halyard & Co.",
      offices,
      admin,
    });
    const found = await callAs(server, accessToken, officesApi.list, {});
    const ids = new Map(found.offices.map((office) => [office.city, office.id]));
    return new Company(server, { ...admin, id: me.id, token: accessToken, zone: zones.London }, ids);
  }

  officeId(city: City): string {
    return this.officeIds.get(city)!;
  }

  /** Invites somebody, who accepts. */
  async hire(name: string, city: City): Promise<Colleague> {
    const letters = name
      .toLowerCase()
      .normalize("NFD")
      .replaceAll(/[^a-z ]/g, "")
      .trim()
      .replaceAll(" ", ".");
    // a name without Latin letters gets a handle all the same, and so does a namesake
    let handle = letters;
    for (let n = 1; !handle || this.handles.has(handle); n += 1) handle = `${letters || "colleague"}${n}`;
    this.handles.add(handle);
    const email = `${handle}@example.com`;
    const draft = { email, officeId: this.officeId(city), role: "staff" as const };
    const { link } = await this.as(this.admin, invitationsApi.create, draft);
    const token = link.split("#")[1]!;
    const { accessToken, me } = await callAs(this.server, null, invitationsApi.accept, {
      token,
      name,
      handle,
      password,
    });
    return { id: me.id, token: accessToken, email, handle, name, city, zone: zones[city] };
  }

  /** Gives somebody another access token: one is good for ten minutes. */
  async signInAgain(who: Colleague, at: Pick<Place, "url"> = this.server): Promise<void> {
    const signIn = { email: who.email, password };
    who.token = (await callAs({ ...this.server, url: at.url }, null, sessionsApi.signIn, signIn)).accessToken;
  }

  as<E extends Endpoint>(
    who: Colleague,
    endpoint: E,
    input: z.input<E["input"]>,
  ): Promise<z.output<E["output"]>> {
    return callAs(this.server, who.token, endpoint, input);
  }

  async channelId(slug: string, who = this.admin): Promise<string> {
    const { channels } = await this.as(who, channelsApi.list, {});
    return channels.find((channel) => channel.slug === slug)!.id;
  }
}

/** Calls an endpoint of this server; throws what it refused with. */
export async function callAs<E extends Endpoint>(
  server: Place,
  token: string | null,
  endpoint: E,
  input: z.input<E["input"]>,
): Promise<z.output<E["output"]>> {
  const rest = { ...(input as Record<string, unknown>) };
  let path = endpoint.path;
  for (const name of pathParameters(path)) {
    path = path.replace(`:${name}`, encodeURIComponent(String(rest[name])));
    delete rest[name];
  }
  const reads = endpoint.method === "GET" || endpoint.method === "DELETE";
  const query = reads ? `?${new URLSearchParams(rest as Record<string, string>).toString()}` : "";
  const response = await fetch(`${server.url}/api${path}${query}`, {
    method: endpoint.method,
    headers: { ...(token && { Authorization: `Bearer ${token}` }), "Content-Type": "application/json" },
    ...(!reads && { body: JSON.stringify(rest) }),
  });
  const body: unknown = await response.json();
  if (!response.ok) throw new Error(`${endpoint.method} ${endpoint.path}: ${JSON.stringify(body)}`);
  return body as z.output<E["output"]>;
}
