import { type Office, officesApi } from "@meridian/shared/offices";
import { queryOptions } from "@tanstack/react-query";
import { call } from "../lib/call.ts";
import { shared } from "../lib/shared.ts";

export const officesQuery = queryOptions({
  queryKey: ["offices"],
  queryFn: ({ signal }) => call(officesApi.list, {}, { signal }),
});

const none: Office[] = [];
const useSome = shared(officesQuery);

/** Every office; empty until they have arrived. */
export const useOffices = (): Office[] => useSome((data) => data?.offices ?? none);

export const useOffice = (id: string | null | undefined): Office | undefined =>
  useSome((data) => data?.offices.find((office) => office.id === id));
