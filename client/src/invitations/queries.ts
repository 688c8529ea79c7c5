import { invitationsApi } from "@meridian/shared/invitations";
import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { queryClient } from "../lib/cache.ts";
import { call } from "../lib/call.ts";

/** No event tells of invitations: the list is asked for each time it is opened. */
export const invitationsQuery = (q: string) =>
  infiniteQueryOptions({
    queryKey: ["invitations", q],
    queryFn: ({ pageParam, signal }) =>
      call(
        invitationsApi.list,
        { ...(q && { q }), ...(pageParam && { before: pageParam }), limit: 50 },
        { signal },
      ),
    initialPageParam: "",
    getNextPageParam: (page) => page.next,
    staleTime: 0,
  });

export const lookAgainForInvitations = () => queryClient.invalidateQueries({ queryKey: ["invitations"] });

export const openInvitationQuery = (token: string) =>
  queryOptions({
    queryKey: ["invitation", token],
    queryFn: ({ signal }) => call(invitationsApi.open, { token }, { signal }),
  });
