import type { CasesQuery } from "@meridian/shared/cases";
import { useAddress } from "../lib/useAddress.ts";

export const lists = ["pending", "mine", "appealed", "all"] as const;
export const ages = ["4", "24", "72", "168"] as const;

/** What the desk shows. It stands in the address. */
export function useDeskFilters() {
  const { filters, set, filtered } = useAddress(["list", "officeId", "channelId", "age"]);
  const list = lists.find((one) => one === filters.list) ?? "pending";
  const age = ages.find((one) => one === filters.age);
  const query: CasesQuery = {
    ...(list === "mine" ? { state: "pending", mine: "true" } : { state: list }),
    // what waits longest comes first, what is done the other way round
    order: list === "all" ? "newest" : "oldest",
    ...(filters.officeId && { officeId: filters.officeId }),
    ...(filters.channelId && { channelId: filters.channelId }),
    ...(age && { olderThan: Number(age) }),
  };
  return {
    filters: { list, age, officeId: filters.officeId, channelId: filters.channelId, set },
    query,
    filtered,
  };
}
export type DeskFilter = ReturnType<typeof useDeskFilters>["filters"];
