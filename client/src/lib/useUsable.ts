import { useEffect } from "react";
import { drawn } from "./drawn.ts";

/** Once this is there, a page that the server has drawn can be used. */
export function useUsable(): void {
  useEffect(() => {
    drawn.at = undefined;
    document.getElementById("root")!.inert = false;
  }, []);
}
