import { sessionsApi } from "@meridian/shared/sessions";
import { queryOptions } from "@tanstack/react-query";
import { call } from "../lib/call.ts";

/** No event tells of sessions: the list is asked for each time it is opened. */
export const sessionsQuery = queryOptions({
  queryKey: ["sessions"],
  queryFn: ({ signal }) => call(sessionsApi.list, {}, { signal }),
  staleTime: 0,
});
