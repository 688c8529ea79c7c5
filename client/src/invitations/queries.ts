import { invitationsApi } from "@meridian/shared/invitations";
import { queryOptions } from "@tanstack/react-query";
import { call } from "../lib/call.ts";

/** No event tells of invitations: the list is asked for each time it is opened. */
export const invitationsQuery = queryOptions({
  queryKey: ["invitations"],
  queryFn: ({ signal }) => call(invitationsApi.list, {}, { signal }),
  staleTime: 0,
});

export const openInvitationQuery = (token: string) =>
  queryOptions({
    queryKey: ["invitation", token],
    queryFn: ({ signal }) => call(invitationsApi.open, { token }, { signal }),
  });
