import { useAddress } from "../lib/useAddress.ts";

/** What is looked for in the directory. */
export function useDirectorySearch() {
  const { filters, set, filtered } = useAddress(["q", "officeId", "skill"]);
  const clear = () => set({ q: "", officeId: "", skill: "" });
  return { search: filters, set, clear, filtered };
}
