import { type Office, officesApi } from "@meridian/shared/offices";
import { queryOptions, useQuery } from "@tanstack/react-query";
import { call } from "../lib/call.ts";

export const officesQuery = queryOptions({
  queryKey: ["offices"],
  queryFn: ({ signal }) => call(officesApi.list, {}, { signal }),
});

const none: Office[] = [];

/** Every office; empty until they have arrived. */
export const useOffices = (): Office[] => useQuery(officesQuery).data?.offices ?? none;

export const useOffice = (id: string | null | undefined): Office | undefined =>
  useOffices().find((office) => office.id === id);
