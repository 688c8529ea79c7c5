import * as z from "zod/mini";
import { channelsApi } from "./channels.ts";
import { companyApi } from "./company.ts";
import { endpoint } from "./endpoint.ts";
import { officesApi } from "./offices.ts";
import { type Me, peopleApi } from "./people.ts";
import type { PostPage } from "./posts.ts";
import { threadsApi } from "./threads.ts";

/** A page's reader, as far as the page has to know for their language. */
export interface Reader {
  /** The language in which this browser showed Meridian last, if it did. */
  language: string | undefined;
  /** The languages that the browser asks for ("fr-CA"), most wanted first. */
  languages: readonly string[];
}

/** The id of the element of a page that holds a `DrawnHome` as JSON; its `data-position` says where the stream stood before. */
export const drawnId = "drawn";

/** What comes with Home when the server draws it: who it is for, and the answers that the page would ask for. */
export interface DrawnHome {
  /** When it was drawn, in milliseconds. */
  at: number;
  me: Me;
  start: z.output<typeof startApi.show.output>;
  home: PostPage;
}

export const startApi = {
  /** What every page begins with, each part as its own endpoint answers it: to ask once takes a slow phone less than six times. */
  show: endpoint(
    "GET",
    "/start",
    z.strictObject({}),
    z.strictObject({
      channels: channelsApi.list.output,
      company: companyApi.show.output,
      marks: threadsApi.marks.output,
      offices: officesApi.list.output,
      presence: peopleApi.presence.output,
      unread: channelsApi.unread.output,
    }),
  ),
};
