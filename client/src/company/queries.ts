import { companyApi } from "@meridian/shared/company";
import { queryOptions } from "@tanstack/react-query";
import { call } from "../lib/call.ts";

export const companyQuery = queryOptions({
  queryKey: ["company"],
  queryFn: ({ signal }) => call(companyApi.show, {}, { signal }),
});
