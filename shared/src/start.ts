import * as z from "zod/mini";
import { channelsApi } from "./channels.ts";
import { companyApi } from "./company.ts";
import { endpoint } from "./endpoint.ts";
import { officesApi } from "./offices.ts";
import { peopleApi } from "./people.ts";
import { threadsApi } from "./threads.ts";

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
