import type { Office, OfficeEvents } from "@meridian/shared/offices";
import type { Handlers } from "../lib/handlers.ts";
import { patch } from "../lib/cache.ts";

export const officeHandlers: Handlers<OfficeEvents> = {
  "office:changed": (office) =>
    patch<{ offices: Office[] }>({ queryKey: ["offices"] }, ({ offices }) => {
      const known = offices.find((one) => one.id === office.id);
      if (known && known.rev >= office.rev) return { offices };
      const others = offices.filter((one) => one.id !== office.id);
      return { offices: [...others, office].toSorted((a, b) => a.city.localeCompare(b.city)) };
    }),
};
